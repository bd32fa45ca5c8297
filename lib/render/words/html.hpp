// SPDX-License-Identifier: MIT
// Text as HTML shows it.
#pragma once

#include <string>
#include <string_view>

namespace pos::render {

// Appends `text` safe between tags and within a quoted attribute of HTML and SVG.
void append_html(std::string& out, std::string_view text);
[[nodiscard]] std::string escaped_html(std::string_view text);

}  // namespace pos::render
