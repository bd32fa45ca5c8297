// SPDX-License-Identifier: MIT
#include "rows_in_order.hpp"

#include <algorithm>

namespace pos::tools {

bool RowsInOrder::all_believed() const {
  return std::ranges::find(belief_.settled(), false) == belief_.settled().end();
}

void RowsInOrder::see(const LocalTime& time) {
  if (!holds_) return;
  const std::int64_t minute = minute_of(time);
  holds_ = time.dated() && minute >= last_minute_ && belief_.hear(time) != clock::Belief::Says::not_believed &&
           all_believed();
  if (!holds_) return;
  minutes_.see(minute);
  last_minute_ = minute;
  last_ = time;
}

bool RowsInOrder::end() {
  if (!holds_) return false;
  belief_.finish(last_);
  // A lone sale in a quiet night stands between others that are in order; a wrong clock is out of place.
  const auto is_in_place = [](const clock::MinuteGroups::Lonely& alone) {
    return alone.before && alone.stretch.first - *alone.before <= clock::day && alone.behind &&
           *alone.behind - alone.stretch.last <= clock::day;
  };
  return all_believed() && std::ranges::all_of(minutes_.lonely(), is_in_place);
}

}  // namespace pos::tools
