// SPDX-License-Identifier: MIT
#include "model/coverage.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "model/median.hpp"
#include "model/monitor/calendar.hpp"
#include "model/monitor/day_curve.hpp"
#include "model/monitor/minute_assembler.hpp"

namespace pos::model {
namespace {

constexpr std::int64_t days_per_week = 7;
constexpr std::int64_t longest_habit = 3 * minutes_per_day;  // of a pause

// Around the clock.
std::size_t neighbour(std::size_t slot, int step) {
  return (slot + static_cast<std::size_t>(volume_slots + step)) % volume_slots;
}

struct DayMinutes {
  std::int64_t number = 0;
  std::array<std::uint8_t, volume_slots> seen{}, busy{};  // minutes; those with rows
  std::int64_t to_learn_from = 0;                         // minutes
  std::int64_t left_out = 0;                              // likewise
};

struct Seen {
  double minutes = 0.0, busy = 0.0;
};

Seen seen_around(const DayMinutes& day, std::size_t slot) {
  Seen seen;
  for (int step = -1; step <= 1; ++step) {
    seen.minutes += day.seen[neighbour(slot, step)];
    seen.busy += day.busy[neighbour(slot, step)];
  }
  return seen;
}

using Hazard = std::array<double, volume_slots>;  // of a minute of the slot: -ln(1 - q)

// weekday: of these days alone; at least two of them, else nothing is known, which is infinite.
Hazard hazard(const std::vector<DayMinutes>& all, std::optional<std::int64_t> weekday) {
  constexpr std::size_t few = 3;
  constexpr int half_a_slot = 8;
  constexpr int around = 4;     // slots on each side
  constexpr int tolerated = 2;  // likewise
  std::vector<const DayMinutes*> days;
  for (const DayMinutes& day : all) {
    if (day.left_out <= edges_of_a_day && (!weekday || weekday_of(day.number) == *weekday)) days.push_back(&day);
  }
  Hazard own{};
  for (std::size_t slot = 0; slot < volume_slots; ++slot) {
    std::vector<double> shares;
    double minutes = 0;
    for (const DayMinutes* day : days) {
      std::vector<double> near;
      const int reach = days.size() < few && !weekday ? around : 0;
      for (int step = -reach; step <= reach; ++step) {
        const Seen seen = seen_around(*day, neighbour(slot, step));
        if (seen.minutes < half_a_slot) continue;
        near.push_back(seen.busy / seen.minutes);
        minutes += seen.minutes;
      }
      if (!near.empty()) shares.push_back(median_of(std::move(near)));
    }
    const bool is_known = !weekday || shares.size() > 1;
    own[slot] = is_known ? -std::log1p(-median_of(std::move(shares)) * minutes / (minutes + 1)) : HUGE_VAL;
  }
  Hazard least = own;
  for (std::size_t slot = 0; slot < volume_slots; ++slot) {
    for (int step = -tolerated; step <= tolerated; ++step)
      least[slot] = std::min(least[slot], own[neighbour(slot, step)]);
  }
  return least;
}

struct Pause {
  HistoryGap all;
  LocalSeconds counted_from = 0;
};

// What each minute that the monitor goes through brings.
class Minutes {
 public:
  Minutes(const History& history, const SpecialDays& special) : zone_(history.zone()), special_(special) {}

  void see(const ClosedMinute& minute, LocalSeconds begin) {
    const bool has_transactions = std::ranges::any_of(minute.counts, [](const StatusCount& c) { return c.count > 0; });
    begun_ = begun_ || has_transactions;
    if (!begun_) return;
    if (minute.quiet + minutes_per_day <= longest_habit) {
      for (LocalSeconds at = begin - minute.quiet * 60; at < begin; at += 60) count(at, Rows::none);
    }
    count(begin, minute.counts.empty() ? Rows::none : Rows::some);
    if (minute.counts.empty()) return;
    note_pause(minute.minute, begin);
    last_busy_ = minute.minute;
    last_begin_ = begin;
    empty_from_.reset();
  }

