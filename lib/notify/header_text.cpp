// SPDX-License-Identifier: MIT
#include "notify/header_text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>

#include "base/text.hpp"
#include "notify/body_encoding.hpp"

namespace pos::notify {
namespace {

// 78 for a header, but 76 for a line with encoded words (RFC 2047, 2).
constexpr std::size_t good_line = 76;
constexpr std::size_t max_word = 75;
constexpr std::string_view word_begin_q = "=?UTF-8?Q?";
constexpr std::string_view word_begin_b = "=?UTF-8?B?";
constexpr std::string_view word_end = "?=";

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto blank = text.find(' ');
    if (blank > 0) words.emplace_back(text.substr(0, blank));
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
  }
  return words;
}

std::string_view take_character(std::string_view& utf8) {
  std::size_t length = 1;
  while (length < utf8.size() && (static_cast<unsigned char>(utf8[length]) & 0xC0U) == 0x80U) ++length;
  const std::string_view character = utf8.substr(0, length);
  utf8.remove_prefix(length);
  return character;
}

// The letters that are also safe in the name of an address (RFC 2047, 5, rule 3).
std::string q_encoded(std::string_view bytes) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-') {
      out += c;
    } else if (c == ' ') {
      out += '_';
    } else {
      out += {'=', digits[byte >> 4U], digits[byte & 0xFU]};
    }
  }
  return out;
}

template <typename Encode>
std::vector<std::string> in_words(std::string_view utf8, std::size_t taken, std::string_view begin, Encode encode) {
  std::size_t room = max_word - begin.size() - word_end.size() - taken;
  std::vector<std::string> words;
  std::string piece;
  const auto flush = [&] {
    if (!piece.empty()) words.push_back(std::string(begin) + encode(piece) + std::string(word_end));
    piece.clear();
    room = max_word - begin.size() - word_end.size();
  };
  while (!utf8.empty()) {
    const std::string_view character = take_character(utf8);
    if (encode(piece + std::string(character)).size() > room) flush();
    piece += character;
  }
  flush();
  return words;
}

std::size_t total(const std::vector<std::string>& words) {
  std::size_t bytes = 0;
  for (const auto& word : words) bytes += word.size();
  return bytes;
}

// A name as a phrase (RFC 5322, 3.2.5).
std::vector<std::string> phrase(const std::string& name) {
  constexpr std::size_t taken = 6;  // by `From: `
  constexpr std::size_t max_name = good_line - taken;
  if (!is_ascii(name) || name.find("=?") != std::string::npos || name.size() > max_name)
    return encoded_words(name, taken);
  const bool is_atoms = name.find_first_of("()<>[]:;@\\,.\"") == std::string::npos;
  if (is_atoms) return split(name);
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  quoted += '"';
  return quoted.size() > max_name ? encoded_words(name, taken) : std::vector{quoted};
}

}  // namespace

std::vector<std::string> encoded_words(std::string_view utf8, std::size_t taken) {
  auto q = in_words(utf8, taken, word_begin_q, q_encoded);
  auto b = in_words(utf8, taken, word_begin_b, base64);
  return 3 * total(b) < 2 * total(q) ? b : q;
}

std::string words_header(std::string_view name, const std::vector<std::string>& words) {
  std::string out = std::string(name) + ":";
  std::size_t column = out.size();
  for (const auto& word : words) {
    require_header_safe(word);
    // The first stays on the line of the name: a line of blanks alone is no folding (RFC 5322, 3.2.2).
    if (column + 1 + word.size() > good_line && column > name.size() + 1) {
      out += "\r\n";
      column = 0;
    }
    (out += ' ') += word;
    column += 1 + word.size();
  }
  return out + "\r\n";
}

std::string text_header(std::string_view name, std::string_view value) {
  require_header_safe(value);
  const auto words = split(value);
  const auto fits = [](const auto& word) { return word.size() <= max_word; };
  const bool is_short = std::all_of(words.begin(), words.end(), fits) &&
                        (words.empty() || name.size() + 2 + words.front().size() <= good_line);
  // =? would be taken for an encoded word.
  const bool as_it_is = is_ascii(value) && is_short && value.find("=?") == std::string_view::npos;
  return words_header(name, as_it_is ? words : encoded_words(value, name.size() + 1));
}

std::string address_header(std::string_view name, const std::vector<Address>& addresses) {
  std::vector<std::string> words;
  for (const Address& address : addresses) {
    if (!words.empty()) words.back() += ',';
    if (address.name.empty()) {
      words.push_back(address.spec);
      continue;
    }
    const auto shown = phrase(printable(address.name, std::string::npos));
    words.insert(words.end(), shown.begin(), shown.end());
    words.push_back("<" + address.spec + ">");
  }
  return words_header(name, words);
}

std::string mail_date(std::int64_t utc, std::int64_t offset_seconds) {
  static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::seconds local{utc + offset_seconds / 60 * 60};
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::sys_days days_since{day};
  const std::chrono::year_month_day date{days_since};
  const std::chrono::hh_mm_ss clock{local - day};
  const std::int64_t minutes = std::abs(offset_seconds) / 60;
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} {}{:02}{:02}",
                     days[std::chrono::weekday(days_since).c_encoding()], static_cast<unsigned>(date.day()),
                     months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                     offset_seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

}  // namespace pos::notify
