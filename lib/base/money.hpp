// SPDX-License-Identifier: MIT
// Amounts of money, in whatever currency the input has: hundredths of its unit, so that sums are exact.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/language.hpp"

namespace pos {

using Hundredths = std::int64_t;

inline constexpr Hundredths max_amount = 100'000'000'000'000;  // 10^12 units: more digits are a card, or an id

// `1234.56`, as programs read it.
[[nodiscard]] std::string decimal_amount(Hundredths amount);
// `1,234.56`, as people read it: in Portuguese `1.234,56`. Of what is estimated, in hundredths.
[[nodiscard]] std::string amount_words(double hundredths, Language language = Language::en);
// In units, of what is in hundredths.
[[nodiscard]] inline std::optional<double> in_units(std::optional<double> hundredths) {
  return hundredths ? std::optional(*hundredths / 100) : std::nullopt;
}

// Stays at the largest where the sum of several amounts is beyond all bounds.
inline void add_amount(Hundredths& sum, Hundredths amount) {
  if (__builtin_add_overflow(sum, amount, &sum)) sum = amount < 0 ? INT64_MIN : INT64_MAX;
}

}  // namespace pos
