// SPDX-License-Identifier: MIT
// What delivers messages, as pos-alert was asked for.
#pragma once

#include "channel_settings.hpp"
#include "options.hpp"

namespace pos::tools {

// Errors: pos::Error for a template that cannot be used.
[[nodiscard]] dispatch::Settings settings_of(const Options& options);

}  // namespace pos::tools
