// SPDX-License-Identifier: MIT
// What delivers messages, as pos-alert was asked for.
#pragma once

#include "dispatch/clock.hpp"
#include "dispatch/courier.hpp"
#include "dispatch/settings.hpp"
#include "options.hpp"
#include "read/time_zone.hpp"

namespace pos::tools {

// Errors: pos::Error for a template that cannot be used.
[[nodiscard]] dispatch::Settings settings_of(const Options& options);

// `zone` must outlive it.
[[nodiscard]] dispatch::Clock clock_of(dispatch::Clock::Of of, const read::TimeZone& zone);

[[nodiscard]] dispatch::Courier::Outside outside();

// auto: CSV, until the input has another one.
[[nodiscard]] Format log_format(const Options& options);

}  // namespace pos::tools
