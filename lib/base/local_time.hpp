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

  std::int32_t day = no_day;       // days since 1970-01-01
  std::int32_t second_of_day = 0;  // 0 to 86399

  [[nodiscard]] constexpr bool dated() const { return day != no_day; }
  [[nodiscard]] constexpr int minute_of_day() const { return second_of_day / 60; }

  friend bool operator==(const LocalTime&, const LocalTime&) = default;
};

// Minutes since midnight of 1970-01-01; without a date, since midnight.
[[nodiscard]] constexpr std::int64_t minute_of(const LocalTime& time) {
  constexpr std::int64_t minutes_per_day = 1440;
  return (time.dated() ? time.day * minutes_per_day : 0) + time.minute_of_day();
}

// `14:31`, or `2026-03-09 14:31`.
[[nodiscard]] std::string to_text(const LocalTime& time);

}  // namespace pos
