// SPDX-License-Identifier: MIT
// Periods as users type them: --since, --until, --compare.
#pragma once

#include <optional>
#include <string>

#include "base/event.hpp"
#include "base/record.hpp"
#include "read/time_zone.hpp"

namespace pos::cli {

// Seconds since the epoch: the clock's, or those of $SOURCE_DATE_EPOCH, which makes output of today
// that of another day (reproducible-builds.org). Errors: pos::Error(Fault::usage) where it is no number.
[[nodiscard]] std::int64_t now();

// What --since and --until say; half open. An end not given is not there, but where the other one implies it:
//
//   since       no until                        a time is
//   a day       until the end of that day       2026-03-09, today, yesterday
//   2h ago      until the end of this minute    -2h (90s, 5m, 4h, 7d): that long before now, in whole minutes
//   a time      until the end of today          14:00[:SS], 2026-03-09 14:00[:SS] and other times of pos-formats(5),
//   now
//
// Until a day is until it begins.
struct PeriodAsked {
  std::optional<LocalSeconds> begin;
  std::optional<LocalSeconds> end;
};
// `now` is wall-clock time. Empty texts: not given.
// Errors: pos::Error(Fault::usage) for what is no time, or an end that is not behind the begin.
[[nodiscard]] PeriodAsked parse_period(const std::string& since, const std::string& until, LocalSeconds now,
                                       const read::TimeZone& zone);

// When an event happens that somebody tells by the same words: now, where no begin is said. A day is all of it, a time is
// that moment, unless an end is said. Errors: as of parse_period().
[[nodiscard]] Occurrence parse_occurrence(const std::string& since, const std::string& until, LocalSeconds now,
                                          const read::TimeZone& zone);

// From 00:00 of the last day wanted, which is today where nothing is said.
[[nodiscard]] Period last_day(const PeriodAsked& asked, LocalSeconds now);

// 00:00 of the day that holds `time`.
[[nodiscard]] LocalSeconds day_begin(LocalSeconds time);

// yesterday, last-week or a date: the period as long as `period` that lies whole days before it, on
// that day. Errors: pos::Error(Fault::usage).
[[nodiscard]] Period parse_compare(const std::string& day, const Period& period);

}  // namespace pos::cli
