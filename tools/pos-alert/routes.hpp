// SPDX-License-Identifier: MIT
// Who gets what: the sections [route.NAME] of the configuration file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "dispatch/settings.hpp"

namespace pos::tools {

// What is wrong with a pattern that can match no key.
[[nodiscard]] std::string matches_no_key(std::string_view pattern);

// In the order of the file. `how`: mail needs a server and a sender there. Errors: pos::Error(Fault::config)
// `FILE:LINE: reason`.
[[nodiscard]] std::vector<dispatch::Route> routes_of(const cli::Command& command, const dispatch::Transport& how);

}  // namespace pos::tools
