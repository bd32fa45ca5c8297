// SPDX-License-Identifier: MIT
#include "model/held_out.hpp"

#include <algorithm>
#include <utility>

#include "model/monitor/minute_assembler.hpp"

namespace pos::model {

Period span_of(const History& history) {
  if (history.first().dated() && history.last().dated())
    return {minute_begin(to_seconds(history.first())), minute_begin(to_seconds(history.last())) + 60};
  MinuteAssembler minutes(std::nullopt, 0, history.zone());
  Period span{to_seconds(history.first()), to_seconds(history.first())};
  LocalTime before;
  bool begins = true;
  const auto begin_file = [&] {
    minutes.start_file();
    begins = true;
  };
  history.replay(begin_file, [&](const History::Row& row) {
    if (!std::exchange(begins, false) && before == row.time) return;
    before = row.time;
    const auto minute = minutes.place(row.time, MinuteAssembler::Leap::believed);
    while (minutes.take()) {
    }
    if (minute) span.end = std::max(span.end, to_seconds(minutes.begin_of(*minute)));
  });
  return {minute_begin(span.begin), minute_begin(span.end) + 60};
}

std::optional<LocalSeconds> held_out_from(const Period& span) {
  constexpr LocalSeconds day = 86'400;
  constexpr LocalSeconds hour = 3'600;
  const LocalSeconds nearly = span.end - span.begin + hour;
  if (nearly < 2 * day) return std::nullopt;
  const LocalSeconds days = nearly >= 21 * day ? 7 : nearly >= 4 * day ? 2 : 1;
  const LocalSeconds into_day = ((span.end - 1) % day + day) % day;
  const LocalSeconds last_midnight = span.end - 1 - into_day;
  return last_midnight - (days - (2 * into_day < day ? 0 : 1)) * day;
}

}  // namespace pos::model
