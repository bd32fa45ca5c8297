// SPDX-License-Identifier: MIT
// Dates for rows whose times are clock-only.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "base/local_time.hpp"
#include "base/zone.hpp"

namespace pos::clock {

// The first row is on `first_day`, and midnight moves on: a clock more than 12 hours behind the row
// before it is the next day, one more than 12 hours ahead a late row of the day before. Dated times
// pass through, and say what day it is.
class Dater {
 public:
  explicit Dater(std::int32_t first_day, Zone zone = {}) : day_(first_day), zone_(std::move(zone)) {}
  // The first row came at that moment or before, within a day: a clock over an hour ahead of it is of yesterday.
  explicit Dater(const LocalTime& now, Zone zone = {});

  // The next row comes from another file: a clock at or before the last one is the next day.
  void start_file() { new_file_ = true; }

  // The same time with its date, settled by the zone.
  [[nodiscard]] LocalTime date(LocalTime time);

 private:
  std::int32_t day_;
  Zone zone_;                                                       // of the wall clock
  std::optional<std::int32_t> second_of_day_;                       // of the row before
  std::int32_t latest_ = std::numeric_limits<std::int32_t>::max();  // second of the day, of the first row
  bool new_file_ = false;
};

}  // namespace pos::clock
