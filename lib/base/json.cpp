// SPDX-License-Identifier: MIT
#include "base/json.hpp"

#include <fmt/core.h>

#include <array>
#include <charconv>
#include <cmath>
#include <iterator>

#include "base/text.hpp"

namespace pos {
namespace {

// What may not stand for itself: beside ASCII's, bytes of UTF-8, unless they make a character.
constexpr auto is_special = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0x80; c < 0x100; ++c) table[c] = true;
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
  table['"'] = table['\\'] = true;
  return table;
}();

// A character of a string that cannot stand for itself.
void append_escaped(std::string& out, char c) {
  constexpr char hex[] = "0123456789abcdef";
  constexpr std::string_view short_ones = "\n\r\t\"\\";
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x80) {
    out += '\\';
    append_byte_escape(out, c);
  } else if (const auto at = short_ones.find(c); at != std::string_view::npos) {
    out += {'\\', "nrt\"\\"[at]};
  } else {
    out += {'\\', 'u', '0', '0', hex[byte >> 4U], hex[byte & 0xFU]};
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (!is_special[byte]) continue;
    if (const std::size_t length = byte < 0x80 ? 0 : utf8_character(text.substr(i)); length > 0) {
      i += length - 1;
      continue;
    }
    out += text.substr(written, i - written);
    append_escaped(out, text[i]);
    written = i + 1;
  }
  (out += text.substr(written)) += '"';
}

void append_json_number(std::string& out, std::optional<std::int64_t> value) {
  if (!value) {
    out += "null";
  } else {
    std::array<char, 20> digits;
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), *value).ptr);
  }
}

void append_json_decimal(std::string& out, std::optional<double> value, int decimals) {
  value ? append_decimal(out, *value, decimals) : void(out += "null");
}

void append_json_real(std::string& out, double value) {
  std::isfinite(value) ? void(fmt::format_to(std::back_inserter(out), "{}", value)) : void(out += "null");
}

}  // namespace pos
