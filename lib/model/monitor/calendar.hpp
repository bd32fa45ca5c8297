// SPDX-License-Identifier: MIT
// Days and clocks of the minutes the monitor counts in: minutes since midnight of day 0.
#pragma once

#include <cstdint>

#include "model/monitor/parameters.hpp"

namespace pos::model {

// Day 0 is 1970-01-01 for dated input, the first day for input that has only a clock. Rounds down,
// so that minutes before day 0 have a day and a clock too.
[[nodiscard]] constexpr std::int64_t day_of(std::int64_t minute) {
  return minute / minutes_per_day - (minute % minutes_per_day < 0 ? 1 : 0);
}

[[nodiscard]] constexpr int minute_of_day(std::int64_t minute) {
  return static_cast<int>(minute - day_of(minute) * minutes_per_day);
}

// Days of the same weekday have the same number, 0 to 6.
[[nodiscard]] constexpr std::int64_t weekday_of(std::int64_t day) { return (day % 7 + 7) % 7; }

// A minute of the stream. Where rows tell their offset from UTC (or their seconds since 1970) a minute is an instant,
// so that none is missing or comes twice when clocks change; the curves follow the local clock. Elsewhere both are one.
struct StreamMinute {
  // NOLINTNEXTLINE(google-explicit-constructor): of a stream that knows no offset it is a number.
  constexpr StreamMinute(std::int64_t its_instant, int its_offset = 0, std::int64_t quiet_before = 0)
      : instant(its_instant), offset(its_offset), quiet(quiet_before) {}

  [[nodiscard]] constexpr std::int64_t local() const { return instant + offset; }

  std::int64_t instant;
  int offset;          // minutes that the local clock is ahead
  std::int64_t quiet;  // minutes before it that were left out, in which nothing came
};

// A clock without dates counts its days from 0; one with dates is beyond this.
inline constexpr std::int64_t first_dated_day = 1000;
[[nodiscard]] constexpr bool is_dated(std::int64_t minute) { return day_of(minute) > first_dated_day; }

// The furthest from day 0 that a LocalTime can name; and that the monitor counts to, as a stream
// may go on from there.
inline constexpr std::int64_t max_named_minute = (std::int64_t{1} << 31U) * minutes_per_day;
inline constexpr std::int64_t max_minute = 2 * max_named_minute;

}  // namespace pos::model
