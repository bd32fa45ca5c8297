// SPDX-License-Identifier: MIT
#include "render/words/html.hpp"

#include <fmt/core.h>

#include <charconv>
#include <iterator>

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

std::string encoded(std::string_view value) {
  std::string out;
  for (const char c : value) {
    const bool plain = ('0' <= c && c <= '9') || ('a' <= (c | 0x20) && (c | 0x20) <= 'z') || c == '-' || c == '_';
    if (plain) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string decoded(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    unsigned byte = 0;
    const bool is_code = value[i] == '%' && i + 2 < value.size() &&
                         std::from_chars(&value[i + 1], &value[i + 1] + 2, byte, 16).ptr == &value[i + 1] + 2;
    out += is_code ? static_cast<char>(byte) : value[i] == '+' ? ' ' : value[i];
    if (is_code) i += 2;
  }
  return out;
}

}  // namespace pos::render
