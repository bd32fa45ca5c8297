// SPDX-License-Identifier: MIT
#include "clock/belief.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <map>
#include <utility>

#include "clock/groups.hpp"

namespace pos::clock {
namespace {

constexpr Minute some_minutes = 10;
constexpr Minute short_pause = 30;
constexpr std::size_t rows_at_begin = 8;
constexpr std::size_t most_waiting = 200;
constexpr std::size_t enough_minutes = 5;

Minute on_day(Minute of_day, LocalTime time) { return of_day * day + time.minute_of_day(); }

// The time of that clock which is nearest.
Minute nearest(Minute to, LocalTime time) {
  const Minute today = on_day((to - ((to % day) + day) % day) / day, time);
  if (today > to + day / 2) return today - day;
  return today < to - day / 2 ? today + day : today;
}

// Whether each of the minutes has others near it.
std::vector<bool> have_company(const std::vector<Minute>& minutes) {
  std::map<std::int64_t, std::int64_t> rows;
  for (const Minute minute : minutes) ++rows[minute];
  const auto alone = lonely(rows);
  std::vector<bool> company;
  company.reserve(minutes.size());
  for (const Minute minute : minutes) {
    company.push_back(std::ranges::none_of(
        alone, [minute](const Stretch& stretch) { return stretch.first <= minute && minute <= stretch.last; }));
  }
  return company;
}

}  // namespace

Minute Belief::reach() const { return std::max(near_, static_cast<Minute>(static_cast<double>(near_) * usual_gap_)); }

Minute Belief::minute_of(LocalTime time) const {
  if (time.dated()) return pos::minute_of(time);
  // Of the wall clock that the rows with a date have.
  const auto nearest_to = [&](Minute to) { return nearest(to + offset_, time) - offset_; };
  if (newest_) return nearest_to(*newest_);
  if (!waiting_.empty()) return nearest_to(waiting_.back());
  if (!before_) return on_day(0, time);
  return nearest_to(*before_ + day / 2 + 1);  // the next such time
}

Belief::State Belief::state() const {
  return {newest_,         before_,   usual_gap_, rows_a_minute_, minutes_,
          rows_in_newest_, believed_, dated_,     offset_,        waiting_};
}

void Belief::go_on_from(State state) {
  newest_ = state.newest;
  before_ = state.before;
  usual_gap_ = state.usual_gap;
  rows_a_minute_ = state.rows_a_minute;
  minutes_ = state.minutes;
  rows_in_newest_ = state.rows_in_newest;
  believed_ = state.believed;
  dated_ = state.dated;
  offset_ = state.offset;
  waiting_ = std::move(state.waiting);
  settled_.clear();
}

void Belief::start_file() {
  if (newest_) before_ = newest_;
  newest_.reset();
  believed_ = 0;
}

bool Belief::is_near_end(Minute minute) const {
  return !newest_ && before_ && std::abs(minute - *before_) <= some_minutes;
}

Belief::Says Belief::hear(LocalTime time) {
  settled_.clear();
  const Minute minute = minute_of(time);
  note_form(time);
  if (newest_ && minute <= *newest_ + reach()) {
    // Time goes on where it was: who leapt ahead was wrong.
    if (!waiting_.empty() && minute >= *newest_ - reach()) settle_all(false);
    advance(minute);
    return Says::believed;
  }
  if (is_near_end(minute)) {
    std::vector<bool> near;
    for (const Minute other : waiting_) near.push_back(std::abs(other - minute) <= reach());
    settle(near, near.size());
    advance(minute);
    return Says::believed;
  }
  waiting_.push_back(minute);
  std::vector<bool> believed(waiting_.size(), false);
  if (!newest_) {
    if (waiting_.size() < rows_at_begin) return Says::waits;
    believed = have_company(waiting_);
  } else if (const std::size_t agree = rows_that_agree();
             agree >= needed() || minutes_of_last(agree) >= enough_minutes) {
    // They, and what waited for less than that.
    const auto first = waiting_.end() - static_cast<std::ptrdiff_t>(agree);
    const Minute latest = *std::max_element(first, waiting_.end());
    for (std::size_t i = 0; i < believed.size(); ++i) believed[i] = waiting_[i] <= latest;
  } else if (waiting_.size() < most_waiting) {
    return Says::waits;
  }
  settle(believed, believed.size() - 1);
  return believed.back() ? Says::believed : Says::not_believed;
}

// Of the first few rows of a file, more than half.
std::size_t Belief::needed() const {
  return std::min(static_cast<std::size_t>(witnesses_needed(rows_a_minute_)), (believed_ + waiting_.size()) / 2 + 1);
}

// The last row that waits, and those before it from which time goes on to it: near each other, or in steps no larger
// than the leap, as the few rows do that come during an outage.
std::size_t Belief::rows_that_agree() const {
  const auto apart = [this](Minute later, Minute earlier) {
    return earlier - later > reach() || later - earlier > std::max(reach(), earlier - *newest_);
  };
  const auto end = std::adjacent_find(waiting_.rbegin(), waiting_.rend(), apart);
  return end == waiting_.rend() ? waiting_.size() : static_cast<std::size_t>(end - waiting_.rbegin()) + 1;
}

// How many minutes the last rows that wait are of.
std::size_t Belief::minutes_of_last(std::size_t rows) const {
  std::vector<Minute> last(waiting_.end() - static_cast<std::ptrdiff_t>(rows), waiting_.end());
  std::ranges::sort(last);
  return static_cast<std::size_t>(std::unique(last.begin(), last.end()) - last.begin());
}

// All rows that wait, of which settled() tells the first `rows`.
void Belief::settle(const std::vector<bool>& believed, std::size_t rows) {
  for (std::size_t i = 0; i < believed.size(); ++i) {
    if (believed[i]) advance(waiting_[i]);
  }
  settled_.assign(believed.begin(), believed.begin() + static_cast<std::ptrdiff_t>(rows));
  waiting_.clear();
}

void Belief::advance(Minute minute) {
  constexpr double minutes_remembered = 50;
  ++believed_;
  if (newest_ && minute == *newest_) ++rows_in_newest_;
  if (newest_ && minute <= *newest_) return;
  if (newest_) {
    const Minute gap = std::min(minute - *newest_, reach());
    minutes_ = std::min(minutes_ + 1, minutes_remembered);
    usual_gap_ += (static_cast<double>(gap) - usual_gap_) / minutes_;
    rows_a_minute_ += (rows_in_newest_ - rows_a_minute_) / minutes_;
  }
  newest_ = minute;
  rows_in_newest_ = 1;
}

void Belief::note_form(LocalTime time) {
  dated_ = time.dated();
  if (dated_) offset_ = time.offset;
}

void Belief::trust(LocalTime time) {
  settled_.clear();
  note_form(time);
  advance(minute_of(time));
}

void Belief::confirm(LocalTime earliest, LocalTime latest, LocalTime impossible) {
  settled_.clear();
  if (waiting_.empty()) return;
  const auto at = [this](LocalTime now) {
    return dated_ ? pos::minute_of(now) : nearest(waiting_.back() + offset_, now) - offset_;
  };
  const auto is_confirmed = [&](Minute minute) { return (newest_ || at(earliest) <= minute) && minute <= at(latest); };
  std::vector<bool> believed;
  for (const Minute minute : waiting_) believed.push_back(is_confirmed(minute));
  const auto is_impossible = [&](Minute minute) { return dated_ && minute > at(impossible); };
  if (believed.back() || std::ranges::all_of(waiting_, is_impossible)) settle(believed, believed.size());
}

void Belief::settle_begin(LocalTime latest) {
  settled_.clear();
  if (newest_ || waiting_.empty()) return;
  const auto is_later = [&](Minute minute) { return dated_ && minute > pos::minute_of(latest); };
  if (std::ranges::all_of(waiting_, is_later)) return;
  std::vector<Minute> possible;
  std::ranges::remove_copy_if(waiting_, std::back_inserter(possible), is_later);
  const std::vector<bool> company = have_company(possible);
  std::vector<bool> believed;
  auto next = company.begin();
  for (const Minute minute : waiting_) believed.push_back(!is_later(minute) && *next++);
  settle(believed, believed.size());
}

void Belief::finish(LocalTime latest) {
  settle_begin(latest);
  if (waiting_.empty()) return;
  if (!newest_) return settle(have_company(waiting_), waiting_.size());
  // A short pause invents no outage.
  std::vector<bool> believed;
  for (const Minute minute : waiting_) believed.push_back(minute <= *newest_ + short_pause);
  settle(believed, believed.size());
}

}  // namespace pos::clock
