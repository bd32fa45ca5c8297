// SPDX-License-Identifier: MIT
// What the scripts of all shells are made with. For completion*.cpp alone.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace pos::cli {

[[nodiscard]] std::string bash_completion(const Command& command);
[[nodiscard]] std::string zsh_completion(const Command& command);
[[nodiscard]] std::string fish_completion(const Command& command);

// `text` with what the command is called for TOOL, and for FUNC what its functions begin with (`_pos_alert`).
[[nodiscard]] std::string filled_in(std::string_view text, const Command& command);

// In single quotes; `quote` is what stands for a single quote inside them.
[[nodiscard]] std::string quoted(std::string_view text, std::string_view quote = "'\\''");

// The names of an option, or of all that take a value, those of jobs too, with `between` between.
[[nodiscard]] std::string names_of(const Command& command, std::string_view between,
                                   const std::function<bool(const OptionText&)>& wanted);
[[nodiscard]] bool takes_value(const OptionText& option);
[[nodiscard]] bool is_argument(const OptionText& option);

// Whether the command, or a job of it, has such values.
[[nodiscard]] bool has_values(const Command& command, Values::Of of);
// Any that a history knows.
[[nodiscard]] bool asks_history(const Command& command);

}  // namespace pos::cli
