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

LocalTime later(const LocalTime& time, LocalSeconds seconds) {
  LocalTime moved = to_local_time(to_seconds(time) + seconds);
  if (!time.dated()) moved.day = LocalTime::no_day;
  moved.offset = time.offset;
  moved.clock = time.clock;
  return moved;
}

std::chrono::seconds seconds_between(const LocalTime& from, const LocalTime& to) {
  LocalSeconds seconds = LocalSeconds{to.second_of_day} - from.second_of_day;
  if (from.dated() && to.dated()) {
    const bool is_sure = from.clock != LocalTime::Clock::twice && to.clock != LocalTime::Clock::twice;
    const LocalSeconds offsets = is_sure ? (LocalSeconds{to.offset} - from.offset) * 60 : 0;
    return std::chrono::seconds(seconds + (LocalSeconds{to.day} - from.day) * day_seconds - offsets);
  }
  if (seconds > day_seconds / 2) seconds -= day_seconds;
  if (seconds < -day_seconds / 2) seconds += day_seconds;
  return std::chrono::seconds(seconds);
}

LocalSeconds end_of(const LocalTime& from, const LocalTime& to) {
  const LocalSeconds begin = to_seconds(from), end = to_seconds(to);
  const bool are_instants = from.clock == LocalTime::Clock::instant && to.clock == LocalTime::Clock::instant;
  return are_instants && end <= begin ? begin + seconds_between(from, to).count() : end;
}

std::int64_t minutes_written(const LocalTime& from, const LocalTime& to) {
  if (from.clock == LocalTime::Clock::instant) return minute_of(to) - minute_of(from);
  return (minute_begin(to_seconds(to)) - minute_begin(to_seconds(from))) / 60;
}

std::string to_date_time(LocalSeconds time) {
  std::string text;
  append_date_time(text, time);
  return text;
}

// (Several times as fast as formatting it.)
void append_date_time(std::string& out, LocalSeconds time) {
  const LocalTime parts = to_local_time(time);
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{parts.day}}};
  const int year = static_cast<int>(date.year());
  const int second = parts.second_of_day;
  const int clock[] = {second / 3600, second / 60 % 60, second % 60};
  if (year < 0 || year > 9999) {
    out += fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", year, static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()), clock[0], clock[1], clock[2]);
    return;
  }
  const std::size_t begin = out.size();
  out += "0000-00-00 00:00:00";
  const auto put = [&](std::size_t at, int value) {
    out[begin + at] = static_cast<char>('0' + value / 10);
    out[begin + at + 1] = static_cast<char>('0' + value % 10);
  };
  put(0, year / 100);
  put(2, year % 100);
  put(5, static_cast<int>(static_cast<unsigned>(date.month())));
  put(8, static_cast<int>(static_cast<unsigned>(date.day())));
  put(11, clock[0]);
  put(14, clock[1]);
  put(17, clock[2]);
}

}  // namespace pos
