// SPDX-License-Identifier: MIT
#include "base/zone.hpp"

#include <cstdlib>

#include "base/record.hpp"

namespace pos {

LocalTime Zone::settle(LocalTime time) const {
  constexpr std::int64_t day = 1440;
  if (!ahead_ || !time.dated() || time.clock == LocalTime::Clock::instant) return time;
  time.offset = 0;
  const std::int64_t wall = minute_of(time);
  const int before = ahead_(wall - day);
  const int after = ahead_(wall + day);
  const bool is_before = ahead_(wall - before) == before;
  const bool is_after = ahead_(wall - after) == after;
  const bool twice = before != after && is_before && is_after;
  time.offset = static_cast<std::int16_t>(is_before || !is_after ? before : after);
  time.clock = twice ? LocalTime::Clock::twice : LocalTime::Clock::wall;
  return time;
}

LocalTime Zone::near(LocalTime time, std::int64_t instant) const {
  if (time.clock != LocalTime::Clock::twice) return time;
  const std::int64_t first = minute_of(time);
  LocalTime second = time;
  second.offset = static_cast<std::int16_t>(ahead_(first + 1440));
  LocalTime chosen = std::abs(minute_of(second) - instant) < std::abs(first - instant) ? second : time;
  chosen.clock = LocalTime::Clock::instant;
  return chosen;
}

LocalTime Zone::local(std::int64_t instant) const {
  const int offset = ahead(instant);
  LocalTime time = to_local_time((instant + offset) * 60);
  time.offset = static_cast<std::int16_t>(offset);
  time.clock = LocalTime::Clock::instant;
  return time;
}

bool Zone::is_doubled(std::int64_t instant) const {
  if (!ahead_) return false;
  return settle(to_local_time((instant + ahead(instant)) * 60)).clock == LocalTime::Clock::twice;
}

}  // namespace pos
