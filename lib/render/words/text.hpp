// SPDX-License-Identifier: MIT
// Text made harmless, and measured in columns of a terminal: cut, wrapped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/words/style.hpp"

namespace pos::render {

// `text` so that it can neither steer a terminal nor turn the line around: printable() of base/text, whole.
// The functions below want their text like this.
[[nodiscard]] std::string harmless(std::string_view text);
// Appends it, and returns its width.
int append_harmless(std::string& out, std::string_view text);

// Columns a terminal takes for `text`: 2 for East Asian wide characters and emoji, 0 for combining ones.
[[nodiscard]] int display_width(std::string_view text);

// The front of `text` in at most `width` columns; what was cut is marked by an ellipsis, if one fits.
[[nodiscard]] std::string cut(std::string_view text, int width, const TextStyle& style);

// Lines of at most `width` columns (2 or more), broken at blanks where there are any. No text: no lines.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, int width);

// With a capital letter in front, where a small one of ASCII stands there.
[[nodiscard]] std::string capitalised(std::string text);

// Of a file, its name without its path: what a report is called that has no title.
[[nodiscard]] std::string file_title(std::string_view path);

}  // namespace pos::render
