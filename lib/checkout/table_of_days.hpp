// SPDX-License-Identifier: MIT
// The table of a day, made of the transactions of it and of the days before.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/hourly_table.hpp"

namespace pos::checkout {

using HourlySales = std::vector<double>;  // 24 of them; NaN: the day has no such hour, since clocks were put on

struct TableOfDays {
  HourlyTable table;                    // all hours of the day; `today` is not known from the first on that is not over
  // Columns that lack a day: `avg_last_month is the mean of 22 days`, `yesterday is left out`.
  std::vector<std::string> incomplete;
  std::vector<int> halved = {};  // hours of `day` that came twice, as clocks were put back: whoever counts sets it
  std::vector<int> scaled = {};  // likewise those that took half an hour more or less, and count as if it were an hour
};

// The columns today, yesterday, same_day_last_week, avg_last_week and avg_last_month, each only where `days` has what
// it is made of, and a week before those of single days: of an average half of its days, the others have no part in it. A day that is not among `days` is one
// that nobody knows, and no day without sales.
//
// Edge     An hour that `day` does not have is none of the table's. That of a day before is what the hours beside it are in
//          the mean, and has no part in averages.
// Shape    days: by days since 1970-01-01; has `day`, of which `hours_over` hours count, 1 to 24.
[[nodiscard]] TableOfDays table_of(const std::map<std::int32_t, HourlySales>& days, std::int32_t day, int hours_over);

}  // namespace pos::checkout
