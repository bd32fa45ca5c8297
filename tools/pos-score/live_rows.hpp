// SPDX-License-Identifier: MIT
// Rows that come while they happen, and what the clock says of them.
#pragma once

#include <cstdlib>
#include <optional>
#include <utility>

#include "base/local_time.hpp"
#include "clock/feed_clock.hpp"

namespace pos::tools {

class LiveRows {
 public:
  // A row that is new, whether its time is believed or not.
  void see(LocalTime time) {
    if (!first_) first_ = time;
    last_ = time;
  }

  // What came since it was asked last, if the input `waited` for it: few rows that are over an hour off the clock. Many
  // at once are a recording on a slow pipe.
  [[nodiscard]] bool are_off(bool waited, LocalTime now) {
    constexpr std::int64_t few_minutes = 2;
    const auto first = std::exchange(first_, std::nullopt);
    if (!waited || !first || std::abs(minute_of(last_) - minute_of(*first)) >= few_minutes) return false;
    clock::FeedClock clock{std::chrono::seconds(0)};
    clock.hear(last_, now);
    return !clock.is_live();
  }

 private:
  std::optional<LocalTime> first_;
  LocalTime last_;
};

}  // namespace pos::tools
