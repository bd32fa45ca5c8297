// SPDX-License-Identifier: MIT
// Times as people and programs write them, read strictly: what could be two times is none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/local_time.hpp"
#include "base/row.hpp"
#include "read/time_zone.hpp"

namespace pos::read {

// Reads the times of one file, in the forms of pos-formats(5) or in the one that `style` names.
// A time without a zone is wall-clock time already; one with a zone, or since the epoch, is told in `zone`.
// Dates such as 25/03/2026 say whether the day stands first; those that do not, such as 09/03/2026, are no times until
// one has.
class TimeReader {
 public:
  // Both must outlive the reader, which sets style.order.
  TimeReader(const TimeZone& zone, TimeStyle& style) : zone_(zone), style_(style) {}

  // Nothing: it is no time in one of these forms; problem() says why.
  [[nodiscard]] std::optional<LocalTime> read(std::string_view text);

  // Why read() gave nothing for `text`, just now.
  [[nodiscard]] std::string problem(std::string_view text) const;
  // It is a date of which nothing says whether its day or its month stands first: other rows will be no better.
  [[nodiscard]] bool undecided() const { return undecided_; }
  // Of a row that is looked at again.
  void forget_doubt() { undecided_ = false; }

 private:
  // Where the clock stands in a time of the wall clock that has its hour, minute and second in two digits each.
  struct Clock {
    std::size_t hour = 0, minute = 0;
    std::optional<std::size_t> second;
  };

  [[nodiscard]] std::optional<LocalTime> read_new(std::string_view text);
  [[nodiscard]] std::optional<LocalTime> read_clock(std::string_view text) const;
  void find_clock();

  const TimeZone& zone_;
  TimeStyle& style_;
  bool undecided_ = false;
  std::string text_;  // read last: a minute has a row for each status
  std::optional<LocalTime> time_;
  std::optional<Clock> clock_;  // in that; none: it is to be read as a whole
  int looks_left_ = 20;         // for one: some inputs have none
};

// One time in a form of pos-formats(5).
[[nodiscard]] std::optional<LocalTime> parse_time(std::string_view text, const TimeZone& zone);

// `2026-03-09` in days since 1970-01-01.
[[nodiscard]] std::optional<std::int32_t> parse_date(std::string_view text);

}  // namespace pos::read
