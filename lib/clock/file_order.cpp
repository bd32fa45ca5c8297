// SPDX-License-Identifier: MIT
#include "clock/file_order.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace pos::clock {
namespace {

constexpr Minute near = 10;  // minutes; a row that is late by no more is in its place

Minute day_of(Minute minute) { return (minute - ((minute % day) + day) % day) / day; }

LocalTime on_minute(Minute minute, std::int16_t offset) {
  const Minute wall = minute + offset;
  const Minute of_day = wall - day_of(wall) * day;
  return {static_cast<std::int32_t>(day_of(wall)), static_cast<std::int32_t>(of_day * 60), offset};
}

// More rows out of place than this are no exceptions.
std::size_t most_exceptions(std::size_t rows) { return rows / 10 + 1; }

}  // namespace

FileOrder::FileOrder() : ways_{Way(false, false), Way(false, true), Way(true, false), Way(true, true)} {}

// Time runs backwards in a file with the newest row first; seen in this mirror it does not.
LocalTime FileOrder::Way::mirrored(LocalTime time) const {
  if (!newest_first_) return time;
  constexpr std::int32_t last_minute = 1439;
  return {time.dated() ? -time.day : LocalTime::no_day, (last_minute - time.minute_of_day()) * 60,
          static_cast<std::int16_t>(-time.offset)};
}

FileOrder::Way::Line& FileOrder::Way::line_of(std::string_view status) {
  if (!by_status_) status = {};
  const auto known = lines_.find(status);
  return known != lines_.end() ? known->second : lines_[std::string(status)];
}

// A status may be rare: a clock that is later than the one before is of the same day, however much later.
Minute FileOrder::Way::minute_of(const Line& line, LocalTime time) const {
  const Minute minute = line.belief.minute_of(time);
  const auto newest = line.belief.newest();
  const bool of_yesterday = newest && minute < *newest && day_of(minute) < day_of(*newest);
  return by_status_ && !time.dated() && of_yesterday ? minute + day : minute;
}

void FileOrder::Way::see(std::size_t row, LocalTime time, std::string_view status) {
  if (gave_up_) return;
  Line& line = line_of(status);
  LocalTime seen = mirrored(time);
  const Minute minute = minute_of(line, seen);
  heard_ = back(minute);
  line.dated = line.dated || time.dated();
  seen = on_minute(minute, seen.dated() ? seen.offset : line.belief.offset());
  const Belief::Says says = line.belief.hear(seen);
  settle(line);
  const bool late = says == Belief::Says::believed && minute < line.belief.newest().value_or(minute) - near;
  if (says == Belief::Says::waits) {
    line.waiting.push_back({row, minute, std::string(status)});
  } else if (late || says == Belief::Says::not_believed) {
    claim(line, {row, minute, std::string(status)});
  } else if (!line.first) {
    line.first = minute;
  }
  if (!time.dated() && !by_status_) pass_midnight(minute, status);
  constexpr std::size_t some = 100;
  gave_up_ = claimed_ > some && claimed_ > row / 5;
}

// A midnight is what a status passes that has rows on both sides of it; where none does, the next status has begun.
void FileOrder::Way::pass_midnight(Minute minute, std::string_view status) {
  const Minute today = day_of(minute);
  seen_days_.insert(today);
  const auto known = day_of_.find(status);
  if (known == day_of_.end()) {
    day_of_.emplace(status, today);
  } else if (std::exchange(known->second, today) == today - 1) {
    passed_.insert(today);
  }
}

void FileOrder::Way::settle(Line& line) {
  const std::vector<bool>& believed = line.belief.settled();
  for (std::size_t i = 0; i < believed.size(); ++i) {
    if (!believed[i]) {
      claim(line, std::move(line.waiting[i]));
    } else if (!line.first) {
      line.first = line.waiting[i].minute;
    }
  }
  if (!believed.empty()) line.waiting.clear();
}

void FileOrder::Way::claim(Line& line, Claim claim) {
  line.claims.push_back(std::move(claim));
  ++claimed_;
}

// A clock without date is on day 0 where its line begins, whatever stood before that is not believed.
void FileOrder::Way::end() {
  for (auto& [status, line] : lines_) {
    line.belief.finish({std::numeric_limits<std::int32_t>::max(), 0});
    settle(line);
    const Minute begin = line.dated ? 0 : day_of(line.first.value_or(0)) * day;
    const Minute newest = line.belief.newest().value_or(begin);
    if (!line.dated) days_ = std::max(days_, day_of(newest) - day_of(line.first.value_or(newest)));
    for (Claim& claim : line.claims) {
      claim.minute = back(claim.minute - begin);
      claims_.push_back(std::move(claim));
    }
  }
  std::ranges::sort(claims_, {}, &Claim::row);
}

