// SPDX-License-Identifier: MIT
// The three fields of a transaction record, read strictly: what does not parse is never guessed.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/local_time.hpp"
#include "base/row.hpp"
#include "read/time_zone.hpp"

namespace pos::read {

// `00h 10`, `00h10`, `HH:MM[:SS]`, `YYYY-MM-DD[T ]HH:MM[:SS[.fff]][Z|+HH:MM|+HHMM|+HH]`, and seconds
// (9 or 10 digits) or milliseconds (12 or 13 digits) since the epoch, with or without a fraction.
// A time without a zone is wall-clock time already; one with a zone is told in `zone`.
[[nodiscard]] std::optional<LocalTime> parse_time(std::string_view text, const TimeZone& zone);

// `2026-03-09` in days since 1970-01-01.
[[nodiscard]] std::optional<std::int32_t> parse_date(std::string_view text);

// Wall-clock seconds since 1970-01-01 00:00 as a day and a clock.
[[nodiscard]] LocalTime to_local_time(std::int64_t local_seconds);

// From one time to another; where either has no date, the shorter way around the clock.
[[nodiscard]] std::chrono::seconds seconds_between(const LocalTime& from, const LocalTime& to);

// A time written as `like` is, `minutes` later, its seconds 0: for rows we make up. `like` is one that
// parse_time() takes.
[[nodiscard]] std::string shift_time(std::string_view like, std::int64_t minutes);

// Fields of one row, blanks around them gone. No count: the row is one transaction.
struct Fields {
  std::string_view time;
  std::string_view status;
  std::optional<std::string_view> count;
};

// Fills `to`, whose status borrows from `fields`, or from `masked` where it could hold a card number: no station behind
// the readers ever sees one. Returns why the row cannot be used; empty: it can.
[[nodiscard]] std::string parse_transaction(const Fields& fields, const TimeZone& zone, Transaction& to,
                                            std::string& masked);

// `0` or `1`. Returns why not; empty: `label` has it.
[[nodiscard]] std::string parse_label(std::string_view text, std::optional<bool>& label);

}  // namespace pos::read
