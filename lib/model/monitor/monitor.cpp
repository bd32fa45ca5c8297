// SPDX-License-Identifier: MIT
// One minute of the monitor: forecast, decide, learn. State: monitor_state.cpp; words: monitor_reason.cpp.
#include "model/monitor/monitor.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <stdexcept>

#include "base/reason.hpp"
#include "base/record.hpp"
#include "model/monitor/calendar.hpp"
#include "model/monitor/garbage.hpp"

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
      profile_(parameters),
      fast_(parameters.level_half_life),
      slow_(parameters.drift_half_life),
      fall_(parameters),
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

void Monitor::follow(const Zone& zone) {
  if (!last_minute_ || !is_dated(*last_minute_) || zone.ahead(*last_minute_) == offset_) return;
  const LocalTime shown = zone.settle(to_local_time((*last_minute_ + offset_) * 60));
  const std::int64_t later = offset_ - shown.offset;
  *last_minute_ += later;
  *last_row_ += later;
  if (closed_) *closed_ += later;
  row_offset_ += shown.offset - offset_;
  offset_ = shown.offset;
}

void Monitor::move_days(std::int64_t days) {
  for (std::optional<std::int64_t>* minute : {&last_minute_, &last_row_, &closed_}) {
    if (*minute) **minute += days * minutes_per_day;
  }
  profile_.move_days(days);
}

std::span<Verdict> Monitor::step(StreamMinute minute, std::span<const StatusCount> counts, Report report, Extent extent,
                                 DayKind kind) {
  check_input(minute, counts);
  verdicts_.clear();
  const auto has_transactions = [](const StatusCount& c) { return c.count > 0; };
  if (age_ == 0 && std::ranges::none_of(counts, has_transactions)) return {};
  view_ = {.extent = extent, .kind = kind};
  if (last_minute_) {
    const std::int64_t last = day_of(*last_minute_ + offset_);
    const std::int64_t day = day_of(minute.local());
    if (day > last) {
      pass_midnight(last, day);
      view_.midnights = 1;
    }
    if (minute.quiet > 0) profile_.mark_quiet(minute.local() - minute.quiet, minute.local(), day);
    if (minute.instant > *last_minute_ + 1) {
      resume();
      view_.resumed = true;
    }
  }
  last_minute_ = minute.instant;
  offset_ = minute.offset;
  if (kind == DayKind::closed) closed_ = last_minute_;

  const double came = take(counts);
  const Forecast f = forecast(kind);
  view_.clock = clock();
  view_.came = came;
  view_.low = f.low;
  view_.middle = f.middle;
  view_.high = f.high;
  // Of the volume, garbage measures nothing.
  const double volume = is_warm() && is_garbage(came, f.high) ? f.middle : came;
  const SlotBlend blend = StatusRatio::Table::around(clock());
  tests_.set_stream(watched_.size(), profile_.usable() ? std::optional(profile_.days()) : std::nullopt);
  refer_volume(f, extent);
  for (WatchedStatus& status : std::span(watched_).subspan(1)) {
    status.recent.push(refer(status, blend, volume, f, extent));
  }
  for (WatchedStatus& status : watched_) decide(status, f, report);
  unseen_.recent.put_newest(refer(unseen_, blend, volume, f, extent));
  if (extent == Extent::whole && kind == DayKind::ordinary) see(volume);
  learn(came, f, extent);
  age_ = std::min(age_ + 1, max_minute);
  return verdicts_;
}

// Minute of the day on the local clock.
int Monitor::clock() const { return minute_of_day(*last_minute_ + offset_); }

void Monitor::check_input(StreamMinute minute, std::span<const StatusCount> counts) const {
  const std::int64_t instant = minute.instant;
  if (instant < -max_minute || instant > max_minute || (last_minute_ && instant <= *last_minute_)) {
    throw std::invalid_argument("minute out of order");
  }
  if (std::abs(minute.offset) > minutes_per_day) throw std::invalid_argument("offset out of range");
  const auto is_unknown = [&](const StatusCount& c) { return c.status >= names_.size(); };
  if (std::ranges::any_of(counts, is_unknown)) throw std::invalid_argument("unknown status");
}

void Monitor::pass_midnight(std::int64_t last, std::int64_t day) {
  for (WatchedStatus& status : watched_) status.ratio.end_of_day();
  unseen_.ratio.end_of_day();
  if (!profile_.end_of_day(last, day)) return;
  // The first daily curve: forecasts mean something else from now on.
  restart_levels();
  for (WatchedStatus& status : watched_) {
    status.forget();
    status.spread.clear();
  }
}

