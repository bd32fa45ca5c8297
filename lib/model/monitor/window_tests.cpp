// SPDX-License-Identifier: MIT
// Tests of one status's recent minutes against their references, over several window lengths.
#include "model/monitor/window_tests.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace pos::model {

namespace {

constexpr std::array both_sides{Side::above, Side::below};
constexpr double cap_below_threshold = 0.01;

// Surprise of two standard deviations, below which the normal tail is used: -log10(0.0228).
constexpr double normal_limit = 1.65;
// Just below 2, so that rounding cannot call a test normal here and not in surprise().
constexpr double normal_z = 1.9995;
constexpr double normal_z2 = normal_z * normal_z;
// Required changes less a hair, as test() divides where bounds multiply.
constexpr double almost = 0.999;
constexpr double beyond_all = std::numeric_limits<double>::infinity();

double reference(const Observed& sum, Side side) { return side == Side::above ? sum.high : sum.low; }

// -log10 of the normal tail beyond z, 0 to 2, by a polynomial (interpolation at Chebyshev's points) that is off by
// 0.0002 at most.
constexpr double guess_error = 0.001;
double guess_surprise(double z) { return 0.301231 + z * (0.343289 + z * (0.14657 + z * 0.008636)); }

// By value, as std::min and std::max are not: the compiler takes two windows at a time.
double lesser(double a, double b) { return b < a ? b : a; }
double greater(double a, double b) { return a < b ? b : a; }

}  // namespace

WindowTests::WindowTests(const MonitorParameters& p)
    : threshold_(p.threshold()),
      min_change_(p.min_change),
      min_excess_(p.min_excess),
      rise_spread2_(p.spread_prior * p.spread_prior),
      rise_change_(p.contrast - 1.0),
      below_curve_{0.0, 1.0 - 1.0 / p.contrast, true} {}

void WindowTests::set_threshold(double threshold) {
  threshold_ = threshold;
  set_limits();
}

void WindowTests::set_stream(std::size_t known_statuses, std::optional<double> days_of_profile) {
  const bool had_profile = std::exchange(has_profile_, days_of_profile.has_value());
  // A day against a mean of so many.
  if (has_profile_) below_curve_.spread2 = day_spread * day_spread * (1.0 + 1.0 / std::max(*days_of_profile, 0.1));
  if (known_ == known_statuses && had_profile == has_profile_) return;
  known_ = known_statuses;
  const double a_day = minutes_per_day * static_cast<double>(known_) * static_cast<double>(windows.size());
  lowest_score_ = -std::log10(a_day);
  // Overlapping windows count as 4 independent ones per length.
  for (std::size_t w = 0; w < windows.size(); ++w) {
    chances_[w] = std::log10(a_day * std::min(1.0, 4.0 / windows[w]));
  }
  set_limits();
}

void WindowTests::set_limits() {
  ordinary_may_hit_ = threshold_ - cap_below_threshold < normal_limit - chances_.back();
  for (std::size_t w = 0; w < windows.size(); ++w) {
    for (const bool of_volume : {false, true}) {
      Changes& least = of_volume ? of_volume_ : of_others_;
      least.above[w] = almost * required_change(of_volume, Side::above, w);
      least.below[w] = almost * required_change(of_volume, Side::below, w);
    }
  }
  if (!has_profile_) of_volume_.above.fill(beyond_all);
}

bool WindowTests::applies(const WatchedStatus& status, Side side) const {
  return !status.is_volume() || side == Side::below || has_profile_ || status.now.garbage;
}

double WindowTests::required_change(bool of_volume, Side side, std::size_t w) const {
  if (of_volume && side == Side::above) return rise_change_;
  if (!of_volume && side == Side::below && windows[w] > fall_window) return gone;
  return windows[w] == longest_window ? min_change_ * lasting : min_change_;
}

WindowTests::Rule WindowTests::rule(const WatchedStatus& status, std::size_t w, Side side) const {
  const bool is_rise_of_volume = status.is_volume() && side == Side::above;
  return {(is_rise_of_volume ? rise_spread2_ : status.spread.at(w)) + status.now.rate_spread2,
          required_change(status.is_volume(), side, w)};
}

// Of the volume, against the daily curve alone: nothing that an outage teaches can hide it.
bool WindowTests::has_below_curve_test(const WatchedStatus& status) const {
  return status.is_volume() && has_profile_ && status.recent.complete() == windows.size();
}

void WindowTests::test(Assessment& result, std::size_t w, Side side, double count, double mean,
                       const Rule& rule) const {
  const double excess = side == Side::above ? count - mean : mean - count;
  if (excess <= 0) return;
  const double change = side == Side::above ? count / mean - 1 : 1 - count / mean;
  double score = surprise(count, mean, rule.spread2, side) - chances_[w];
  if (excess >= min_excess_ && change > rule.required_change) {
    if (score > result.hit) {
      result.hit = score;
      result.hit_side = side;
    }
  } else {
    score = std::min(score, threshold_ - cap_below_threshold);  // may rank, cannot alert
  }
  if (score > result.score) {
    result.score = score;
    result.best = {windows[w], side, count, mean, score, rule.by_curve};
  }
}

void WindowTests::test_window(Assessment& result, const WatchedStatus& status, std::size_t w) const {
  const Observed sum = status.recent.sums()[w];
  for (const Side side : both_sides) {
    if (applies(status, side)) test(result, w, side, sum.count, reference(sum, side), rule(status, w, side));
  }
}

