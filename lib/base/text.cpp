// SPDX-License-Identifier: MIT
#include "base/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace pos {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

// Ranges of second bytes: RFC 3629, section 4.
std::size_t utf8_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[i])) return 0;
  }
  const auto second = static_cast<unsigned char>(text[1]);
  if (lead == 0xE0 && second < 0xA0) return 0;  // overlong
  if (lead == 0xED && second > 0x9F) return 0;  // surrogates
  if (lead == 0xF0 && second < 0x90) return 0;  // overlong
  if (lead == 0xF4 && second > 0x8F) return 0;  // above U+10FFFF
  return length;
}

namespace {

// The same, of printable ones.
std::size_t plain_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x20 || lead == 0x7F) return 0;
  const std::size_t length = utf8_character(text);
  return length == 2 && lead == 0xC2 && static_cast<unsigned char>(text[1]) < 0xA0 ? 0 : length;  // C1 controls
}

// The code of a character that turns the line around or ends it: marks and overrides of direction (UAX 9), line and
// paragraph separator; 0: it is another.
unsigned turning_code(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]) & 0x3FU; };
  if (character.size() < 2 || character.size() > 3) return 0;
  const unsigned lead = character.size() == 2 ? static_cast<unsigned char>(character[0]) & 0x1FU
                                              : (static_cast<unsigned char>(character[0]) & 0x0FU) << 6U | byte(1);
  const unsigned code = lead << 6U | byte(character.size() - 1);
  const bool turns = code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
                     (code >= 0x2066 && code <= 0x2069);
  return turns ? code : 0;
}

// How many ASCII bytes `text` begins with, or a few less.
std::size_t ascii_bytes(std::string_view text) {
  std::size_t size = 0;
  for (; size + 8 <= text.size(); size += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + size, 8);
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  return size;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Where the digits stand that begin at `begin`, one blank or hyphen between two at most.
void find_digit_run(std::string_view text, std::size_t begin, std::vector<std::size_t>& places) {
  places.clear();
  for (std::size_t i = begin; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      places.push_back(i);
    } else if ((text[i] != ' ' && text[i] != '-') || i + 1 == text.size() || !is_digit(text[i + 1])) {
      break;
    }
  }
}

// Luhn's sum of any window of digits at once: every second digit counts twice, and which those are depends on where the
// window ends.
class LuhnSums {
 public:
  LuhnSums(std::string_view text, const std::vector<std::size_t>& places) : odd_doubled_{0}, even_doubled_{0} {
    for (std::size_t i = 0; i < places.size(); ++i) {
      const int once = text[places[i]] - '0';
      const int twice = once > 4 ? once * 2 - 9 : once * 2;
      odd_doubled_.push_back(odd_doubled_[i] + (i % 2 == 1 ? twice : once));
      even_doubled_.push_back(even_doubled_[i] + (i % 2 == 0 ? twice : once));
    }
  }

  // The last digit of a window, before `end`, counts once.
  [[nodiscard]] bool passes(std::size_t begin, std::size_t end) const {
    const std::vector<int>& sums = end % 2 == 0 ? even_doubled_ : odd_doubled_;
    return (sums[end] - sums[begin]) % 10 == 0;
  }

 private:
  std::vector<int> odd_doubled_, even_doubled_;  // sums of the digits before a place
};

bool may_begin_card(char first, std::size_t size) { return first >= (size <= 14 ? '3' : '1'); }

void hide_in_run(std::string& text, const std::vector<std::size_t>& places) {
  constexpr std::size_t longest = 19;
  constexpr std::size_t shown_first = 6;
  constexpr std::size_t shown_last = 4;
  const LuhnSums sums(text, places);
  std::vector<bool> hidden(places.size());
  for (std::size_t begin = 0; begin + shortest_card_number <= places.size(); ++begin) {
    for (std::size_t end = begin + shortest_card_number; end <= std::min(begin + longest, places.size()); ++end) {
      if (!may_begin_card(text[places[begin]], end - begin) || !sums.passes(begin, end)) continue;
      for (std::size_t i = begin + shown_first; i < end - shown_last; ++i) hidden[i] = true;
    }
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (hidden[i]) text[places[i]] = '*';
  }
}

}  // namespace

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string_view take_until(std::string_view& text, char mark) {
  const auto end = text.find(mark);
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return taken;
}

std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

std::string fold_name(std::string_view name) {
  name = trim(without_byte_order_mark(trim(name)));
  std::string folded(name);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const auto byte = static_cast<unsigned char>(folded[i]);
    const bool accented =
        i > 0 && folded[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97;  // not the cross
    if ((folded[i] >= 'A' && folded[i] <= 'Z') || accented) folded[i] = static_cast<char>(byte + 0x20);
  }
  return folded;
}

