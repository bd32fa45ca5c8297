// SPDX-License-Identifier: MIT
// Text as HTML shows it, and as its scripts read it.
#pragma once

#include <string>
#include <string_view>

namespace pos::render {

// Appends `text`, any bytes, safe between tags and within a quoted attribute of HTML and SVG. What XML 1.0 has no
// character for (control characters but TAB and line ends, bytes that are no UTF-8, U+FFFE and U+FFFF) becomes `\xHH`.
void append_html(std::string& out, std::string_view text);
[[nodiscard]] std::string escaped_html(std::string_view text);

// As a string of JSON, within a <script> element too: <, >, & and the line ends that JavaScript alone knows are escaped.
void append_script_string(std::string& out, std::string_view text);

}  // namespace pos::render