const WatchedStatus* Monitor::watched(StatusId id) const {
  return id < position_.size() && position_[id] != not_met ? &watched_[position_[id]] : nullptr;
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
  if (total > 0) {
    last_row_ = last_minute_;
    row_offset_ = offset_;
  }
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
    newcomer.recent.sum_up_anew();
  }
  return watched_[position_[id]];
}

// A day that comes back to about its curve is no news, from above or from below.
Monitor::Forecast Monitor::forecast(DayKind kind) const {
  const double prior = parameters_.prior_count;
  const auto [rate, low, high] = profile_.at(clock(), kind);
  if (!profile_.usable()) {
    const double fast = fast_.mean(1.0, prior);
    return {rate, bounded(rate * fast), bounded(low * fast), bounded(high * fast), bounded(low * fast), kind};
  }
  const double slow = slow_.mean(1.0, prior);
  const double fast = fast_.mean(slow, prior);
  const double usual = watched_.front().episode.running() ? 1.0 : 1.0 + day_spread;
  return {rate,
          bounded(rate * fast),
          bounded(low * std::min({fast, slow, usual})),
          bounded(high * std::max({fast, slow, 1.0})),
          bounded(low),
          kind};
}

// Sets the references of this minute. A rise must beat the larger of forecast and actual volume, a
// fall the smaller: neither a surge nor an outage of everything is an alert of every status. Of a part of a minute no
// more is expected than came.
void Monitor::refer_volume(const Forecast& f, Extent extent) {
  WatchedStatus& status = watched_.front();
  ThisMinute& now = status.now;
  const double most = extent == Extent::part ? now.count : std::numeric_limits<double>::infinity();
  now.rate_spread2 = fast_.spread2(parameters_.prior_count);
  now.expected = fall_.is_accepted() ? f.rate : f.middle;  // reports go on comparing with what was normal before
  now.garbage = is_warm() && is_garbage(now.count, f.high);
  status.recent.push({now.count, f.high, std::min(f.low, most), f.middle}, std::min(f.curve, most));
}

Observed Monitor::refer(WatchedStatus& status, const SlotBlend& blend, double volume, const Forecast& f,
                        Extent extent) const {
  ThisMinute& now = status.now;
  now.seasonal = status.ratio.seasonal(blend);
  now.rate_spread2 = status.ratio.spread2();
  const double ratio = now.seasonal * status.ratio.drift();
  now.expected = bounded(ratio * f.middle);
  const double high = bounded(ratio * std::max(f.middle, volume));
  now.garbage = is_garbage(now.count, high) && is_warm();
  const double low = bounded(ratio * std::min(f.middle, volume));
  return {now.count, high, extent == Extent::part ? std::min(low, now.count) : low, now.expected};
}

bool Monitor::is_warm() const { return profile_.usable() || age_ >= parameters_.warmup(); }

void Monitor::decide(WatchedStatus& status, const Forecast& f, Report report) {
  const bool reported = report == Report::rows && status.now.has_row;
  const bool is_falling = status.is_volume() && fall_.on();
  status.now.kind = f.kind;
  if (reported || is_falling || !(is_warm() && tests_.unsurprising(status))) return decide_by_tests(status, f, report);
  if (status.episode.pass()) end_episode(status);
  status.now.held = status.now.alert = false;
}

void Monitor::decide_by_tests(WatchedStatus& status, const Forecast& f, Report report) {
  Assessment assessment;
  if (is_warm()) assessment = tests_.assess(status);
  status.now.held = is_held(status, assessment, f);
  if (status.episode.decide(assessment.hit, assessment.short_hit, threshold_, status.now.held)) end_episode(status);
  if (status.now.garbage) status.forget_minute();
  status.now.alert = status.episode.alert() && !(status.is_volume() && fall_.on() && is_closed(f.kind));
  const bool reported = report == Report::rows && status.now.has_row;
  if (reported || (report != Report::nothing && status.now.alert)) make_verdict(status, assessment);
}

void Monitor::end_episode(WatchedStatus& status) {
  status.forget();
  if (status.is_volume()) fall_.clear();
}

bool Monitor::is_closed(DayKind kind) const { return kind == DayKind::closed || profile_.is_closed(clock()); }

// A fall of the volume that its tests do not see in this minute, and that is not over.
bool Monitor::is_held(const WatchedStatus& status, const Assessment& assessment, const Forecast& f) {
  if (!status.is_volume() || !profile_.usable()) return false;
  if (status.episode.is_hit(assessment.hit, assessment.short_hit, threshold_)) {
    fall_.hit(assessment.hit_side);
    return false;
  }
  return fall_.on() && fall_.holds(status.now.count, f.low, status.recent.curve());
}

