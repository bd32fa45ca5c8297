// SPDX-License-Identifier: MIT
// Rows that come while they happen, and what the clock says of them.
#pragma once

#include <chrono>
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
    if (!begin_) begin_ = time;
    last_ = time;
  }

  // Rows over an hour off the clock that yet come while they happen: few since it was asked last, if the input `waited`
  // for them; or no more minutes of them than have passed, for a while. Many at once are a recording on a slow pipe.
  [[nodiscard]] bool are_off(bool waited, LocalTime now) {
    const auto first = std::exchange(first_, std::nullopt);
    if (!first) return false;
    const auto passed = std::chrono::steady_clock::now() - began_;
    const bool keeps_pace = passed > std::chrono::seconds(10) && span(*begin_) < passed + few_minutes;
    if (!keeps_pace && (!waited || span(*first) >= few_minutes)) return false;
    clock::FeedClock clock{std::chrono::seconds(0)};
    clock.hear(last_, now);
    return !clock.is_live();
  }

 private:
  static constexpr std::chrono::minutes few_minutes{2};

  [[nodiscard]] std::chrono::minutes span(LocalTime from) const {
    return std::chrono::minutes(std::abs(minute_of(last_) - minute_of(from)));
  }

  std::optional<LocalTime> begin_, first_;  // of the input, and since it was asked last
  LocalTime last_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

}  // namespace pos::tools
