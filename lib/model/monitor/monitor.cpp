// SPDX-License-Identifier: MIT
// One minute of the monitor: forecast, decide, learn. State: monitor_state.cpp.
#include "model/monitor/monitor.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "model/monitor/calendar.hpp"
#include "model/monitor/garbage.hpp"
#include "model/monitor/reason.hpp"

namespace pos::model {

namespace {

constexpr std::size_t not_met = static_cast<std::size_t>(-1);
constexpr double critical_margin = 3.0;  // above the threshold: a thousand times rarer

double saturate(double count) { return std::min(count, static_cast<double>(max_count)); }

// Hostile counts can drive products of learned factors beyond any sense.
double bounded(double forecast) { return std::min(forecast, max_forecast); }

}  // namespace

Monitor::Monitor(const MonitorParameters& parameters)
    : parameters_((check(parameters), parameters)),
      threshold_(parameters.threshold()),
      tests_(parameters),
      fast_(parameters.level_half_life),
      slow_(parameters.drift_half_life),
      unseen_(parameters, Role::other) {
  watched_.emplace_back(parameters, Role::volume);
  watched_.front().id = names_.id(parameters.volume);
  position_.push_back(0);
}

void Monitor::set_budget(double false_events_a_day) {
  MonitorParameters changed = parameters_;
  changed.budget = false_events_a_day;
  check(changed);
  parameters_ = changed;
  threshold_ = parameters_.threshold();
  tests_.set_threshold(threshold_);
}

void Monitor::set_grace(int minutes) {
  if (minutes < 0 || minutes > max_grace) throw std::invalid_argument("grace out of range");
  grace_ = minutes;
}

void Monitor::move_days(std::int64_t days) {
  for (std::optional<std::int64_t>* minute : {&last_minute_, &last_row_}) {
    if (*minute) **minute += days * minutes_per_day;
  }
}

std::span<const Verdict> Monitor::step(std::int64_t minute, std::span<const StatusCount> counts, Report report,
                                       Extent extent) {
  check_input(minute, counts);
  verdicts_.clear();
  const auto has_transactions = [](const StatusCount& c) { return c.count > 0; };
  if (age_ == 0 && std::ranges::none_of(counts, has_transactions)) return {};
  if (last_minute_) {
    if (day_of(minute) > day_of(*last_minute_)) pass_midnight();
    if (minute > *last_minute_ + 1) resume();
  }
  last_minute_ = minute;

  const double came = take(counts);
  const int clock = minute_of_day(minute);
  const Forecast f = forecast(clock);
  // Of the volume, garbage measures nothing.
  const double volume = is_warm() && is_garbage(came, f.high) ? f.middle : came;
  const SlotBlend blend = StatusRatio::Table::around(clock);
  tests_.set_stream(watched_.size(), profile_.usable());
  for (WatchedStatus& status : watched_) {
    refer(status, blend, volume, f, extent);
    decide(status, report);
  }
  refer(unseen_, blend, volume, f, extent);
  learn(clock, came, f.rate, extent);
  age_ = std::min(age_ + 1, max_minute);
  return verdicts_;
}

void Monitor::check_input(std::int64_t minute, std::span<const StatusCount> counts) const {
  if (minute < -max_minute || minute > max_minute || (last_minute_ && minute <= *last_minute_)) {
    throw std::invalid_argument("minute out of order");
  }
  const auto is_unknown = [&](const StatusCount& c) { return c.status >= names_.size(); };
  if (std::ranges::any_of(counts, is_unknown)) throw std::invalid_argument("unknown status");
}

void Monitor::pass_midnight() {
  for (WatchedStatus& status : watched_) status.ratio.end_of_day();
  unseen_.ratio.end_of_day();
  if (!profile_.end_of_day()) return;
  // The first daily curve: forecasts mean something else from now on.
  restart_levels();
  for (WatchedStatus& status : watched_) {
    status.forget();
    status.spread.clear();
  }
}

// The stream jumped: what was true before about the level says nothing now.
void Monitor::resume() {
  restart_levels();
  for (WatchedStatus& status : watched_) status.recent.clear();
  unseen_.recent.clear();
}

void Monitor::restart_levels() {
  fast_.restart();
  slow_.restart();
}

// Hands the counts out to their statuses, meeting new ones; returns that of the volume.
double Monitor::take(std::span<const StatusCount> counts) {
  for (WatchedStatus& status : watched_) {
    status.now.count = 0.0;
    status.now.has_row = false;
  }
  double total = 0.0;
  for (const StatusCount& row : counts) {
    const auto count = static_cast<double>(std::min(row.count, max_count));
    WatchedStatus& status = watch(row.status);
    status.now.count = saturate(status.now.count + count);
    status.now.has_row = true;
    total = saturate(total + count);
  }
  if (total > 0) last_row_ = last_minute_;
  WatchedStatus& volume = watched_.front();
  if (parameters_.volume == every_status) volume.now.count = total;
  volume_seen_ = volume_seen_ || volume.now.count > 0;
  return volume.now.count;
}

// A newcomer is a copy of unseen_: its first transaction after a month without one is as
// surprising as it should be.
WatchedStatus& Monitor::watch(StatusId id) {
  if (id >= position_.size()) position_.resize(names_.size(), not_met);
  if (position_[id] == not_met) {
    position_[id] = watched_.size();
    WatchedStatus& newcomer = watched_.emplace_back(unseen_);
    newcomer.id = id;
    newcomer.met = age_;
    newcomer.now = {};
  }
  return watched_[position_[id]];
}

Monitor::Forecast Monitor::forecast(int minute_of_day) const {
  const double prior = parameters_.prior_count;
  const auto [rate, low, high] = profile_.at(minute_of_day, parameters_.contrast);
  const double slow = profile_.usable() ? slow_.mean(1.0, prior) : 1.0;
  const double fast = fast_.mean(slow, prior);
  const double other = profile_.usable() ? slow : fast;
  return {rate, bounded(rate * fast), bounded(low * std::min(fast, other)), bounded(high * std::max(fast, other))};
}

// Sets the references of this minute. A rise must beat the larger of forecast and actual volume, a
// fall the smaller: neither a surge nor an outage of everything is an alert of every status. Of a part of a minute no
// more is expected than came.
void Monitor::refer(WatchedStatus& status, const SlotBlend& blend, double volume, const Forecast& f,
                    Extent extent) const {
  ThisMinute& now = status.now;
  const double most = extent == Extent::part ? now.count : std::numeric_limits<double>::infinity();
  if (status.is_volume()) {
    now.rate_spread2 = fast_.spread2(parameters_.prior_count);
    now.expected = f.middle;
    now.garbage = is_warm() && is_garbage(now.count, f.high);
    status.recent.push({now.count, f.high, std::min(f.low, most)});
  } else {
    now.seasonal = status.ratio.seasonal(blend);
    now.rate_spread2 = status.ratio.spread2();
    const double ratio = now.seasonal * status.ratio.drift();
    now.expected = bounded(ratio * f.middle);
    const double high = bounded(ratio * std::max(f.middle, volume));
    now.garbage = is_warm() && is_garbage(now.count, high);
    status.recent.push({now.count, high, std::min(bounded(ratio * std::min(f.middle, volume)), most)});
  }
}

bool Monitor::is_warm() const { return profile_.usable() || age_ >= parameters_.warmup(); }

void Monitor::decide(WatchedStatus& status, Report report) {
  const bool reported = report == Report::rows && status.now.has_row;
  Assessment assessment;
  if (is_warm() && (reported || !tests_.unsurprising(status))) assessment = tests_.assess(status);
  const bool ended = status.episode.decide(assessment.hit, assessment.short_hit, threshold_);
  if (ended) status.forget();
  if (status.now.garbage) status.forget_minute();
  if (reported || (report != Report::nothing && status.episode.alert())) {
    make_verdict(status, assessment);
  }
}

void Monitor::make_verdict(const WatchedStatus& status, const Assessment& assessment) {
  Verdict& v = verdicts_.emplace_back();
  v.id = status.id;
  v.status = names_.name(status.id);
  v.count = static_cast<std::uint64_t>(status.now.count);
  v.expected = status.now.expected;
  v.score = assessment.score;
  v.has_row = status.now.has_row;
  v.alert = status.episode.alert();
  if (!v.alert) return;
  const bool critical = v.score >= threshold_ + critical_margin;
  v.severity = critical ? Severity::critical : Severity::warning;
  const Finding& best = assessment.best;
  const bool silence = status.is_volume() && best.window > 0 && best.side == Side::below && last_row_ < last_minute_;
  v.reason = silence ? word_silence(best, *last_row_) : word_reason(best);
}

// In this order, so that nothing odd teaches what is normal.
void Monitor::learn(int minute_of_day, double volume, double volume_rate, Extent extent) {
  accept_new_regimes();
  if (extent == Extent::part) return;
  const WatchedStatus& volume_status = watched_.front();
  if (volume_status.now.pauses) return;
  if (age_ > parameters_.warmup()) learn_spreads();
  fast_.learn(volume, volume_rate);
  slow_.learn(volume, volume_rate);
  if (volume_status.episode.running()) return;  // accepted but odd: no model for other days
  profile_.add(minute_of_day, volume);
  for (WatchedStatus& s : watched_) {
    if (s.is_volume() || s.now.pauses) continue;
    s.ratio.learn(minute_of_day, s.now.count, volume, s.now.seasonal);
  }
  unseen_.ratio.learn(minute_of_day, 0.0, volume, unseen_.now.seasonal);
}

void Monitor::accept_new_regimes() {
  for (WatchedStatus& s : watched_) {
    const int limit = s.pause_limit(parameters_, age_, profile_.usable());
    s.now.pauses = s.episode.pauses(limit);
    if (!s.episode.alert() || s.episode.hits() != limit) continue;
    if (s.is_volume()) {
      restart_levels();
    } else {
      s.ratio = StatusRatio(parameters_);
    }
  }
}

void Monitor::learn_spreads() {
  for (WatchedStatus& s : watched_) {
    if (s.episode.running()) continue;
    for (std::size_t w = 0; w < s.recent.complete(); ++w) {
      const Observed& sum = s.recent.sums()[w];
      s.spread.learn(w, sum.count, s.is_volume() ? sum.low : sum.high, s.now.rate_spread2);
    }
  }
}

}  // namespace pos::model
