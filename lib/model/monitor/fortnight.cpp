// SPDX-License-Identifier: MIT
// What came in each slot of the last 14 days, good or bad.
#include "model/monitor/fortnight.hpp"

#include <algorithm>

#include "model/monitor/calendar.hpp"

namespace pos::model {

Fortnight::Fortnight() {
  for (VolumeTable::Row& row : came_) row.fill(not_known);
}

std::size_t Fortnight::row_of(std::int64_t day) {
  constexpr auto count = static_cast<std::int64_t>(days);
  return static_cast<std::size_t>(((day % count) + count) % count);
}

void Fortnight::end_of_day(std::int64_t last, std::int64_t day) {
  for (std::size_t j = 0; j < volume_slots; ++j) {
    double& came = came_[row_of(last)][j];
    if (is_known(j)) {
      came = today_.count()[j] * slot_minutes / today_.exposure()[j];
    } else if (came != quiet) {
      came = not_known;
    }
  }
  const std::int64_t end = std::min(day, last + static_cast<std::int64_t>(days) + 1);
  for (std::int64_t skipped = last + 1; skipped < end; ++skipped) came_[row_of(skipped)].fill(not_known);
  today_ = {};
}

std::optional<double> Fortnight::came(std::int64_t day, std::size_t slot) const {
  const double count = came_[row_of(day)][slot];
  return count >= 0 ? std::optional(count) : std::nullopt;
}

void Fortnight::mark_quiet(std::int64_t begin, std::int64_t end) {
  constexpr std::int64_t most = static_cast<std::int64_t>(days) * minutes_per_day;
  begin = std::max(begin, end - most);
  for (std::int64_t at = begin - minute_of_day(begin) % slot_minutes; at < end; at += slot_minutes) {
    const std::int64_t minutes = std::min(end, at + slot_minutes) - std::max(begin, at);
    if (2 * minutes > slot_minutes) came_[row_of(day_of(at))][VolumeTable::slot(minute_of_day(at))] = quiet;
  }
}

std::optional<bool> Fortnight::had_less(std::int64_t day, std::size_t slot, double count) const {
  const double had = came_[row_of(day)][slot];
  return had == not_known ? std::nullopt : std::optional(had < count);
}

void Fortnight::move_days(std::int64_t by) {
  const auto shift = static_cast<std::ptrdiff_t>(row_of(by));
  std::rotate(came_.begin(), came_.end() - shift, came_.end());
}

void Fortnight::save(StateWriter& out) const {
  today_.save(out, "fortnight_today");
  out.begin("fortnight");
  for (const VolumeTable::Row& row : came_) out.numbers(row);
  out.end();
}

void Fortnight::restore(StateReader& in) {
  today_.restore(in, "fortnight_today");
  in.begin("fortnight");
  for (VolumeTable::Row& row : came_) {
    for (double& count : row) count = in.number(not_known, 1e40);
  }
  in.end();
}

}  // namespace pos::model
