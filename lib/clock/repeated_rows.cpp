// SPDX-License-Identifier: MIT
#include "clock/repeated_rows.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace pos::clock {
namespace {

constexpr std::size_t minutes_kept = 4 * 1440;

Minute minute_of(LocalTime time) { return (time.dated() ? time.day * day : 0) + time.minute_of_day(); }

}  // namespace

bool RepeatedRows::begin_again(LocalTime time, std::string_view bytes) {
  const std::size_t hash = std::hash<std::string_view>()(bytes);
  const bool same = std::exchange(first_row_, hash) == hash || time.dated() || minutes_.empty();
  if (!same) minutes_.clear();
  for (auto& [minute, rows] : minutes_) rows = {0, std::max(rows.now, rows.before)};
  last_minute_ = INT64_MIN;
  return same;
}

bool RepeatedRows::is_new(LocalTime time, std::string_view bytes) {
  if (minutes_.empty()) first_row_ = std::hash<std::string_view>()(bytes);
  const Minute minute = minute_of(time);
  if (minute != last_minute_) {
    last_minute_ = minute;
    last_ = &minutes_[minute];
    if (minutes_.size() > minutes_kept && minutes_.begin()->first != minute) minutes_.erase(minutes_.begin());
  }
  return ++last_->now > last_->before;
}

}  // namespace pos::clock
