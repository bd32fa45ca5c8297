// SPDX-License-Identifier: MIT
#include "report/collector.hpp"

#include <algorithm>
#include <utility>

#include "base/count.hpp"

namespace pos::report {
namespace {

constexpr std::int64_t day_seconds = 86'400;

LocalSeconds step_begin(LocalSeconds time, std::int64_t step) { return time - ((time % step) + step) % step; }

Point& point_at(std::vector<Point>& points, LocalSeconds begin) {
  if (!points.empty() && points.back().begin == begin) return points.back();
  const auto at = std::lower_bound(points.begin(), points.end(), begin,
                                   [](const Point& point, LocalSeconds time) { return point.begin < time; });
  if (at != points.end() && at->begin == begin) return *at;
  return *points.insert(at, Point{begin, 0, 0, 0, Severity::none});
}

void count_row(Total& total, const Record& record, bool abnormal) {
  ++total.rows;
  add_count(total.count, record.count);
  if (!abnormal) return;
  ++total.abnormal_rows;
  add_count(total.abnormal_count, record.count);
}

}  // namespace

std::int64_t step_for(const Period& period) {
  constexpr std::int64_t points = 1500;
  const std::int64_t length = period.end - period.begin;
  for (const std::int64_t step : {60, 120, 300, 600, 900, 1800, 3600, 7200, 10'800, 21'600, 43'200}) {
    if (length <= step * points) return step;
  }
  return (length / points / day_seconds + 1) * day_seconds;
}

Period earlier(const Period& period, std::int32_t days) {
  return {period.begin - days * day_seconds, period.end - days * day_seconds};
}

Collector::Collector(const Period& period, Filter filter, std::int64_t step_seconds, Keep keep, std::string volume,
                     std::optional<LocalSeconds> now)
    : keep_(keep), now_(now) {
  report_.period = period;
  report_.filter = std::move(filter);
  report_.volume = std::move(volume);
  report_.step = step_seconds;
}

void Collector::add(const Record& record) {
  if (!report_.period.holds(record.time)) return;
  look_at(record);
  // Rows that nobody judged, where others were, say nothing of what was to be expected of their minute: it may be of a
  // clock that is wrong.
  if (record.scored.expected || record.open || !any_judged_) cover(minute_begin(record.time));
  if (!report_.filter.takes(record)) return;
  count(record);
  if (keys_) keys_->add(record);
  if (counts_ && !record.made_up) (*counts_)[record.status].add(record.count);
  if (keep_ == Keep::records) keep(record);
}

void Collector::keep(const Record& record) {
  if (coarse_) {
    keep_tail(record);
    return coarse_->add(record);
  }
  report_.records.push_back(record);
  if (report_.records.size() <= most_records_) return;
  coarse_.emplace(most_points_, report_.filter);
  auto next = report_.records.begin();
  for (const Period& covered : report_.covered) {
    for (LocalSeconds minute = covered.begin; minute < covered.end; minute += 60) {
      if (report_.filter.takes_time(minute)) coarse_->cover(minute);
      for (; next != report_.records.end() && next->time < minute + 60; ++next) coarse_->add(*next);
    }
  }
  for (; next != report_.records.end(); ++next) coarse_->add(*next);
  for (const Record& one : report_.records) keep_tail(one);
  report_.records = {};
}

void Collector::keep_tail(const Record& record) {
  constexpr LocalSeconds long_enough = 8000;
  tail_.push_back(record);
  const LocalSeconds end = std::min(record.time, now_.value_or(record.time));
  while (tail_.front().time < end - long_enough) tail_.pop_front();
}

// What the period is worth, whatever the filter.
void Collector::look_at(const Record& record) {
  const bool judged = record.scored.expected.has_value();
  any_judged_ = any_judged_ || judged;
  if (!judged && !record.open) ++unjudged_;
  const bool believed = judged || !now_ || record.time <= *now_ + believed_ahead;
  if (believed) last_believed_ = std::max(record.time, last_believed_.value_or(record.time));
  if (judged || !now_ || record.time <= *now_)
    report_.last_record = std::max(record.time, report_.last_record.value_or(record.time));
  if (!record.made_up && believed) report_.last_real = std::max(record.time, report_.last_real.value_or(record.time));
}

Collector::Status& Collector::status_of(const std::string& name) {
  const auto at = statuses_.find(name);
  return at != statuses_.end() ? at->second : statuses_.try_emplace(name).first->second;
}

void Collector::cover(LocalSeconds minute) {
  if (last_minute_ && minute <= *last_minute_) return;
  last_minute_ = minute;
  if (report_.filter.takes_time(minute)) {
    ++minutes_;
    if (coarse_) coarse_->cover(minute);
  }
  if (keep_ != Keep::records) return;
  std::vector<Period>& covered = report_.covered;
  if (!covered.empty() && minute == covered.back().end) {
    covered.back().end += 60;
  } else {
    covered.push_back({minute, minute + 60});
  }
}

void Collector::count(const Record& record) {
  const Scored& scored = record.scored;
  const bool abnormal = scored.decision == Decision::alert;
  Status& status = status_of(record.status);
  Point& point = point_at(status.points, step_begin(record.time, report_.step));
  count_row(status.total, record, abnormal);
  count_row(report_.total, record, abnormal);
  add_count(point.count, record.count);
  if (abnormal) ++point.alerts;
  point.severity = std::max(point.severity, scored.severity);
  if (!report_.filter.tells_expected(record)) return;

  point.has_expected = true;
  ++status.total.rows_expected;
  ++report_.total.rows_expected;
  expect(status, *scored.expected, point);
}

// Each row of a minute says the same, once is enough. Minutes of data between this one and the last that
// had a row lie between them in what was expected, too.
void Collector::expect(Status& status, double expected, Point& point) {
  const std::int64_t minute = minutes_ - 1;
  if (status.expected_minute == minute) return;
  point.expected += expected;
  status.total.expected += expected;
  if (report_.filter.normal == Normal::all) {
    const bool first = status.expected_minute == -1;
    const auto without = static_cast<double>(minute - status.expected_minute - 1);
    status.total.expected += without * (first ? expected : (status.expected + expected) / 2);
  }
  status.expected_minute = minute;
  status.expected = expected;
}

Report Collector::finish(std::vector<incident::Incident> incidents) {
  report_.incidents = std::move(incidents);
  if (keys_) report_.keys = keys_->finish(report_.incidents);
  if (counts_) {
    for (const auto& [status, counts] : *counts_) report_.descriptions.push_back({status, counts.describe()});
  }
  report_.is_judged = any_judged_;
  if (any_judged_) report_.unjudged = unjudged_;
  // The forest judges no minute: whether its rows are ahead of the clock nobody knows.
  if (!any_judged_) report_.last_record = last_believed_;
  const bool is_of_key = !report_.filter.key().empty();  // a few minutes say what was expected of all
  if (is_of_key) report_.total.rows_expected = 0;
  if (coarse_) {
    coarse_->finish(report_);
    report_.tail.assign(tail_.begin(), tail_.end());
  }
  std::vector<std::pair<std::string, Status>> sorted;
  sorted.reserve(statuses_.size());
  for (auto& [name, status] : statuses_) sorted.emplace_back(name, std::move(status));
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    if (a.second.total.count != b.second.total.count) return a.second.total.count > b.second.total.count;
    return a.first < b.first;
  });
  for (auto& [name, status] : sorted) {
    if (report_.filter.normal == Normal::all) {
      status.total.expected += static_cast<double>(minutes_ - 1 - status.expected_minute) * status.expected;
    }
    if (is_of_key) status.total.expected = 0, status.total.rows_expected = 0;
    report_.total.expected += status.total.expected;
    report_.statuses.push_back({name, status.total});
    report_.series.push_back({name, std::move(status.points)});
  }
  return std::move(report_);
}

Comparison to_comparison(Report&& earlier) { return {earlier.period, earlier.total, std::move(earlier.statuses), earlier.last_record.has_value()}; }

}  // namespace pos::report
