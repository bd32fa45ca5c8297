// SPDX-License-Identifier: MIT
// Text as HTML shows it.
#pragma once

#include <string>
#include <string_view>

namespace pos::render {

// Appends `text` safe between tags and within a quoted attribute of HTML and SVG.
void append_html(std::string& out, std::string_view text);
[[nodiscard]] std::string escaped_html(std::string_view text);

// A value of a query of an address, and back; what is no such value is given back as far as it is one.
[[nodiscard]] std::string encoded(std::string_view value);
[[nodiscard]] std::string decoded(std::string_view value);

}  // namespace pos::render
