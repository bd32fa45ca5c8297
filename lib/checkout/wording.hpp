// SPDX-License-Identifier: MIT
// Numbers, hours and lists as sentences write them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/language.hpp"

namespace pos::checkout {

// A count as it is (`526`), anything else with two decimals (`355.76`, in Portuguese `355,76`).
[[nodiscard]] std::string number(double value, Language language = Language::en);
[[nodiscard]] std::string two_decimals(double value, Language language = Language::en);
// What is to be expected, with one decimal; below 1 with two.
[[nodiscard]] std::string expected_number(double value, Language language = Language::en);
[[nodiscard]] std::string sold(double count, Language language = Language::en);  // `13 sold`, `nothing sold`
// From one amount to another: `+0.6%`. `from` is above 0.
[[nodiscard]] std::string change(double from, double to, Language language = Language::en);
[[nodiscard]] std::string percent(double part, double whole, Language language = Language::en);  // `57.4%`
// `1 sale`, `3 sales`; `12.50 in sales`.
[[nodiscard]] std::string sales_text(double sum, bool is_money, Language language = Language::en);
[[nodiscard]] std::string hours_text(double count, Language language = Language::en);  // `1 hour`, `3 hours`

// `a`, `a and b`, `a, b and c`.
[[nodiscard]] std::string list(const std::vector<std::string>& items, Language language = Language::en);
// `07h-09h, 11h and 15h-17h`. Shape: ascending.
[[nodiscard]] std::string hour_ranges(std::span<const int> hours, Language language = Language::en);

// `a Monday`; days since 1970-01-01.
[[nodiscard]] std::string weekday_with_article(std::int32_t day, Language language = Language::en);

// `once in 42 billion`, before `days` or `such hours`; 0 < p <= 1.
[[nodiscard]] std::string once_in(double p, Language language = Language::en);

}  // namespace pos::checkout