void Monitor::make_verdict(const WatchedStatus& status, const Assessment& assessment) {
  Verdict& v = verdicts_.emplace_back();
  v.id = status.id;
  v.status = names_.name(status.id);
  v.count = static_cast<std::uint64_t>(status.now.count);
  v.expected = status.now.expected;
  v.score = assessment.score;
  v.has_row = status.now.has_row;
  v.alert = status.now.alert;
  if (!v.alert) return;
  const bool critical = v.score >= threshold_ + critical_margin;
  v.severity = critical ? Severity::critical : Severity::warning;
  v.reason = reason(status, assessment.best);
  v.window = assessment.best.window;
  v.side = assessment.best.side;
  v.mean = assessment.best.mean;
  if (is_taken_as_normal(status))
    v.reason += taken_as_normal(share_of_usual(status), profile_.usable() ? "the week" : "the time before");
}

// An alert that pauses nothing any more, or of a fall to where an earlier one has been accepted. That no business comes
// at all is normal to nobody, however long it lasts.
bool Monitor::is_taken_as_normal(const WatchedStatus& status) const {
  const bool is_accepted = status.episode.hits() >= pause_limit(status);
  if (!status.is_volume()) return is_accepted;
  const double count = status.recent.sums().back().count;
  if (fall_.on() && fall_.is_accepted()) return !fall_.is_news(count, status.recent.curve());
  return is_accepted && count >= parameters_.min_excess;
}

// What came in the last half an hour: of the volume as a share of the daily curve, else of what was expected.
double Monitor::share_of_usual(const WatchedStatus& status) const {
  const Observed& half_hour = status.recent.sums().back();
  return half_hour.count / (status.is_volume() && profile_.usable() ? status.recent.curve() : half_hour.middle);
}

// Whatever happens, a later day asks what this one had.
void Monitor::see(double volume) {
  profile_.see(clock(), volume);
  if (!fall_.is_accepted()) return;
  const auto share = profile_.share_of_slot(clock());
  if (share && *share >= 1.0 - parameters_.min_change) fall_.end_acceptance();
}

// In this order, so that nothing odd teaches what is normal.
void Monitor::learn(double volume, const Forecast& f, Extent extent) {
  accept_new_regimes();
  if (extent == Extent::part || f.kind == DayKind::closed) return;
  const WatchedStatus& volume_status = watched_.front();
  const bool pauses = volume_status.now.pauses;
  const bool teaches = f.kind == DayKind::ordinary;  // what is normal; the levels follow any day
  if (teaches && age_ > parameters_.warmup() && !pauses) learn_spreads();
  if (pauses) {  // its quiet minutes say where the level is when this is over
    if (profile_.usable() && !volume_status.episode.alert()) fast_.learn(volume, f.rate);
    return;
  }
  fast_.learn(volume, f.rate);
  // The day after a holiday goes by what was before: from its least to an ordinary day it is none of the slow level's.
  slow_.learn(volume, f.kind == DayKind::holiday ? std::min(std::max(volume, f.curve), f.rate) : f.rate);
  if (!teaches) return;
  // Accepted but odd is no model for other days, but for a fall that has lasted for a day.
  if (volume_status.episode.running() && !fall_.on()) return;
  profile_.add(clock(), volume);
  const std::size_t slot = StatusRatio::Table::slot(clock());
  for (WatchedStatus& s : watched_) {
    if (s.is_volume() || s.now.pauses) continue;
    s.ratio.learn(slot, s.now.count, volume, s.now.seasonal);
  }
  unseen_.ratio.learn(slot, 0.0, volume, unseen_.now.seasonal);
}

int Monitor::pause_limit(const WatchedStatus& status) const {
  if (status.is_volume() && fall_.on()) return minutes_per_day;  // with business: not on the day itself
  return status.pause_limit(parameters_, age_, profile_.usable());
}

void Monitor::accept_new_regimes() {
  for (WatchedStatus& s : watched_) {
    s.now.pauses = false;
    if (!s.episode.running()) continue;
    const int limit = pause_limit(s);
    s.now.pauses = s.episode.pauses(limit);
    if (!s.episode.alert() || s.episode.hits() != limit) continue;
    if (s.is_volume()) {
      if (fall_.on()) fall_.accept(s.recent.sums().back().count, s.recent.curve());
      restart_levels();
    } else {
      s.ratio = StatusRatio(parameters_);
    }
  }
}

void Monitor::learn_spreads() {
  for (WatchedStatus& s : watched_) {
    if (s.episode.running()) continue;
    const WindowSums& sums = s.recent.sums();
    const std::size_t complete = s.recent.complete();
    if (complete == windows.size()) {
      s.spread.learn(sums.count, sums.middle, s.now.rate_spread2);
      continue;
    }
    for (std::size_t w = 0; w < complete; ++w) s.spread.learn(w, sums.count[w], sums.middle[w], s.now.rate_spread2);
  }
}

}  // namespace pos::model
