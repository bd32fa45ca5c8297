// SPDX-License-Identifier: MIT
#include "cli/period.hpp"

#include <cstdlib>
#include <ctime>
#include <string_view>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/options.hpp"
#include "read/fields.hpp"

namespace pos::cli {
namespace {

constexpr LocalSeconds day_seconds = 86'400;
constexpr LocalSeconds minute_seconds = 60;

// How a time was said, which decides where a period that begins there ends.
enum class Said { day, ago, time };

struct Moment {
  LocalSeconds time;
  Said said;
  std::optional<LocalTime> dated = {};  // as it was said, where it was a date and a time
};

std::optional<Moment> parse_moment(std::string_view text, LocalSeconds now, const read::TimeZone& zone) {
  const LocalSeconds today = day_begin(now);
  if (text == "now") return Moment{now, Said::time};
  if (text == "today") return Moment{today, Said::day};
  if (text == "yesterday") return Moment{today - day_seconds, Said::day};
  if (text.starts_with('-')) {
    const auto ago = parse_duration(text.substr(1));
    return ago ? std::optional(Moment{minute_begin(now - ago->count()), Said::ago}) : std::nullopt;
  }
  if (const auto date = read::parse_date(text)) return Moment{LocalSeconds{*date} * day_seconds, Said::day};
  const auto time = read::parse_time(text, zone);
  if (!time) return std::nullopt;
  if (!time->dated()) return Moment{today + time->second_of_day, Said::time};
  return Moment{to_seconds(*time), Said::time, *time};
}

Moment parse_moment(const char* option, const std::string& text, LocalSeconds now, const read::TimeZone& zone) {
  if (const auto moment = parse_moment(text, now, zone)) return *moment;
  throw Error(Fault::usage,
              std::string(option) + ": '" + printable(text) +
                  "' is not a time such as 2026-03-09, '2026-03-09 14:00', 14:00, -2h, today or yesterday");
}

LocalSeconds end_of(const Moment& since, const Moment& until) {
  return since.dated && until.dated ? pos::end_of(*since.dated, *until.dated) : until.time;
}

LocalSeconds implied_end(const Moment& since, LocalSeconds now) {
  switch (since.said) {
    case Said::day:
      return since.time + day_seconds;
    case Said::ago:
      return minute_begin(now) + minute_seconds;
    case Said::time:
      break;
  }
  return day_begin(now) + day_seconds;
}

[[noreturn]] void refuse_empty(const Period& period) {
  throw Error(Fault::usage, "the period begins at " + to_date_time(period.begin) + " and ends at " +
                                to_date_time(period.end) + ": nothing lies between");
}

}  // namespace

std::int64_t now() {
  const char* set = std::getenv("SOURCE_DATE_EPOCH");
  if (set == nullptr || *set == '\0') return std::time(nullptr);
  constexpr std::int64_t year_9999 = 253'402'300'799;
  const auto seconds = parse_number<std::int64_t>(set);
  if (!seconds || *seconds < 0 || *seconds > year_9999)
    throw Error(Fault::usage, "SOURCE_DATE_EPOCH: '" + printable(set) + "' is not a number of seconds");
  return *seconds;
}

LocalSeconds day_begin(LocalSeconds time) { return time - ((time % day_seconds) + day_seconds) % day_seconds; }

PeriodAsked parse_period(const std::string& since, const std::string& until, LocalSeconds now,
                         const read::TimeZone& zone) {
  PeriodAsked asked;
  if (!since.empty()) {
    const Moment begin = parse_moment("--since", since, now, zone);
    asked = {begin.time, implied_end(begin, now)};
    if (!until.empty()) asked.end = end_of(begin, parse_moment("--until", until, now, zone));
  } else if (!until.empty()) {
    asked.end = parse_moment("--until", until, now, zone).time;
  }
  if (asked.begin && asked.end && *asked.begin >= *asked.end) refuse_empty({*asked.begin, *asked.end});
  return asked;
}

Occurrence parse_occurrence(const std::string& since, const std::string& until, LocalSeconds now,
                            const read::TimeZone& zone) {
  const Moment begin = since.empty() ? Moment{now, Said::time} : parse_moment("--since", since, now, zone);
  Occurrence event{begin.time, std::nullopt};
  if (begin.said == Said::day) event.to = implied_end(begin, now);
  if (!until.empty()) event.to = end_of(begin, parse_moment("--until", until, now, zone));
  if (event.to && *event.to <= event.from) refuse_empty({event.from, *event.to});
  return event;
}

Period last_day(const PeriodAsked& asked, LocalSeconds now) {
  const LocalSeconds end = asked.end.value_or(day_begin(now) + day_seconds);
  return {asked.begin.value_or(day_begin(end - 1)), end};
}

Period parse_compare(const std::string& day, const Period& period) {
  LocalSeconds back = 0;
  if (day == "yesterday") {
    back = day_seconds;
  } else if (day == "last-week") {
    back = 7 * day_seconds;
  } else if (const auto date = read::parse_date(day)) {
    back = day_begin(period.begin) - LocalSeconds{*date} * day_seconds;
  } else {
    throw Error(Fault::usage, "--compare: '" + printable(day) + "' is neither yesterday, last-week nor a date");
  }
  return {period.begin - back, period.end - back};
}

}  // namespace pos::cli
