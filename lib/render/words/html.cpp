// SPDX-License-Identifier: MIT
#include "render/words/html.hpp"

#include <fmt/core.h>

#include <iterator>

#include "base/json.hpp"
#include "base/text.hpp"

namespace pos::render {
namespace {

// Bytes of the character that `text` begins with; 0: it is none of XML's (section 2.2 of XML 1.0).
std::size_t xml_character(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text[0]);
  if (byte < 0x20) return byte == '\t' || byte == '\n' || byte == '\r' ? 1 : 0;
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF") ? 0 : utf8_character(text);
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
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
        const std::size_t length = xml_character(text.substr(i));
        if (length == 0) {
          append_byte_escape(out, text[i]);
        } else {
          out += text.substr(i, length);
          i += length - 1;
        }
    }
  }
}

std::string escaped_html(std::string_view text) {
  std::string out;
  append_html(out, text);
  return out;
}

void append_script_string(std::string& out, std::string_view text) {
  std::string json;
  append_json_string(json, text);
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string_view rest = std::string_view(json).substr(i);
    if (json[i] == '<' || json[i] == '>' || json[i] == '&') {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", json[i]);
    } else if (rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9")) {
      out += rest[2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += json[i];
    }
  }
}

}  // namespace pos::render
