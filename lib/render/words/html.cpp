// SPDX-License-Identifier: MIT
#include "render/words/html.hpp"

namespace pos::render {

void append_html(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

std::string escaped_html(std::string_view text) {
  std::string out;
  append_html(out, text);
  return out;
}

}  // namespace pos::render
