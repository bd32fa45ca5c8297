// SPDX-License-Identifier: MIT
#include "notify/body_encoding.hpp"

#include <algorithm>
#include <cstdint>

#include "base/text.hpp"

namespace pos::notify {
namespace {

constexpr std::size_t max_line = 76;
constexpr char hex[] = "0123456789ABCDEF";

// One line without its end. A blank at the end would be lost on the way (RFC 2045, 6.7, rule 3).
void append_quoted_line(std::string& out, std::string_view line) {
  std::size_t column = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    const bool is_last = i + 1 == line.size();
    const bool is_blank = byte == ' ' || byte == '\t';
    const bool is_plain = (byte > 0x20 && byte < 0x7F && byte != '=') || (is_blank && !is_last);
    const std::size_t width = is_plain ? 1 : 3;
    if (column + width > max_line - (is_last ? 0 : 1)) {
      out += "=\r\n";
      column = 0;
    }
    if (is_plain) {
      out += line[i];
    } else {
      out += {'=', hex[byte >> 4U], hex[byte & 0xFU]};
    }
    column += width;
  }
}

}  // namespace

std::string quoted_printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::string_view line = take_until(text, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    append_quoted_line(out, line);
    out += "\r\n";
  }
  return out;
}

std::string base64(std::string_view bytes) {
  constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    const std::size_t size = std::min<std::size_t>(3, bytes.size() - i);
    for (std::size_t j = 0; j < 3; ++j) {
      group = group << 8U | (j < size ? static_cast<unsigned char>(bytes[i + j]) : 0U);
    }
    out += {digits[group >> 18U], digits[group >> 12U & 63U], size > 1 ? digits[group >> 6U & 63U] : '=',
            size > 2 ? digits[group & 63U] : '='};
  }
  return out;
}

std::string base64_lines(std::string_view bytes) {
  const std::string all = base64(bytes);
  std::string out;
  for (std::size_t i = 0; i < all.size(); i += max_line) (out += all.substr(i, max_line)) += "\r\n";
  return out;
}

std::string with_crlf(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) out += '\r';
    out += text[i];
  }
  return out;
}

}  // namespace pos::notify
