// SPDX-License-Identifier: MIT
#include "silence.hpp"

#include <array>
#include <optional>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/options.hpp"
#include "cli/period.hpp"
#include "read/fields.hpp"

namespace pos::tools {
namespace {

using incident::ClockSeconds;
using incident::WallSpan;

constexpr std::int64_t whole_day = 86'400;
constexpr ClockSeconds year_9999 = 253'402'300'799;
constexpr std::array<std::string_view, 7> day_names = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

LocalTime parse_begin(const std::string& text, const read::TimeZone& zone) {
  if (const auto date = read::parse_date(text)) return {*date, 0};
  if (const auto time = read::parse_time(text, zone)) return *time;
  cli::misuse("--from: '" + printable(text) + "' is no time such as 02:00 or '2026-03-10 02:00'");
}

WallSpan span_of(const Options& options, const read::TimeZone& zone, LocalSeconds wall) {
  const LocalTime begin = parse_begin(options.silent_from, zone);
  WallSpan span{0, options.silent_for.count(), options.silent_days};
  if (begin.dated()) {
    span.first = LocalSeconds{begin.day} * whole_day + begin.second_of_day;
  } else {
    span.first = cli::day_begin(wall) + begin.second_of_day;
    // One that goes over midnight may have begun yesterday.
    const bool is_short = span.length <= whole_day;
    if ((is_short && wall < span.first - whole_day + span.length) || span.days != 0) span.first -= whole_day;
    if (wall >= span.first + span.length && span.days == 0) span.first += whole_day;
  }
  if (!span.begin_of(wall)) cli::misuse("--from: '" + printable(options.silent_from) + "': all of it is over by now");
  return span;
}

}  // namespace

incident::Silence silence_of(const Options& options, const read::TimeZone& zone, ClockSeconds now) {
  incident::Silence silence = options.silence;
  hide_card_numbers(silence.status);  // as incidents have them; `*` stands for any digit, too
  hide_card_numbers(silence.group);
  silence.author = options.author;
  silence.comment = options.comment;
  silence.begin = now;
  silence.end = now + options.silent_for.count();
  if (options.silent_from.empty()) return silence;
  const LocalSeconds wall = zone.local(now);
  silence.span = span_of(options, zone, wall);
  // It says itself when it holds. (A day more: the clock may be put back before.)
  const bool again = silence.span->days != 0;
  silence.end = again ? year_9999 : now + (silence.span->first + silence.span->length - wall) + whole_day;
  return silence;
}

std::string every_words(int days) {
  if (days == WallSpan::every_day) return "day";
  std::string words;
  for (std::size_t day = 0; day < day_names.size(); ++day) {
    if (((days >> day) & 1) != 0) words.append(words.empty() ? "" : ",").append(day_names[day]);
  }
  return words;
}

}  // namespace pos::tools
