// SPDX-License-Identifier: MIT
// One pass over a source: its report, with the incidents of the period as pos-alert has them.
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <optional>

#include "incident/rules.hpp"
#include "report/collector.hpp"
#include "report/source.hpp"

namespace pos::report {

struct Order {
  Period period;
  Filter filter;
  Keep keep = Keep::numbers;
  bool describe = false;  // rows by status
  incident::Rules rules;                                               // its volume: the status that measures business
  std::optional<LocalSeconds> now;                                     // the clock; without it every time is believed
  std::size_t most_records = std::numeric_limits<std::size_t>::max();  // to keep; of those the filter takes
  // Where there are more: 0 is an error, else they are made so many points at most (Report::coarse).
  std::size_t most_points = 0;
  std::function<void(const Record&)> see = {};                         // each that the filter takes, as it passes by
};

// How many rows a browser shows with ease, and how many points instead of more.
inline constexpr std::size_t most_rows_of_a_page = 100'000;
inline constexpr std::size_t most_points_of_a_page = 30'000;

// More records than Order::most_records.
struct TooManyRecords {};

// Errors: TooManyRecords, and what the source throws.
[[nodiscard]] Report collect(Source& source, const Order& order);

}  // namespace pos::report
