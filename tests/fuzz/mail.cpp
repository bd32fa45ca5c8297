// SPDX-License-Identifier: MIT
#include "fuzz/mail.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "fuzz/target.hpp"

namespace pos::fuzz {
namespace {

unsigned hex_value(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'A' + 10); }

std::string decode_q(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '=' && i + 2 < text.size()) {
      out += static_cast<char>(hex_value(text[i + 1]) << 4U | hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '_' ? ' ' : text[i];
    }
  }
  return out;
}

std::string decode_b(std::string_view text) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  unsigned held = 0;
  for (const char c : text.substr(0, text.find('='))) {
    bits = bits << 6U | static_cast<unsigned>(digits.find(c));
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>(bits >> held & 0xFFU);
  }
  return out;
}

}  // namespace

void expect_mail_lines(std::string_view mail) {
  expect(mail.ends_with("\r\n"), "the last line has its end");
  while (!mail.empty()) {
    const std::string_view line = mail.substr(0, mail.find("\r\n"));
    mail.remove_prefix(line.size() + 2);
    expect(line.size() <= 998, "a line of a mail has 998 bytes at most");
    const bool ascii = std::all_of(line.begin(), line.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
    if (!ascii) expect_same(line, printable(line, line.size()), "a line of a mail is plain ASCII");
  }
}

std::string decoded_header(std::string_view value) {
  std::string out;
  bool after_word = false;
  while (!value.empty()) {
    const auto blank = std::min(value.find_first_of(" \r\n"), value.size());
    const std::string_view word = value.substr(0, blank);
    value.remove_prefix(std::min(value.find_first_not_of(" \r\n", blank), value.size()));
    const bool encoded = word.starts_with("=?UTF-8?") && word.ends_with("?=") && word.size() >= 12;
    if (!out.empty() && !(encoded && after_word)) out += ' ';  // blanks between encoded words mean nothing
    const std::string_view text = encoded ? word.substr(10, word.size() - 12) : word;
    out += !encoded ? std::string(text) : word[8] == 'Q' ? decode_q(text) : decode_b(text);
    after_word = encoded;
  }
  return out;
}

}  // namespace pos::fuzz
