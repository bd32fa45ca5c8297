// SPDX-License-Identifier: MIT
// A transaction with what was said of it: what the history holds, and reports and incidents are made of.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "base/local_time.hpp"
#include "base/money.hpp"
#include "base/scored.hpp"

namespace pos {

// Wall-clock seconds since 1970-01-01 00:00 in the zone of the stream: a day has 86,400 of them.
using LocalSeconds = std::int64_t;

struct Record {
  LocalSeconds time = 0;
  std::string status;
  std::int64_t count = 0;
  Scored scored;          // without explanation
  bool made_up = false;   // no row came: a status was silent
  bool open = false;      // its minute may not be over, and the decision may change
  std::string keys = {};  // as join_keys() has them (base/keys.hpp); empty: the row has none
  std::optional<Hundredths> amount = {};  // of all its transactions together; nothing: not known
};

// Half open: begin <= time < end.
struct Period {
  LocalSeconds begin = 0;
  LocalSeconds end = 0;

  [[nodiscard]] bool holds(LocalSeconds time) const { return begin <= time && time < end; }
  friend bool operator==(const Period&, const Period&) = default;
};

// A row that nothing confirms may be this far ahead of the clock; one further ahead is of a clock that is wrong.
inline constexpr LocalSeconds believed_ahead = 3600;

// A time without a date is on 1970-01-01.
[[nodiscard]] inline LocalSeconds to_seconds(const LocalTime& time) {
  return (time.dated() ? LocalSeconds{time.day} * 86'400 : 0) + time.second_of_day;
}

[[nodiscard]] constexpr LocalSeconds minute_begin(LocalSeconds time) { return time - ((time % 60) + 60) % 60; }

// Back to a day and a clock.
[[nodiscard]] LocalTime to_local_time(LocalSeconds time);
// So many seconds later, by a clock that does not change meanwhile.
[[nodiscard]] LocalTime later(const LocalTime& time, LocalSeconds seconds);
// From one time to another; where either has no date, the shorter way around the clock; where either comes twice, as
// clocks on the wall have it.
[[nodiscard]] std::chrono::seconds seconds_between(const LocalTime& from, const LocalTime& to);
// Where, on the wall clock, that ends which goes from one time to the other. Clocks may be put back between two instants:
// then it lasts on from its begin as long as it did.
[[nodiscard]] LocalSeconds end_of(const LocalTime& from, const LocalTime& to);

// By how many minutes what is written for the one must be moved to say the other: by the wall clock, unless what stands
// there is an instant.
[[nodiscard]] std::int64_t minutes_written(const LocalTime& from, const LocalTime& to);

// `2026-03-09 14:31:07`: the form of every time we write that was not the input's own.
[[nodiscard]] std::string to_date_time(LocalSeconds time);
// Likewise, without a string of its own: it stands in every row of a table.
void append_date_time(std::string& out, LocalSeconds time);

}  // namespace pos