void FileOrder::Way::reread() { lines_.clear(); }

Minute FileOrder::Way::pass(LocalTime time, std::string_view status) {
  Line& line = line_of(status);
  const LocalTime seen = mirrored(time);
  const Minute minute = minute_of(line, seen);
  line.belief.trust(on_minute(minute, seen.dated() ? seen.offset : line.belief.offset()));
  return back(minute);
}

Minute FileOrder::Way::back(Minute minute) const { return newest_first_ ? day - 1 - minute : minute; }

bool FileOrder::Way::fits(std::size_t rows) const {
  const bool passes_midnights = passed_.size() + 1 >= seen_days_.size();
  return !gave_up_ && claimed_ <= most_exceptions(rows) && passes_midnights;
}

void FileOrder::see(LocalTime time, std::string_view status) {
  for (Way& way : ways_) way.see(rows_, time, status);
  dated_ = dated_ || time.dated();
  const Minute minute = ways_.front().heard();
  ++rows_by_minute_[dated_ && !time.dated() ? minute : minute_of(time)];
  if (rows_ > 0 && minute < last_) in_order_ = false;
  last_ = minute;
  ++rows_;
}

void FileOrder::end_first(std::optional<Stretch> confirmed) {
  for (Way& way : ways_) way.end();
  for (std::size_t i = 0; i < ways_.size(); i += 2) {
    // As a whole or by status: the way in which clocks without a date need fewer days.
    Way* whole = ways_[i].fits(rows_) ? &ways_[i] : nullptr;
    Way* by_status = ways_[i + 1].fits(rows_) ? &ways_[i + 1] : nullptr;
    Way* way = by_status != nullptr && (whole == nullptr || by_status->rank() < whole->rank()) ? by_status : whole;
    if (way != nullptr && (way_ == nullptr || way->claims().size() < way_->claims().size())) way_ = way;
  }
  if (way_ == nullptr || dated_) lonely_ = lonely(rows_by_minute_);
  const auto holds = [&](const Stretch& s) {
    return confirmed && dated_ && confirmed->first <= s.first && s.last <= confirmed->last;
  };
  std::erase_if(lonely_, holds);
  reach_ = std::max(near, 10 * usual_gap(rows_by_minute_));
  for (const Claim& claim : claims()) {
    taken_.emplace(std::pair(claim.minute, claim.status), false);
    has_company_.emplace(claim.minute, holds({claim.minute, claim.minute}));
  }
  in_order_ = in_order_ && ascends() && claims().empty() && lonely_.empty();
  reread();
}

const std::vector<FileOrder::Claim>& FileOrder::claims() const {
  static const std::vector<Claim> none;
  return way_ != nullptr ? way_->claims() : none;
}

void FileOrder::reread() {
  for (Way& way : ways_) way.reread();
  row_ = claim_ = 0;
}

FileOrder::Place FileOrder::place(LocalTime time, std::string_view status) {
  const std::size_t row = row_++;
  const auto is_lonely = [this](Minute minute) {
    const auto behind = std::ranges::upper_bound(lonely_, minute, {}, &Stretch::first);
    return behind != lonely_.begin() && minute <= std::prev(behind)->last;
  };
  if (way_ == nullptr) {
    const Minute minute = minute_of(time);
    return {minute, is_lonely(minute) ? Says::not_believed : Says::believed};
  }
  if (claim_ < claims().size() && claims()[claim_].row == row) {
    const Says says = decided_.empty() ? Says::undecided : decided_[claim_] ? Says::believed : Says::not_believed;
    return {claims()[claim_++].minute, says};
  }
  const Minute minute = way_->pass(time, status);
  if (decided_.empty() && !claims().empty()) note(minute, status);
  return {minute, is_lonely(minute) ? Says::not_believed : Says::believed};
}

void FileOrder::note(Minute minute, std::string_view status) {
  const auto last = last_of_.find(status);
  if (last == last_of_.end()) {
    last_of_.emplace(status, minute);
  } else if (std::exchange(last->second, minute) == minute) {
    ++shared_;
  }
  for (auto at = has_company_.lower_bound(minute - reach_); at != has_company_.end() && at->first <= minute + reach_;
       ++at) {
    at->second = true;
  }
  if (const auto place = taken_.find(std::pair(minute, std::string(status))); place != taken_.end())
    place->second = true;
}

void FileOrder::end_second() {
  const bool sharing_is_usual = shared_ > rows_ / 20;
  for (const Claim& claim : claims()) {
    const bool is_free = sharing_is_usual || !taken_.at({claim.minute, claim.status});
    decided_.push_back(is_free && has_company_.at(claim.minute));
  }
}

}  // namespace pos::clock
