// SPDX-License-Identifier: MIT
// What every main() stands on: parse, configure, run, and turn whatever happens into an exit status.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace pos::cli {

inline constexpr int exit_ok = 0;
inline constexpr int exit_found = 1;  // only with --exit-status
inline constexpr int exit_bad_data = 65;

// Parses the command line (over the environment, over the configuration file), calls `run` and
// returns its status. Errors end as one line on stderr, `tool: message`, and the status of
// pos::Fault; a wrong command line is 64, a wrong configuration file 78. SIGPIPE ends the program
// silently; after SIGINT, SIGTERM or SIGHUP (see signals.hpp) it ends by that signal once `run` is back.
[[nodiscard]] int run_tool(Command& command, int argc, char** argv, const std::function<int()>& run);

// One line on stderr: `tool: message`.
void say(std::string_view tool, std::string_view message);

// For --version: version, git revision, model format.
[[nodiscard]] std::string version_text(std::string_view tool);

}  // namespace pos::cli
