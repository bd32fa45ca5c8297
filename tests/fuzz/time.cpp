// SPDX-License-Identifier: MIT
// Times, one a line, behind a line with a format as of strftime or an empty one.
#include <string>

#include "base/record.hpp"
#include "base/text.hpp"
#include "fuzz/target.hpp"
#include "read/time_format.hpp"
#include "read/time_forms.hpp"
#include "read/time_writing.hpp"

namespace pos::fuzz {
namespace {

std::string told(const std::optional<LocalTime>& time) {
  if (!time) return "none";
  return to_text(*time) + ":" + std::to_string(time->second_of_day % 60) + " " + std::to_string(time->offset) + " " +
         std::to_string(static_cast<int>(time->clock));
}

// A time written as `text` is reads as what it was written for.
void write_again(std::string_view text, const LocalTime& time, TimeStyle style) {
  static const read::TimeZone utc;
  constexpr std::int32_t last_day = 36'159;  // 2068-12-31: two digits of the year after it are those of 1969
  for (const std::int64_t minutes : {0, 61}) {
    if (minutes > 0 && time.dated() && time.day >= last_day) continue;
    const std::string shifted = read::shift_time(text, minutes, style);
    const auto later = read::TimeReader(utc, style).read(shifted);
    const std::int64_t wanted = minute_of(time) + minutes;
    const bool same = later && (time.dated() ? minute_of(*later) == wanted : minute_of(*later) == wanted % 1440);
    if (!same) expect_same(std::string(text) + " " + told(time), shifted + " " + told(later), "a time written again");
  }
}

void take_in(const read::TimeZone& zone, const std::string& format, std::string_view lines) {
  TimeStyle style{format};
  read::TimeReader reader(zone, style);
  while (!lines.empty()) {
    const std::string_view text = take_until(lines, '\n');
    TimeStyle alone = style;
    read::TimeReader fresh(zone, alone);
    const auto time = reader.read(text);
    expect_same(told(time), told(fresh.read(text)), "a time behind others and alone");
    expect(alone.order == style.order, "what a date proves does not depend on the times before");
    if (time) {
      expect(time->second_of_day >= 0 && time->second_of_day < 86'400, "a time of a day");
      if (zone.name() == "UTC") write_again(text, *time, style);
      continue;
    }
    const std::string problem = reader.problem(text);
    expect(!problem.empty(), "why a time is none");
    expect_plain(problem);
    if (!reader.undecided()) continue;
    for (const auto order : {TimeStyle::Order::day_first, TimeStyle::Order::month_first}) {
      const std::string proposed = read::format_of(text, order);
      TimeStyle by_format{read::parse_time_format(proposed)};
      if (!read::TimeReader(zone, by_format).read(text)) expect_same(text, proposed, "a format that is proposed");
    }
  }
}

}  // namespace

void take(std::string_view bytes) {
  static const read::TimeZone utc, berlin("Europe/Berlin");
  const std::string_view given = take_until(bytes, '\n');
  const std::string format = given.empty() ? "" : read::parse_time_format(given);
  for (const read::TimeZone* zone : {&utc, &berlin}) take_in(*zone, format, bytes);
  static_cast<void>(read::parse_date(bytes.substr(0, bytes.find('\n'))));
}

}  // namespace pos::fuzz
