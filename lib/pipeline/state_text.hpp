// SPDX-License-Identifier: MIT
// Texts of rows in lines of a state (model/monitor/state_text.hpp).
#pragma once

#include <string>
#include <string_view>

#include "model/monitor/state_text.hpp"

namespace pos::pipeline {

// Without line breaks and TABs: these, and a backslash, are \n, \t and \\. A backslash before anything else is itself.
[[nodiscard]] std::string escaped(std::string_view text);
[[nodiscard]] std::string unescaped(std::string_view text);

// A line of one such text.
void save_text(model::StateWriter& out, std::string_view key, std::string_view text);
[[nodiscard]] std::string take_text(model::StateReader& in, std::string_view key);

}  // namespace pos::pipeline
