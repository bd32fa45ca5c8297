// SPDX-License-Identifier: MIT
#include "model/history_days.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "model/coverage.hpp"
#include "model/median.hpp"
#include "model/monitor/calendar.hpp"

namespace pos::model {
namespace {

// In order, so that the median of all but one is at hand.
class Others {
 public:
  void add(double value) { values_.push_back(value); }
  void sort() { std::ranges::sort(values_); }
  [[nodiscard]] bool has_others() const { return values_.size() > 1; }

  // value: one of them. has_others() holds.
  [[nodiscard]] double median_without(double value) const {
    const auto left_out = static_cast<std::size_t>(std::ranges::lower_bound(values_, value) - values_.begin());
    const auto at = [&](std::size_t place) { return values_[place < left_out ? place : place + 1]; };
    const std::size_t number = values_.size() - 1;
    const std::size_t middle = number / 2;
    return number % 2 == 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  }

 private:
  std::vector<double> values_;
};

// Of days: a value, and what chance alone does to it.
struct Measured {
  std::vector<double> values, noise;
};

// How far each is from the others, and from those of its weekday, where that is more than chance and habit explain; 0:
// it is not.
std::vector<double> outliers(const Measured& days, const std::vector<std::int64_t>& weekdays, double least) {
  constexpr double limit = 3.5, to_sigma = 1.4826;
  const double centre = median_of(days.values);
  std::vector<double> distances;
  Others all;
  std::map<std::int64_t, Others> of_weekday;
  for (std::size_t i = 0; i < days.values.size(); ++i) {
    distances.push_back(std::abs(days.values[i] - centre));
    all.add(days.values[i]);
    of_weekday[weekdays[i]].add(days.values[i]);
  }
  all.sort();
  for (auto& [weekday, others] : of_weekday) others.sort();
  const double habit = std::max(least, to_sigma * median_of(std::move(distances)));
  const double usual_noise = median_of(days.noise);
  std::vector<double> found;
  for (std::size_t i = 0; i < days.values.size(); ++i) {
    const double value = days.values[i];
    const double told = limit * std::max(habit, std::hypot(days.noise[i], usual_noise));
    double distance = value - all.median_without(value);
    if (const Others& same = of_weekday[weekdays[i]]; same.has_others()) {
      const double of_same = value - same.median_without(value);
      if (std::abs(of_same) < std::abs(distance)) distance = of_same * distance > 0 ? of_same : 0.0;
    }
    found.push_back(std::abs(distance) > told ? distance : 0.0);
  }
  return found;
}

}  // namespace

HistoryDays::Day& HistoryDays::day_of(std::int64_t number) {
  if (days_.empty() || days_.back().number != number) {
    days_.emplace_back();
    days_.back().number = number;
  }
  return days_.back();
}

void HistoryDays::see(const ClosedMinute& minute, const LocalTime& begin, DayKind kind, const Monitor& monitor) {
  if (!monitor.last_minute()) return;  // before the first transaction
  Day& day = day_of(model::day_of(to_seconds(begin) / 60));
  if (kind != DayKind::ordinary) {
    ++day.named;
    return;
  }
  ++day.minutes;
  day.busy = day.busy || !minute.counts.empty();
  const WatchedStatus& volume = monitor.watched().front();
  day.volume += volume.now.garbage ? monitor.view().middle : monitor.view().came;
  for (const StatusCount& each : minute.counts) {
    const WatchedStatus* status = monitor.watched(each.status);
    if (status != nullptr && status->now.garbage) continue;
    if (day.counts.size() <= each.status) day.counts.resize(each.status + 1);
    if (totals_.size() <= each.status) {
      totals_.resize(each.status + 1);
      names_.resize(each.status + 1);
    }
    if (names_[each.status].empty()) names_[each.status] = monitor.name(each.status);
    day.counts[each.status] += static_cast<double>(each.count);
    totals_[each.status] += static_cast<double>(each.count);
  }
}

int HistoryDays::usual_minutes() const {
  std::vector<double> minutes;
  for (const Day& day : days_) {
    if (day.named <= edges_of_a_day) minutes.push_back(day.minutes);
  }
  return static_cast<int>(median_of(std::move(minutes)));
}

std::vector<const HistoryDays::Day*> HistoryDays::comparable() const {
  std::vector<const Day*> found;
  const int usual = usual_minutes();
  for (const Day& day : days_) {
    if (day.named <= edges_of_a_day && day.busy && 10 * day.minutes >= 9 * usual) found.push_back(&day);
  }
  return found;
}

std::vector<OddDay> HistoryDays::odd_days(const std::string& volume) const {
  constexpr std::size_t least_days = 5;  // it, and four others
  constexpr double least_volume = 0.1, least_share = 0.2;
  const std::vector<const Day*> days = comparable();
  std::vector<OddDay> found;
  if (days.size() < least_days) return found;
  std::vector<std::int64_t> weekdays;
  for (const Day* day : days) weekdays.push_back(is_dated(day->number * minutes_per_day) ? weekday_of(day->number) : 0);
  const auto look = [&](const std::string& name, const Measured& measured, double least) {
    const std::vector<double> distances = outliers(measured, weekdays, least);
    for (std::size_t i = 0; i < days.size(); ++i) {
      if (distances[i] != 0.0) found.push_back({days[i]->number, name, std::exp(distances[i])});
    }
  };
  Measured volumes;
  for (const Day* day : days) {
    volumes.values.push_back(std::log(day->volume + 0.5));
    volumes.noise.push_back(1 / std::sqrt(day->volume + 0.5));
  }
  look({}, volumes, least_volume);
  for (std::size_t id = 0; id < totals_.size(); ++id) {
    if (names_[id].empty() || names_[id] == volume) continue;
    Measured shares;
    for (const Day* day : days) {
      const double count = (id < day->counts.size() ? day->counts[id] : 0) + 0.5;
      shares.values.push_back(std::log(count / (day->volume + 1)));
      shares.noise.push_back(1 / std::sqrt(count));
    }
    look(names_[id], shares, least_share);
  }
  std::ranges::stable_sort(found, {}, &OddDay::day);
  return found;
}

}  // namespace pos::model