std::vector<std::string> split_list(std::string_view list) {
  std::vector<std::string> pieces;
  for (;;) {
    const auto comma = list.find(',');
    pieces.emplace_back(trim(list.substr(0, comma)));
    if (comma == std::string_view::npos) return pieces;
    list.remove_prefix(comma + 1);
  }
}

std::string join(const std::vector<std::string>& pieces, std::string_view separator) {
  std::string list;
  for (const std::string& piece : pieces) {
    if (&piece != pieces.data()) list += separator;
    list += piece;
  }
  return list;
}

bool may_hold_card_number(std::string_view text) {
  if (text.size() < shortest_card_number) return false;
  std::size_t digits = 0;  // in a row, but for blanks and hyphens
  for (const char c : text) {
    if (is_digit(c)) {
      if (++digits == shortest_card_number) return true;
    } else if (c != ' ' && c != '-') {
      digits = 0;
    }
  }
  return false;
}

void hide_card_numbers(std::string& text) {
  if (!may_hold_card_number(text)) return;
  std::vector<std::size_t> places;
  auto at = std::find_if(text.begin(), text.end(), is_digit);
  while (at != text.end()) {
    find_digit_run(text, static_cast<std::size_t>(at - text.begin()), places);
    if (places.size() >= shortest_card_number) hide_in_run(text, places);
    at = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(places.back()) + 1, text.end(), is_digit);
  }
}

std::string mask_card_numbers(std::string_view text) {
  std::string masked(text);
  hide_card_numbers(masked);
  return masked;
}

void append_byte_escape(std::string& out, char byte) {
  constexpr char hex[] = "0123456789abcdef";
  const auto value = static_cast<unsigned char>(byte);
  out += {'\\', 'x', hex[value >> 4U], hex[value & 0xFU]};
}

std::string printable(std::string_view hostile, std::size_t limit) {
  const std::string masked = mask_card_numbers(hostile);
  std::string_view text = masked;
  std::string out;
  while (!text.empty()) {
    if (out.size() >= limit) return out + "...";
    if (const std::size_t length = plain_character(text); length > 0) {
      if (const unsigned turning = turning_code(text.substr(0, length)); turning != 0) {
        out += fmt::format("\\u{:04x}", turning);
      } else {
        out += text.substr(0, length);
      }
      text.remove_prefix(length);
      continue;
    }
    append_byte_escape(out, text[0]);
    text.remove_prefix(1);
  }
  return out;
}

std::string shell_word(std::string_view text) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+:@%,=";
  if (!text.empty() && text.find_first_not_of(plain) == std::string_view::npos) return std::string(text);
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

bool is_utf8(std::string_view text) {
  while (true) {
    text.remove_prefix(ascii_bytes(text));
    for (std::size_t i = 0; i < 8 && !text.empty(); ++i) {
      const std::size_t length = utf8_character(text);
      if (length == 0) return false;
      text.remove_prefix(length);
    }
    if (text.empty()) return true;
  }
}

bool is_plain_text(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = plain_character(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

bool is_status_name(std::string_view text) {
  return !text.empty() && text.size() <= max_status_bytes && is_plain_text(text);
}

void append_decimal(std::string& out, double value, int decimals, std::optional<char> before) {
  constexpr std::array<double, 10> powers = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  const double scaled = std::abs(value) * powers[static_cast<std::size_t>(decimals)];
  if (!(scaled < 1e15)) {  // too large to be exact as an integer, or no number
    if (before) out += *before;
    out += fmt::format("{:.{}f}", value, decimals);
    return;
  }
  // To the nearest, halves away from zero, as llround(), which is a call: the rest of so small a number is exact.
  auto rest = static_cast<std::uint64_t>(scaled);
  if (scaled - static_cast<double>(rest) >= 0.5) ++rest;
  std::array<char, 24> written;
  char* at = written.end();
  const bool negative = value < 0 && rest > 0;
  for (int place = 0; place < decimals; ++place, rest /= 10) *--at = static_cast<char>('0' + rest % 10);
  if (decimals > 0) *--at = '.';
  do {
    *--at = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (negative) *--at = '-';
  if (before) *--at = *before;
  out.append(at, written.end());
}

void append_csv_cell(std::string& out, std::string_view text, char delimiter) {
  const auto special = [delimiter](char c) { return c == '"' || c == delimiter || c == '\n' || c == '\r'; };
  const bool quote = std::any_of(text.begin(), text.end(), special) || trim(text).size() != text.size();
  if (!quote) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace pos
