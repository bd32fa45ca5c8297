// SPDX-License-Identifier: MIT
#include "render/words/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/text.hpp"

namespace pos::render {
namespace {

struct Range {
  char32_t first, last;
};

// Unicode 15: categories Mn, Me and Cf, and Hangul vowels and finals that join the letter before, of
// the scripts in wide use. A character missing here counts as 1: a line gets shorter, never too long.
constexpr std::array zero_width = {
    Range{0x00AD, 0x00AD},   Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD}, Range{0x05BF, 0x05BF},
    Range{0x0610, 0x061A},   Range{0x064B, 0x065F}, Range{0x0670, 0x0670}, Range{0x06D6, 0x06DC}, Range{0x093C, 0x093C},
    Range{0x0941, 0x0948},   Range{0x094D, 0x094D}, Range{0x0E31, 0x0E31}, Range{0x0E34, 0x0E3A}, Range{0x0E47, 0x0E4E},
    Range{0x1160, 0x11FF},   Range{0x1AB0, 0x1ACE}, Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200F}, Range{0x2060, 0x2064},
    Range{0x20D0, 0x20F0},   Range{0x3099, 0x309A}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF},
    Range{0xE0100, 0xE01EF},
};

// East Asian Width W and F (UAX 11), gaps of unassigned or rare narrow characters closed.
constexpr std::array wide = {
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x2329, 0x232A},   Range{0x23E9, 0x23F3},
    Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},   Range{0x2648, 0x2653},   Range{0x267F, 0x267F},
    Range{0x2693, 0x2693},   Range{0x26A1, 0x26A1},   Range{0x26AA, 0x26AB},   Range{0x26BD, 0x26BE},
    Range{0x26C4, 0x26C5},   Range{0x26CE, 0x26CE},   Range{0x26D4, 0x26D4},   Range{0x26EA, 0x26EA},
    Range{0x26F2, 0x26FD},   Range{0x2705, 0x2705},   Range{0x270A, 0x270B},   Range{0x2728, 0x2728},
    Range{0x274C, 0x274E},   Range{0x2753, 0x2757},   Range{0x2795, 0x2797},   Range{0x27B0, 0x27BF},
    Range{0x2B1B, 0x2B1C},   Range{0x2B50, 0x2B55},   Range{0x2E80, 0x303E},   Range{0x3041, 0x4DBF},
    Range{0x4E00, 0xA4CF},   Range{0xA960, 0xA97C},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},
    Range{0xFE10, 0xFE19},   Range{0xFE30, 0xFE6B},   Range{0xFF01, 0xFF60},   Range{0xFFE0, 0xFFE6},
    Range{0x16FE0, 0x18D08}, Range{0x1AFF0, 0x1B2FB}, Range{0x1F004, 0x1F004}, Range{0x1F0CF, 0x1F0CF},
    Range{0x1F18E, 0x1F19A}, Range{0x1F1E6, 0x1F64F}, Range{0x1F680, 0x1F6FC}, Range{0x1F7E0, 0x1F7F0},
    Range{0x1F90C, 0x1F9FF}, Range{0x1FA70, 0x1FAF8}, Range{0x20000, 0x3FFFD},
};

template <std::size_t size>
bool holds(const std::array<Range, size>& ranges, char32_t c) {
  const auto range = std::lower_bound(ranges.begin(), ranges.end(), c, [](Range r, char32_t x) { return r.last < x; });
  return range != ranges.end() && range->first <= c;
}

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

// The character at the front of UTF-8 `text`, which is taken off.
struct Character {
  char32_t code;
  std::string_view bytes;
};
Character take(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = std::min<std::size_t>(text.size(), lead < 0x80   ? 1
                                                                : lead < 0xE0 ? 2
                                                                : lead < 0xF0 ? 3
                                                                              : 4);
  char32_t code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) code = code << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
  const Character character{code, text.substr(0, length)};
  text.remove_prefix(length);
  return character;
}

int columns_of(char32_t c) {
  if (c < 0x300) return c == 0xAD ? 0 : 1;
  return holds(zero_width, c) ? 0 : holds(wide, c) ? 2 : 1;
}

// Takes as many characters off the front of `text` as fit in `width` columns, at least one.
std::string_view take_columns(std::string_view& text, int width) {
  std::string_view rest = text;
  for (int used = 0; !rest.empty();) {
    std::string_view next = rest;
    used += columns_of(take(next).code);
    if (used > width && rest.size() < text.size()) break;
    rest = next;
  }
  const std::string_view front = text.substr(0, text.size() - rest.size());
  text = rest;
  return front;
}

}  // namespace

int append_harmless(std::string& out, std::string_view text) {
  if (is_plain_ascii(text)) {
    out += text;
    return static_cast<int>(text.size());
  }
  const std::string plain = printable(text, std::string::npos);
  out += plain;
  return display_width(plain);
}

std::string harmless(std::string_view text) {
  std::string out;
  append_harmless(out, text);
  return out;
}

int display_width(std::string_view text) {
  if (is_plain_ascii(text)) return static_cast<int>(text.size());
  int width = 0;
  while (!text.empty()) width += columns_of(take(text).code);
  return width;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() -= 'a' - 'A';
  return text;
}

std::string file_title(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

std::string cut(std::string_view text, int width, const TextStyle& style) {
  if (width <= 0) return {};
  if (display_width(text) <= width) return std::string(text);
  const std::string_view ellipsis = style.ascii ? "..." : "…";
  const int left = width - (style.ascii ? 3 : 1);
  if (left < 0) return std::string(static_cast<std::size_t>(width), '.');
  std::string_view front;
  if (left > 0) front = take_columns(text, left);
  if (display_width(front) > left) front = {};
  while (front.ends_with(' ')) front.remove_suffix(1);
  return std::string(front) += ellipsis;
}

std::vector<std::string> wrap(std::string_view text, int width) {
  std::vector<std::string> lines;
  while (!(text = trim(text)).empty()) {
    std::string_view rest = text;
    std::string_view line = take_columns(rest, width);
    const std::size_t blank = line.rfind(' ');
    if (!rest.empty() && rest[0] != ' ' && blank != std::string_view::npos) line = line.substr(0, blank);
    text.remove_prefix(line.size());
    lines.emplace_back(trim(line));
  }
  return lines;
}

}  // namespace pos::render
