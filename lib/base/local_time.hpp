// SPDX-License-Identifier: MIT
// Wall-clock time of a row, in the zone its stream is read in.
#pragma once

#include <cstdint>
#include <limits>
#include <string>

namespace pos {

struct LocalTime {
  // The input gave a clock without a date (`14:31`).
  static constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

  // What it was made of: the wall clock; an instant, as an offset or seconds since 1970 tell; or a wall clock that
  // shows this time twice, since clocks are put back.
  enum class Clock : std::int8_t { wall, instant, twice };

  std::int32_t day = no_day;       // days since 1970-01-01
  std::int32_t second_of_day = 0;  // 0 to 86399
  std::int16_t offset = 0;         // minutes ahead of UTC; 0 where no zone is known (base/zone.hpp)
  Clock clock = Clock::wall;

  [[nodiscard]] constexpr bool dated() const { return day != no_day; }
  [[nodiscard]] constexpr int minute_of_day() const { return second_of_day / 60; }

  // As a clock on the wall shows them.
  friend bool operator==(const LocalTime& a, const LocalTime& b) {
    return a.day == b.day && a.second_of_day == b.second_of_day;
  }
};

// Minutes since midnight of 1970-01-01, of UTC where the offset is known; without a date, since midnight.
[[nodiscard]] constexpr std::int64_t minute_of(const LocalTime& time) {
  constexpr std::int64_t minutes_per_day = 1440;
  return time.dated() ? time.day * minutes_per_day + time.minute_of_day() - time.offset : time.minute_of_day();
}

// `14:31`, or `2026-03-09 14:31`.
[[nodiscard]] std::string to_text(const LocalTime& time);

}  // namespace pos
