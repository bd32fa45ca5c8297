// SPDX-License-Identifier: MIT
// Numbers as people write them, with a decimal point or a decimal comma, and how to tell which.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pos::read {

// A number by both ways to write it; nothing: not written that way. `1.75` has a point for sure, `1,75` and `1.234,50`
// a comma; `1.234` may be either, and 12 is the same.
struct Amount {
  std::optional<double> by_point;  // `1,234.5`: commas between thousands, or none
  std::optional<double> by_comma;  // `1.234,5`
};

// Neither: the whole text is no number. Finite numbers alone are.
[[nodiscard]] Amount parse_amount(std::string_view text);

// In hundredths, by its digits, as no double holds 0.145: what is behind the second decimal is rounded, halves away
// from zero. text: a number with that decimal mark, below 10^15.
[[nodiscard]] std::int64_t to_hundredths(std::string_view text, char decimal);

// Learns from a whole file which way its numbers are written.
class DecimalMark {
 public:
  explicit DecimalMark(char delimiter) : delimiter_(delimiter) {}

  void see(const Amount& amount);

  // The mark, `.` or `,`. Nothing: the amount may be either, and the file does not tell, or tells both. Where commas
  // separate cells a point alone is a decimal point unless a number says otherwise: so programs write it.
  [[nodiscard]] std::optional<char> decimal(const Amount& amount) const;
  [[nodiscard]] std::optional<double> value(const Amount& amount) const;

 private:
  char delimiter_;
  bool point_ = false, comma_ = false;  // seen for sure
};

}  // namespace pos::read
