// SPDX-License-Identifier: MIT
#include "clock/steps_back.hpp"

#include <algorithm>

namespace pos::clock {

void StepsBack::see(LocalTime time, std::string_view status) {
  constexpr std::size_t most_statuses = 1000;
  constexpr std::int32_t far = 4 * 3600;
  constexpr std::int32_t half_day = 12 * 3600;  // a larger one is a midnight
  constexpr int in_order = 50;
  if (time.dated()) return;
  auto at = lines_.find(status);
  if (at == lines_.end()) {
    if (lines_.size() < most_statuses) lines_.emplace(status, Line{time.second_of_day, 1, 0});
    return;
  }
  Line& line = at->second;
  const std::int32_t back = line.second - time.second_of_day;
  if (back > far && back <= half_day && line.ascending >= in_order) {
    most_ = std::max(most_, ++line.steps);
    from_.second_of_day = line.second;
    to_ = time;
  }
  line.ascending = back <= 0 ? line.ascending + 1 : 1;
  line.second = time.second_of_day;
}

std::string StepsBack::words() const {
  if (most_ < 2) return {};
  return "times have no date, and go back from " + to_text(from_) + " to " + to_text(to_) + ", " +
         std::to_string(most_) +
         " times: they are taken for rows of one day (give dates, or a file for each day, if they are of several)";
}

}  // namespace pos::clock
