// SPDX-License-Identifier: MIT
#include "clock/dater.hpp"

namespace pos::clock {

Dater::Dater(const LocalTime& now, Zone zone)
    : day_(now.day), zone_(std::move(zone)), latest_(now.second_of_day + 3600) {}

LocalTime Dater::date(LocalTime time) {
  constexpr std::int32_t half_day = 43'200;
  if (time.dated()) {
    day_ = time.day;
  } else {
    const std::int32_t ahead = second_of_day_ ? time.second_of_day - *second_of_day_ : 0;
    const bool next_file_next_day = new_file_ && second_of_day_ && ahead <= 0;
    if (!second_of_day_ && time.second_of_day > latest_) --day_;
    day_ += ahead < -half_day || next_file_next_day ? 1 : ahead > half_day && !new_file_ ? -1 : 0;
    time.day = day_;
    time = zone_.settle(time);
  }
  second_of_day_ = time.second_of_day;
  new_file_ = false;
  return time;
}

}  // namespace pos::clock