void WindowTests::test_below_curve(Assessment& result, const WatchedStatus& status) const {
  const double count = status.recent.sums().back().count;
  test(result, windows.size() - 1, Side::below, count, status.recent.curve(), below_curve_);
}

Assessment WindowTests::assess_each(const WatchedStatus& status) const {
  Assessment result;
  result.score = lowest_score_;
  for (std::size_t w = 0; w < status.recent.complete(); ++w) {
    test_window(result, status, w);
    if (windows[w] <= short_window) result.short_hit = result.hit;
  }
  if (has_below_curve_test(status)) test_below_curve(result, status);
  return result;
}

// By how much each window is off, on the side where it is: between low and high by nothing, nor where nothing is
// tested.
WindowTests::Distances WindowTests::distances(const WatchedStatus& status) const {
  const WindowSums& sums = status.recent.sums();
  if (!status.is_volume()) return distances(sums, status.spread.all(), status.now.rate_spread2);
  WindowSums tested = sums;
  PerWindow spread2 = status.spread.all();
  for (std::size_t w = 0; w < windows.size(); ++w) {
    if (sums.count[w] <= sums.high[w]) continue;
    spread2[w] = rise_spread2_;
    if (!applies(status, Side::above)) tested.count[w] = tested.high[w];
  }
  return distances(tested, spread2, status.now.rate_spread2);
}

WindowTests::Distances WindowTests::distances(const WindowSums& sums, const PerWindow& spread2, double rate_spread2) {
  Distances off{};
  for (std::size_t w = 0; w < windows.size(); ++w) {
    const double mean = lesser(greater(sums.count[w], sums.low[w]), sums.high[w]);  // low is never above high
    off.excess[w] = std::abs(sums.count[w] - mean);
    off.variance[w] = mean + (spread2[w] + rate_spread2) * mean * mean;
  }
  return off;
}

// Below 0: too small to pass the gates, or within two standard deviations. All are computed in any case: each alone is
// a coin toss to branch prediction.
PerWindow WindowTests::margins(const WindowSums& sums, const Changes& least, const Distances& off) const {
  PerWindow margin{};
  for (std::size_t w = 0; w < windows.size(); ++w) {
    const double rise = sums.count[w] - sums.high[w] - least.above[w] * sums.high[w];
    const double fall = sums.low[w] - sums.count[w] - least.below[w] * sums.low[w];
    const double beyond_normal = off.excess[w] * off.excess[w] - normal_z2 * off.variance[w];
    margin[w] = lesser(lesser(off.excess[w] - min_excess_, greater(rise, fall)), beyond_normal);
  }
  return margin;
}

bool WindowTests::unsurprising(const WatchedStatus& status) const {
  if (ordinary_may_hit_ || status.now.garbage) return false;
  const Changes& least = status.is_volume() ? of_volume_ : of_others_;
  const PerWindow margin = margins(status.recent.sums(), least, distances(status));
  for (std::size_t w = 0; w < status.recent.complete(); ++w) {
    if (margin[w] >= 0) return false;
  }
  return !has_below_curve_test(status) || !may_fall_below_curve(status);
}

bool WindowTests::may_fall_below_curve(const WatchedStatus& status) const {
  const double most = status.recent.curve_about() / almost;
  const double excess = most - status.recent.sums().back().count;
  return excess >= min_excess_ && excess >= almost * below_curve_.required_change * most &&
         excess * excess >= normal_z2 * (most + below_curve_.spread2 * most * most);
}

double WindowTests::guess(double excess, double variance, std::size_t w) const {
  const double z = excess / std::sqrt(variance);
  const double score = z < normal_z ? guess_surprise(z) - chances_[w] : beyond_all;
  return excess > 0 ? score : -beyond_all;
}

double WindowTests::guess_below_curve(const WatchedStatus& status) const {
  if (!has_below_curve_test(status)) return -beyond_all;
  const double mean = status.recent.curve_about();
  const double excess = mean - status.recent.sums().back().count;
  // Where the curve stands for what came, rounding decides whether anything is missing: the test itself must say.
  if (std::abs(excess) < 1e-9 * mean) return beyond_all;
  return guess(excess, mean + below_curve_.spread2 * mean * mean, windows.size() - 1);
}

Assessment WindowTests::assess(const WatchedStatus& status) const {
  if (ordinary_may_hit_ || status.recent.complete() < windows.size()) return assess_each(status);
  const Distances off = distances(status);
  PerWindow guesses{};
  for (std::size_t w = 0; w < windows.size(); ++w) guesses[w] = guess(off.excess[w], off.variance[w], w);
  const double below_curve = guess_below_curve(status);
  double best = below_curve < beyond_all ? below_curve : -beyond_all;
  for (const double score : guesses) best = score < beyond_all ? greater(best, score) : best;
  // What is surely less than another score is not the best, and what lies within the normal tail is no hit.
  const double enough = greater(best - 2 * guess_error, lowest_score_);
  Assessment result;
  result.score = lowest_score_;
  for (std::size_t w = 0; w < windows.size(); ++w) {
    if (guesses[w] >= enough) test_window(result, status, w);
    if (windows[w] <= short_window) result.short_hit = result.hit;
  }
  if (below_curve >= enough) test_below_curve(result, status);
  return result;
}

}  // namespace pos::model
