// SPDX-License-Identifier: MIT
// Rows that are judged alone, many at a time: what is written behind their own bytes differs in the score only.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/row.hpp"
#include "base/scored.hpp"
#include "write/scored_format.hpp"

namespace pos::write {

// Writes what ScoredFormat's input_columns() and scored_columns() would: what they make of one row is the pattern of
// its like.
//
//     const auto pattern = rows.pattern(judge);            // of all rows of one verdict, decision and reason
//     for each row: rows.append(raw, score, pattern);
//     rows.take(out);
class AloneRows {
 public:
  // `format` must outlive it; its input is of the format `of`, and so is its output, without explain and recommendation
  // (key and where are empty).
  AloneRows(ScoredFormat& format, Format of) : format_(format), of_(of) {}

  // `judge` says what a row of a score is, without anything of a monitor: all but the score, and that where it stands
  // in the reason, is the same for all scores.
  [[nodiscard]] std::size_t pattern(const std::function<Scored(double)>& judge);

  // False, and nothing is written: it must be written as ScoredFormat does. Its like have no pattern, or a reason would
  // have another last digit than this writes. 32 bytes from the begin of `raw` on may be read, however short it is.
  [[nodiscard]] bool append(std::string_view raw, double score, std::size_t pattern) {
    const Pattern& like = patterns_[pattern];
    const double millionths = score * 1e6;
    if (like.size == 0 || (like.size == 3 && may_be_tie(millionths))) return false;
    if (of_ == Format::ndjson) raw.remove_suffix(raw.size() - raw.rfind('}'));
    reserve(raw.size());
    const auto digits = six_digits(millionths);
    char* to = put(text_.data() + used_, raw.data(), raw.size());
    to = put(to, like.pieces[0].text.data(), like.pieces[0].size);
    for (std::size_t i = 1; i < like.size; ++i) {
      std::memcpy(to, digits.data(), digits.size());
      to = put(to + digits.size(), like.pieces[i].text.data(), like.pieces[i].size);
    }
    used_ = static_cast<std::size_t>(to - text_.data());
    return true;
  }

  void take(std::string& out) {
    out.append(text_.data(), used_);
    used_ = 0;
  }

 private:
  static constexpr std::size_t short_size = 32;
  struct Piece {
    std::array<char, 256> text{};
    std::size_t size = 0;
  };
  // What stands around the score, which comes once or twice.
  struct Pattern {
    std::array<Piece, 3> pieces;
    std::size_t size = 0;  // of them; 0: there is no pattern
  };
  [[nodiscard]] static Pattern take_apart(std::string_view text, std::string_view score);

  // Most texts are short, and a copy of one size needs no loop. Both sides have room for it.
  static char* put(char* to, const char* text, std::size_t size) {
    if (size <= short_size) {
      std::memcpy(to, text, short_size);
    } else {
      std::memcpy(to, text, size);
    }
    return to + size;
  }
  void reserve(std::size_t raw) {
    const std::size_t most = used_ + raw + sizeof(Pattern) + 4 * short_size;
    if (text_.size() < most) text_.resize(most * 2);
  }
  // A score column has what append_decimal() makes of the score, a reason what fmt does: they differ on ties, and where
  // the product is rounded to one.
  static bool may_be_tie(double millionths) {
    constexpr double near = 1e-6;
    const double rest = millionths - static_cast<double>(static_cast<std::int64_t>(millionths)) - 0.5;
    return rest > -near && rest < near;
  }
  // As append_decimal() writes six decimals of a number from 0 to 1.
  static std::array<char, 8> six_digits(double millionths);

  ScoredFormat& format_;
  Format of_;
  std::vector<Pattern> patterns_;
  std::vector<char> text_;  // of rows that wait for take()
  std::size_t used_ = 0;
};

inline std::array<char, 8> AloneRows::six_digits(double millionths) {
  static constexpr auto three_digits = [] {
    std::array<std::array<char, 3>, 1000> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
      table[i] = {static_cast<char>('0' + i / 100), static_cast<char>('0' + i / 10 % 10),
                  static_cast<char>('0' + i % 10)};
    }
    return table;
  }();
  auto number = static_cast<std::uint32_t>(millionths);
  if (millionths - number >= 0.5) ++number;
  std::array<char, 8> digits;
  digits[0] = static_cast<char>('0' + number / 1'000'000);
  digits[1] = '.';
  std::memcpy(digits.data() + 2, three_digits[number / 1000 % 1000].data(), 3);
  std::memcpy(digits.data() + 5, three_digits[number % 1000].data(), 3);
  return digits;
}

}  // namespace pos::write
