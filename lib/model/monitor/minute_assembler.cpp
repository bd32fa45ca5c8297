// SPDX-License-Identifier: MIT
// Rows in; complete minutes out, in order, those without rows included.
#include "model/monitor/minute_assembler.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "base/record.hpp"
#include "model/monitor/calendar.hpp"

namespace pos::model {

namespace {

constexpr int half_day = minutes_per_day / 2;
constexpr int live_lag = 60;  // minutes a live stream may be behind the clock
constexpr std::int64_t none = INT64_MIN;

}  // namespace

void MinuteAssembler::OpenMinute::add(StatusId status, std::uint64_t count) {
  if (status >= slot.size()) slot.resize(status + std::size_t{1}, 0);
  if (slot[status] == 0) {
    counts.push_back({status, 0});
    slot[status] = static_cast<std::uint32_t>(counts.size());
  }
  std::uint64_t& sum = counts[slot[status] - 1].count;
  sum = std::min(sum + std::min(count, max_count), max_count);
}

void MinuteAssembler::OpenMinute::clear() {
  for (const StatusCount& c : counts) slot[c.status] = 0;
  counts.clear();
}

MinuteAssembler::MinuteAssembler(std::optional<std::int64_t> last_minute, int grace, Zone zone)
    : zone_(std::move(zone)), grace_(std::clamp(grace, 0, max_grace)) {
  if (!last_minute) return;
  open_ = *last_minute + 1;
  offset_ = offset_of(*last_minute);
  stand_at(*last_minute);
}

// Clocks without a date go on from there.
void MinuteAssembler::stand_at(std::int64_t minute) {
  day_ = day_of(minute + offset_);
  clock_ = minute_of_day(minute + offset_);
}

void MinuteAssembler::save(StateWriter& out) const {
  const auto or_none = [](const auto& number) { return number ? std::int64_t{*number} : none; };
  out.begin("minutes");
  for (const std::int64_t value : {or_none(open_), newest_, flush_before_, skip_to_, close_before_, or_none(leap_),
                                   shift_days_, day_, or_none(clock_), std::int64_t{offset_}, std::int64_t{grace_}})
    out.integer(value);
  for (const bool value : {is_pause_, dated_, by_wall_clock_, new_file_}) out.integer(value ? 1 : 0);
  out.end();
}

void MinuteAssembler::restore(StateReader& in) {
  in.begin("minutes");
  const auto minute = [&in] {
    const std::int64_t value = in.integer(INT64_MIN, max_named_minute);
    if (value != none && value < -max_named_minute) in.fail("minute out of range");
    return value;
  };
  const auto optional = [&minute] {
    const std::int64_t value = minute();
    return value == none ? std::nullopt : std::optional(value);
  };
  open_ = optional();
  newest_ = minute();
  flush_before_ = minute();
  skip_to_ = minute();
  close_before_ = minute();
  leap_ = optional();
  shift_days_ = in.integer(-max_named_minute / minutes_per_day, max_named_minute / minutes_per_day);
  day_ = in.integer(-max_named_minute / minutes_per_day, max_named_minute / minutes_per_day);
  const auto clock = optional();
  if (clock && (*clock < 0 || *clock >= minutes_per_day)) in.fail("no minute of a day");
  clock_ = clock ? std::optional(static_cast<int>(*clock)) : std::nullopt;
  offset_ = static_cast<int>(in.integer(-minutes_per_day, minutes_per_day));
  grace_ = static_cast<int>(in.integer(0, max_grace));
  for (bool* value : {&is_pause_, &dated_, &by_wall_clock_, &new_file_}) *value = in.integer(0, 1) != 0;
  in.end();
  if (open_ && (is_due() || (*open_ < skip_to_ && *open_ >= flush_before_))) in.fail("minutes that were not taken");
  if (open_ && newest_ > *open_ + max_grace) in.fail("rows of minutes that cannot be open");
}

std::int64_t MinuteAssembler::days_to_move(LocalTime first) const {
  if (!open_ || !first.dated()) return 0;
  const std::int64_t minute = pos::minute_of(first);
  if (minute >= *open_ - live_lag) return 0;
  const std::int64_t days = (*open_ - minute + minutes_per_day - 1) / minutes_per_day;
  const std::int64_t step = is_dated(minute) ? 7 : 1;  // weekdays stay what they are
  return (days + step - 1) / step * step;
}

// The absolute minute a row's time means, which for a clock alone depends on the row before.
std::int64_t MinuteAssembler::minute_of(LocalTime time) {
  const int clock = time.minute_of_day();
  dated_ = time.dated();
  if (dated_) {
    const std::int64_t minute = pos::minute_of(time) + shift_days_ * minutes_per_day;
    offset_ = time.offset;
    by_wall_clock_ = time.clock != LocalTime::Clock::instant;
    stand_at(minute);
    return minute;
  }
  if (clock_) {
    const bool next_file_next_day = new_file_ && clock <= *clock_;
    if (clock < *clock_ - half_day || next_file_next_day) {
      ++day_;
    } else if (clock > *clock_ + half_day && day_ != 0) {
      return (day_ - 1) * minutes_per_day + clock - offset_;  // a late row of yesterday
    }
  }
  clock_ = clock;
  return day_ * minutes_per_day + clock - offset_;
}

LocalTime MinuteAssembler::begin_of(std::int64_t minute) const {
  const std::int64_t of_rows = minute - shift_days_ * minutes_per_day;
  return is_dated(of_rows) ? zone_.local(of_rows) : to_local_time(of_rows * 60);
}

int MinuteAssembler::offset_of(std::int64_t minute) const {
  const std::int64_t of_rows = minute - shift_days_ * minutes_per_day;
  return is_dated(of_rows) ? zone_.ahead(of_rows) : 0;
}

// By the wall clock of the rows it may be either of two.
bool MinuteAssembler::is_unknown(std::int64_t minute) const {
  return by_wall_clock_ && zone_.is_doubled(minute - shift_days_ * minutes_per_day);
}

void MinuteAssembler::hold_from(std::optional<LocalTime> now) {
  held_from_ = now ? pos::minute_of(*now) + shift_days_ * minutes_per_day : INT64_MAX;
}

std::optional<std::int64_t> MinuteAssembler::place(LocalTime time, Leap leap) {
  if (time.clock == LocalTime::Clock::twice) return std::nullopt;
  if (new_file_) shift_days_ = days_to_move(time);
  const std::int64_t minute = minute_of(time);
  if (!open_) open_ = minute;
  if (std::exchange(new_file_, false)) {  // what lies between files is no outage
    skip_to(minute);
    is_pause_ = false;
  }
  const std::int64_t oldest = std::max({*open_, flush_before_, skip_to_, close_before_});
  if (minute < oldest) {
    if (oldest - minute <= max_grace) {
      grace_ = std::max(grace_, static_cast<int>(oldest - minute));
    }
    return std::nullopt;
  }
  if (minute - oldest > minutes_per_day) {
    if (leap == Leap::needs_witness && !believes_leap(minute)) return std::nullopt;
    skip_to(minute - minutes_per_day);
    is_pause_ = true;
  }
  leap_.reset();
  close_before_ = std::max({close_before_, std::min(minute - grace_, held_from_), minute - max_grace});
  return minute;
}

// One terminal with its calendar wrong must not take the whole stream along: a leap over more than a
// day is believed when a later minute, within a day of it, follows before any row comes back from it.
bool MinuteAssembler::believes_leap(std::int64_t minute) {
  if (leap_ && minute > *leap_ && minute - *leap_ <= minutes_per_day) return true;
  leap_ = minute;
  return false;
}

// Minutes that hold rows close, the others before `minute` are left out.
void MinuteAssembler::skip_to(std::int64_t minute) {
  if (open_ && newest_ >= *open_) flush_before_ = std::min(newest_ + 1, minute);
  skip_to_ = std::max(skip_to_, minute);
}

void MinuteAssembler::finish() {
  if (open_ && newest_ >= *open_) flush_before_ = newest_ + 1;
}

MinuteAssembler::OpenMinute& MinuteAssembler::slot_of(std::int64_t minute) {
  constexpr std::int64_t slots = max_grace + 1;
  return minutes_[static_cast<std::size_t>(((minute % slots) + slots) % slots)];
}

bool MinuteAssembler::is_due() const { return *open_ < std::max(flush_before_, close_before_); }

std::optional<ClosedMinute> MinuteAssembler::take() {
  if (!open_) return std::nullopt;
  std::int64_t quiet = 0;
  if (*open_ >= flush_before_ && *open_ < skip_to_) {
    quiet = std::exchange(is_pause_, false) ? skip_to_ - *open_ : 0;
    open_ = skip_to_;
  }
  while (is_due() && is_unknown(*open_)) slot_of((*open_)++).clear();
  if (!is_due()) return std::nullopt;
  taken_.clear();
  std::swap(taken_, slot_of(*open_));
  const std::int64_t minute = (*open_)++;
  return ClosedMinute{minute, taken_.counts, offset_of(minute), quiet};
}

void MinuteAssembler::add(std::int64_t minute, StatusId status, std::uint64_t count) {
  const int most = held_from_ == INT64_MAX ? grace_ : max_grace;
  if (!open_ || is_due() || minute < *open_ || minute > *open_ + most) {
    throw std::logic_error("a row was added to a minute that is not open");
  }
  if (status > max_statuses) throw std::logic_error("a row was added to an impossible status");
  slot_of(minute).add(status, count);
  newest_ = std::max(newest_, minute);
}

// The day of a clock without date is the one that brings it nearest to the stream.
std::int64_t MinuteAssembler::nearest_minute(LocalTime time) const {
  std::int64_t minute = day_of(*open_) * minutes_per_day + time.minute_of_day();
  if (minute < *open_ - half_day) minute += minutes_per_day;
  if (minute > *open_ + half_day) minute -= minutes_per_day;
  return minute;
}

bool MinuteAssembler::pass_time(LocalTime now) {
  if (!open_ || new_file_) return true;
  const bool both_dated = dated_ && now.dated();
  const std::int64_t minute = both_dated ? pos::minute_of(now) + shift_days_ * minutes_per_day : nearest_minute(now);
  if (minute - *open_ > live_lag) return false;
  close_before_ = std::max(close_before_, minute - grace_);
  // So that the clock of the next row is read from here: an outage may last past midnight.
  const std::int64_t last_closed = close_before_ - 1;
  if (last_closed + offset_ > day_ * minutes_per_day + clock_.value_or(0)) stand_at(last_closed);
  return true;
}

}  // namespace pos::model
