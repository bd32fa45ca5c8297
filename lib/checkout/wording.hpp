// SPDX-License-Identifier: MIT
// Numbers, hours and lists as sentences write them.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace pos::checkout {

// A count as it is (`526`), anything else with two decimals (`355.76`).
[[nodiscard]] std::string number(double value);
// What is to be expected, with one decimal; below 1 with two.
[[nodiscard]] std::string expected_number(double value);
[[nodiscard]] std::string sold(double count);  // `13 sold`, `nothing sold`
// From one amount to another: `+0.6%`. `from` is above 0.
[[nodiscard]] std::string change(double from, double to);
[[nodiscard]] std::string percent(double part, double whole);  // `57.4%`
// How many: `1 hour`, `3 hours`.
[[nodiscard]] std::string count_of(double count, const std::string& noun);

// `a`, `a and b`, `a, b and c`.
[[nodiscard]] std::string list(const std::vector<std::string>& items);
// `07h-09h, 11h and 15h-17h`. Shape: ascending.
[[nodiscard]] std::string hour_ranges(std::span<const int> hours);

// `once in 42 billion`; 0 < p <= 1.
[[nodiscard]] std::string once_in(double p);

}  // namespace pos::checkout