  // Takes them out of what there is to learn from.
  [[nodiscard]] std::vector<HistoryGap> take_gaps() {
    const Hazard of_all = hazard(days, std::nullopt);
    std::array<Hazard, days_per_week> of_weekday;
    for (std::int64_t weekday = 0; weekday < days_per_week; ++weekday)
      of_weekday[static_cast<std::size_t>(weekday)] = hazard(days, weekday);
    std::vector<HistoryGap> found;
    for (const Pause& pause : pauses_) {
      if (!is_gap(pause.all, of_all, of_weekday)) continue;
      found.push_back(pause.all);
      take_out({pause.counted_from, pause.all.period.end});
    }
    return found;
  }

  std::vector<DayMinutes> days;

 private:
  enum class Rows { none, some };

  void count(LocalSeconds begin, Rows rows) {
    DayMinutes& day = day_at(model::day_of(begin / 60));
    const bool is_ordinary = special_.at(begin / 60) == DayKind::ordinary;
    const std::size_t slot = VolumeTable::slot(minute_of_day(begin / 60));
    if (day.seen[slot] < 255) ++day.seen[slot];  // an hour that comes twice is two
    ++(is_ordinary ? day.to_learn_from : day.left_out);
    if (rows == Rows::some && day.busy[slot] < 255) ++day.busy[slot];
    if (rows == Rows::none && !empty_from_) empty_from_ = begin;
  }

  DayMinutes& day_at(std::int64_t number) {
    if (days.empty() || days.back().number != number) {
      days.emplace_back();
      days.back().number = number;
    }
    return days.back();
  }

  // Where clocks are put back, and nobody knows which hour a row is of, none is missing.
  void note_pause(std::int64_t instant, LocalSeconds begin) {
    if (!last_busy_ || instant - *last_busy_ < 3) return;
    if (zone_.is_doubled(*last_busy_ + 1) || zone_.is_doubled(instant - 1)) return;
    pauses_.push_back({{{last_begin_ + 60, begin}, instant - *last_busy_ - 1}, empty_from_.value_or(begin)});
  }

  [[nodiscard]] bool is_gap(const HistoryGap& pause, const Hazard& of_all,
                            const std::array<Hazard, days_per_week>& of_weekday) const {
    constexpr double told = 15.0;
    constexpr LocalSeconds longest_looked_at = 366 * 86'400;  // events may name all of it
    const bool needs_habit = pause.minutes > 2 * minutes_per_day;
    double sum = 0.0;
    std::int64_t minutes = 0;
    const LocalSeconds end = std::min(pause.period.end, pause.period.begin + longest_looked_at);
    for (LocalSeconds at = pause.period.begin; at < end && sum < told && minutes <= longest_habit; at += 60) {
      const std::int64_t minute = at / 60;
      if (special_.at(minute) != DayKind::ordinary) continue;
      const auto slot = VolumeTable::slot(minute_of_day(minute));
      const auto weekday = static_cast<std::size_t>(weekday_of(model::day_of(minute)));
      sum += needs_habit ? of_weekday[weekday][slot] : std::min(of_all[slot], of_weekday[weekday][slot]);
      ++minutes;
    }
    return sum >= told || minutes > longest_habit;
  }

  void take_out(const Period& period) {
    for (LocalSeconds at = period.begin; at < period.end; at += 60) {
      if (special_.at(at / 60) != DayKind::ordinary) continue;
      const auto day = std::ranges::lower_bound(days, model::day_of(at / 60), {}, &DayMinutes::number);
      if (day != days.end() && day->number == model::day_of(at / 60) && day->to_learn_from > 0) --day->to_learn_from;
    }
  }

