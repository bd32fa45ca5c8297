// SPDX-License-Identifier: MIT
// Which minutes of a history there is something to learn from: where rows are missing, what events leave out, and which
// days at its end are judged by those before.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/record.hpp"
#include "model/history.hpp"
#include "model/monitor/special_days.hpp"

namespace pos::model {

// Minutes without any row where rows were to be expected.
struct HistoryGap {
  Period period;             // on the wall clock
  std::int64_t minutes = 0;  // of it
};

// The edges of a closed day belong to it (SpecialDays), and leave the days beside it what they are.
inline constexpr int edges_of_a_day = 60;  // minutes

// Of the coming seven days, how many of the two same weekdays before each were seen.
struct WeekdaysSeen {
  int once = 0, twice = 0;  // days
  int left_out = 0;         // or were left out by events, both of them
};

// Times are those of the wall clock; days of clocks without dates follow each other from 1970-01-01 on.
//
// Cost     One pass over the rows.
// Memory   200 bytes a day while it is made, and 40 for each pause of two minutes or more.
class Coverage {
 public:
  // Of a history without rows only minutes() may be asked.
  Coverage(const History& history, const SpecialDays& days);

  // From the first minute to behind the last one.
  [[nodiscard]] const Period& span() const { return span_; }

  // In order of time.
  //
  // Rule     A minute of a slot brings rows with the chance q: the median over the days of the share of minutes with
  //          rows, of the slot and its neighbours; or over the same weekdays, or of a slot half an hour before or
  //          after, where that is less, since nobody opens and closes to the minute. A pause is a gap where the product
  //          of 1 - q over its minutes is below e^-15, which chance does in one of three million minutes. Of one day or
  //          two, q is the median of the two hours around the slot. More than two days are judged by the same
  //          weekdays alone, of which there must be two; more than three are a gap whatever came before: nobody closes
  //          for as long by habit. Days that events name are no measure, and nothing is missing
  //          on them.
  [[nodiscard]] const std::vector<HistoryGap>& gaps() const { return gaps_; }
  // That the minute is in; null: none.
  [[nodiscard]] const HistoryGap* gap_at(LocalSeconds minute) const;

  // Without gaps, what lies between files, and what events leave out.
  [[nodiscard]] std::int64_t minutes() const { return minutes_before(INT64_MAX); }
  [[nodiscard]] std::int64_t minutes_before(LocalSeconds midnight) const;
  // That events leave out: closed, holiday, exclude.
  [[nodiscard]] std::int64_t left_out() const { return left_out_; }

  [[nodiscard]] WeekdaysSeen weekdays() const;

  // The midnight from which days are judged by those before: the last day of two or three, the last two of four or
  // more, the last week of three weeks, as many as there are by minutes(). A day of which less than half is there
  // counts as none and is judged beside them. Nothing: less than two days leave nothing to hold out.
  [[nodiscard]] std::optional<LocalSeconds> held_out_from() const;

 private:
  struct Day {
    std::int64_t number = 0;
    std::int64_t minutes = 0;
    std::int64_t left_out = 0;  // likewise minutes
  };

  Period span_;
  std::vector<HistoryGap> gaps_;
  std::vector<Day> days_;  // in order
  std::int64_t left_out_ = 0;
};

}  // namespace pos::model
