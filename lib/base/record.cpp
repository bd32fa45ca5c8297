// SPDX-License-Identifier: MIT
#include "base/record.hpp"

#include <fmt/core.h>

namespace pos {
namespace {

constexpr LocalSeconds day_seconds = 86'400;

}  // namespace

LocalTime to_local_time(LocalSeconds time) {
  const LocalSeconds second = ((time % day_seconds) + day_seconds) % day_seconds;
  return {static_cast<std::int32_t>((time - second) / day_seconds), static_cast<std::int32_t>(second)};
}

std::chrono::seconds seconds_between(const LocalTime& from, const LocalTime& to) {
  LocalSeconds seconds = LocalSeconds{to.second_of_day} - from.second_of_day;
  if (from.dated() && to.dated())
    return std::chrono::seconds(seconds + (LocalSeconds{to.day} - from.day) * day_seconds);
  if (seconds > day_seconds / 2) seconds -= day_seconds;
  if (seconds < -day_seconds / 2) seconds += day_seconds;
  return std::chrono::seconds(seconds);
}

std::string to_date_time(LocalSeconds time) {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::seconds(time));
  const std::chrono::year_month_day date{std::chrono::sys_days{days}};
  const std::chrono::hh_mm_ss clock{std::chrono::seconds(time) - days};
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

}  // namespace pos
