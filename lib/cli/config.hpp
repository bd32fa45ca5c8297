// SPDX-License-Identifier: MIT
// The configuration file: defaults for options, in TOML or INI as CLI11 reads it.
#pragma once

#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace pos::cli {

// Options that neither the command line nor the environment gave take their value from the file
// named by --config or $POS_CONFIG, else from pos-tools/config.toml in $XDG_CONFIG_HOME (~/.config),
// else, where the user has none, in the first of $XDG_CONFIG_DIRS and /etc that has it. Keys are long option names:
// above the first section those that several tools share (one that this tool has not is passed over), in [TOOL] those
// of that tool, which count before those. Sections [route.NAME], which may be written [route "NAME"], the command gets
// as they stand (Command::routes). Errors: pos::Error(Fault::config) `FILE:LINE: KEY: reason`; Fault::no_input for a
// file that was named but cannot be read.
void apply_config(Command& command);
// What is wrong with a path in it that only a shell would fill in, such as ~/Mail and $HOME/Mail: a folder that is named
// ~ is nobody's wish. Nothing: empty.
[[nodiscard]] std::string_view wrong_path(std::string_view path);

// A variable of the environment; empty where it is not set.
[[nodiscard]] std::string environment(const char* name);

// $HOME; where that is not set, as with services and some crons, the home that /etc/passwd has. Empty: there is none.
[[nodiscard]] std::string home_folder();

// The file that is read where none is named; empty: there is none.
[[nodiscard]] std::string usual_config();

}  // namespace pos::cli
