// SPDX-License-Identifier: MIT
// Two days in a row, hour by hour.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/hourly_table.hpp"
#include "base/language.hpp"
#include "checkout/hourly_test.hpp"

namespace pos::checkout {

// Sales of one hour in both files.
struct HourDifference {
  int hour = 0;
  double before = 0, after = 0;
};

struct Comparison {
  std::vector<HourDifference> hours;  // those that both files have, and that are over
  std::optional<int> up_to;           // a day is not over: the last hour that is
  double before = 0, after = 0;       // totals over them
  // Hours in which the second file's `yesterday` is not the first one's `today`: then the files are not of two
  // days in a row, or one was made anew. Not checked without a column `yesterday`.
  std::vector<int> contradictions;
  bool checked = false;
  std::string explanation;  // the total's change and what it comes from: incidents of both days, and the rest
};

// Why the two cannot be compared: a file without `today`, no hour in common. Empty: they can be.
[[nodiscard]] std::string why_not(const HourlyTable& first, const HourlyTable& second,
                                  Language language = Language::en);

// The tests are those of the two tables; nothing where one cannot be tested.
[[nodiscard]] Comparison compare(const HourlyTable& first, const std::optional<HourlyTest>& first_test,
                                 const HourlyTable& second, const std::optional<HourlyTest>& second_test,
                                 Language language = Language::en);

}  // namespace pos::checkout
