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
  incident::Rules rules;                                               // its volume: the status that measures business
  std::optional<LocalSeconds> now;                                     // the clock; without it every time is believed
  std::size_t most_records = std::numeric_limits<std::size_t>::max();  // to keep; of those the filter takes
  std::function<void(const Record&)> see = {};                         // each that the filter takes, as it passes by
};

// More records than Order::most_records.
struct TooManyRecords {};

// Errors: TooManyRecords, and what the source throws.
[[nodiscard]] Report collect(Source& source, const Order& order);

}  // namespace pos::report
