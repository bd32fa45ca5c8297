// SPDX-License-Identifier: MIT
// Sales by hour, days beside each other: the table of checkout-stats.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pos {

struct HourlyColumn {
  std::string name;
  std::vector<double> values;  // one for each hour of the table; NaN: not known yet, as in hours to come
};

struct HourlyTable {
  std::string name;                   // of the file, for messages
  std::vector<int> hours;             // 0 to 23, ascending, each once; may lack some, never empty
  std::vector<HourlyColumn> columns;  // without the time, in the order of the file; names differ
  std::optional<std::int32_t> day = {};  // that it is of, since 1970-01-01, where that is known
  bool is_day_assumed = false;           // nobody said it, nor did the clock: it is the last one of a history
  // Of columns of single days, under their names: the same hours a week before, where they are known. What a column
  // shares with its own is of the weekday.
  std::vector<HourlyColumn> week_before = {};
  std::vector<int> skipped = {};         // hours that its day does not have, since clocks were put on: none is missing
  bool is_money = false;                 // its numbers are sums of amounts, and not counts

  // Null: there is none of that name.
  [[nodiscard]] const HourlyColumn* find(std::string_view column) const {
    for (const HourlyColumn& candidate : columns) {
      if (candidate.name == column) return &candidate;
    }
    return nullptr;
  }
};

// `07h`, as the tables write it.
[[nodiscard]] inline std::string hour_text(int hour) {
  return {static_cast<char>('0' + hour / 10), static_cast<char>('0' + hour % 10), 'h'};
}

}  // namespace pos