  const Zone& zone_;
  const SpecialDays& special_;
  bool begun_ = false;  // there was a transaction
  std::vector<Pause> pauses_;
  std::optional<std::int64_t> last_busy_;   // minute with rows, an instant
  LocalSeconds last_begin_ = 0;             // of that
  std::optional<LocalSeconds> empty_from_;  // the first one since then that was counted
};

}  // namespace

Coverage::Coverage(const History& history, const SpecialDays& special) {
  if (history.size() == 0) return;
  span_ = {to_seconds(history.first()), to_seconds(history.first())};
  MinuteAssembler assembler(std::nullopt, 0, history.zone());
  Minutes minutes(history, special);
  const auto close = [&] {
    while (const auto closed = assembler.take()) minutes.see(*closed, to_seconds(assembler.begin_of(closed->minute)));
  };
  const auto begin_file = [&] { assembler.start_file(); };
  history.replay(begin_file, [&](const History::Row& row) {
    const auto minute = assembler.place(row.time, MinuteAssembler::Leap::believed);
    close();
    if (!minute) return;  // late
    assembler.add(*minute, StatusId{}, static_cast<std::uint64_t>(row.count));
    span_.end = std::max(span_.end, to_seconds(assembler.begin_of(*minute)));
  });
  assembler.finish();
  close();
  if (history.first().dated() && history.last().dated()) span_.end = to_seconds(history.last());
  span_ = {minute_begin(span_.begin), minute_begin(span_.end) + 60};
  gaps_ = minutes.take_gaps();
  for (const DayMinutes& day : minutes.days) {
    days_.push_back({day.number, day.to_learn_from, day.left_out});
    left_out_ += day.left_out;
  }
}

const HistoryGap* Coverage::gap_at(LocalSeconds minute) const {
  const auto gap = std::ranges::upper_bound(gaps_, minute, {}, [](const HistoryGap& each) { return each.period.end; });
  return gap != gaps_.end() && gap->period.begin <= minute ? &*gap : nullptr;
}

std::int64_t Coverage::minutes_before(LocalSeconds midnight) const {
  std::int64_t sum = 0;
  for (const Day& day : days_) {
    if (day.number * 86'400 < midnight) sum += day.minutes;
  }
  return sum;
}

WeekdaysSeen Coverage::weekdays() const {
  WeekdaysSeen result;
  if (days_.empty() || !is_dated(days_.back().number * minutes_per_day)) return result;
  std::vector<double> minutes;
  for (const Day& day : days_) {
    if (day.left_out <= edges_of_a_day) minutes.push_back(static_cast<double>(day.minutes));
  }
  const double usual = median_of(std::move(minutes));
  const auto is_mostly_there = [usual](const Day& day) { return 2 * static_cast<double>(day.minutes) > usual; };
  // The last day is over where most of it was seen.
  const std::int64_t next = days_.back().number + (is_mostly_there(days_.back()) ? 1 : 0);
  const auto find = [&](std::int64_t number) {
    const auto day = std::ranges::lower_bound(days_, number, {}, &Day::number);
    return day != days_.end() && day->number == number ? *day : Day{};
  };
  for (std::int64_t day = next; day < next + days_per_week; ++day) {
    const Day last = find(day - days_per_week);
    const Day before = find(day - 2 * days_per_week);
    const int seen = int{is_mostly_there(last)} + int{is_mostly_there(before)};
    result.once += seen == 1 ? 1 : 0;
    result.twice += seen == 2 ? 1 : 0;
    result.left_out += last.left_out > minutes_per_day / 2 && before.left_out > minutes_per_day / 2 ? 1 : 0;
  }
  return result;
}

std::optional<LocalSeconds> Coverage::held_out_from() const {
  constexpr std::int64_t an_hour = 60;  // may be missing
  const std::int64_t days = (minutes() + an_hour) / minutes_per_day;
  if (days < 2) return std::nullopt;
  const int wanted = days >= 21 ? 7 : days >= 4 ? 2 : 1;
  const std::int64_t most = std::ranges::max_element(days_, {}, &Day::minutes)->minutes;
  int found = 0;
  for (auto day = days_.rbegin(); day != days_.rend(); ++day) {
    found += 2 * day->minutes >= most ? 1 : 0;
    if (found < wanted) continue;
    const LocalSeconds midnight = day->number * 86'400;
    return minutes_before(midnight) > 0 ? std::optional(midnight) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace pos::model
