// SPDX-License-Identifier: MIT
#include "clock/feed_clock.hpp"

#include <algorithm>

#include "base/record.hpp"

namespace pos::clock {

constexpr std::chrono::hours live(1);

void FeedClock::hear(const LocalTime& row, const LocalTime& now) {
  lag_ = seconds_between(row, now);
  has_heard_ = true;
}

bool FeedClock::is_live() const { return std::chrono::abs(lag_) <= live; }

std::optional<LocalTime> FeedClock::latest(const LocalTime& now) const {
  if (!is_live()) return std::nullopt;
  constexpr std::chrono::seconds few_minutes(180);
  constexpr std::chrono::seconds some_minutes(600);
  const std::chrono::seconds ahead = has_heard_ ? few_minutes - lag_ : some_minutes;
  return later(now, ahead.count());
}

std::optional<LocalTime> FeedClock::at(const LocalTime& now) const {
  if (!is_live()) return std::nullopt;
  constexpr std::chrono::seconds minute(60);
  const auto behind = lag_ > minute ? lag_ - minute : std::min(lag_, std::chrono::seconds(0));
  return later(now, -(grace_ + behind).count());
}

}  // namespace pos::clock
