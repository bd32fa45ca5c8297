// SPDX-License-Identifier: MIT
// Completions of bash, zsh and fish, made of the options that --help shows: `TOOL --completion SHELL` prints them, which
// is how a build and packagers get their files. What a history knows (statuses, ids) the scripts ask the tools when
// somebody presses Tab, and are quiet where there is none.
#pragma once

#include <optional>
#include <string>

#include "cli/command.hpp"

namespace pos::cli {

enum class Shell { bash, zsh, fish };

// The shell of `--completion SHELL`, where that is the whole command line; nothing: it is another one.
// Errors: pos::Error(Fault::usage) for a shell unknown.
[[nodiscard]] std::optional<Shell> completion_asked(int argc, char** argv);

[[nodiscard]] std::string completion(const Command& command, Shell shell);

}  // namespace pos::cli
