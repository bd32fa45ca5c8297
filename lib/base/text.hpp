// SPDX-License-Identifier: MIT
// Text made safe for the place it is shown in, and strict numbers read from text.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pos {

// Blanks (space and TAB) off both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

// What stands up to `mark`, which goes off the text with it; all where there is none.
std::string_view take_until(std::string_view& text, char mark);

// Some editors put U+FEFF in UTF-8 before a text. What stands behind it.
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view text);

// How names of columns are compared: blanks and a byte order mark at the ends gone, ASCII letters and the accented ones
// of Latin-1 in lower case.
[[nodiscard]] std::string fold_name(std::string_view name);

// The pieces of `a,b,c`, blanks around them gone.
[[nodiscard]] std::vector<std::string> split_list(std::string_view list);
// `a, b, c`
[[nodiscard]] std::string join(const std::vector<std::string>& pieces, std::string_view separator);

// The whole text as a number, or nothing: no blanks, no leading '+', no trailing bytes, in range.
template <typename Number>
[[nodiscard]] std::optional<Number> parse_number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Card numbers become `411111******1111`. One is a window of 13 to 19 digits that passes the check of ISO/IEC 7812-1
// (Luhn), single blanks or hyphens between its digits or not, wherever it lies in a longer run of digits: nobody knows
// where in `7 4111111111111111` the card begins. What PCI DSS 3.4 lets be shown of a window stays, six and four; where
// windows overlap, a digit stays only if all of them let it. No card begins with 0, and none of 13 or 14 digits with 1
// or 2: such are times, epoch milliseconds and 20260309143107, and stay whole.
inline constexpr std::size_t shortest_card_number = 13;
void hide_card_numbers(std::string& text);
[[nodiscard]] std::string mask_card_numbers(std::string_view text);
// False: it holds none, as a quick look at its digits tells.
[[nodiscard]] bool may_hold_card_number(std::string_view text);

// For people: card numbers masked, cut at `limit` with `...`. Control characters (C0, DEL, C1, bytes that are no UTF-8)
// become `\xHH`, and what turns the line around or ends it `\u202e`: no value steers a terminal or fakes a line.
[[nodiscard]] std::string printable(std::string_view text, std::size_t limit = 80);

// As a shell takes it for one word: quoted where it must be.
[[nodiscard]] std::string shell_word(std::string_view text);

// Bytes of the character of UTF-8 (RFC 3629) that `text`, which is not empty, begins with; 0: it begins with none.
[[nodiscard]] std::size_t utf8_character(std::string_view text);

// Appends what stands for a byte that cannot stand for itself: `\xHH`.
void append_byte_escape(std::string& out, char byte);

// True where `text` is UTF-8.
[[nodiscard]] bool is_utf8(std::string_view text);

// True where `text` is UTF-8 and free of control characters.
[[nodiscard]] bool is_plain_text(std::string_view text);

// Appends `before`, a delimiter, and `value` with 0 to 9 decimals, as printf's %.*f does but for ties. (Several times
// as fast, for numbers that stand in every row.)
void append_decimal(std::string& out, double value, int decimals, std::optional<char> before = std::nullopt);

// What a status may be: 1 to 64 bytes of plain text.
inline constexpr std::size_t max_status_bytes = 64;
[[nodiscard]] bool is_status_name(std::string_view text);

// Appends `text` as a cell of CSV (RFC 4180), in quotes where it must be. Blanks at its ends get them
// too: not every reader keeps those.
void append_csv_cell(std::string& out, std::string_view text, char delimiter = ',');

}  // namespace pos
