// SPDX-License-Identifier: MIT
// Tests of one status's recent minutes against their references, over several window lengths.
#include "model/monitor/window_tests.hpp"

#include <algorithm>
#include <cmath>

namespace pos::model {

namespace {

constexpr std::array both_sides{Side::above, Side::below};
constexpr double cap_below_threshold = 0.01;

// Surprise of two standard deviations, below which the normal tail is used: -log10(0.0228).
constexpr double normal_limit = 1.65;
// Just below 2^2, so that rounding cannot call a test normal here and not in surprise().
constexpr double normal_z2 = 3.999;

double reference(const Observed& sum, Side side) { return side == Side::above ? sum.high : sum.low; }

}  // namespace

WindowTests::WindowTests(const MonitorParameters& p)
    : threshold_(p.threshold()),
      min_change_(p.min_change),
      min_excess_(p.min_excess),
      rise_spread2_(p.spread_prior * p.spread_prior),
      rise_change_(p.contrast - 1.0),
      below_curve_{0.0, 1.0 - 1.0 / p.contrast} {}

void WindowTests::set_stream(std::size_t known_statuses, std::optional<double> days_of_profile) {
  has_profile_ = days_of_profile.has_value();
  // A day against a mean of so many.
  if (has_profile_) below_curve_.spread2 = day_spread * day_spread * (1.0 + 1.0 / std::max(*days_of_profile, 0.1));
  if (known_ == known_statuses) return;
  known_ = known_statuses;
  const double a_day = minutes_per_day * static_cast<double>(known_) * static_cast<double>(windows.size());
  lowest_score_ = -std::log10(a_day);
  // Overlapping windows count as 4 independent ones per length.
  for (std::size_t w = 0; w < windows.size(); ++w) {
    chances_[w] = std::log10(a_day * std::min(1.0, 4.0 / windows[w]));
  }
}

bool WindowTests::applies(const WatchedStatus& status, Side side) const {
  return !status.is_volume() || side == Side::below || has_profile_ || status.now.garbage;
}

WindowTests::Rule WindowTests::rule(const WatchedStatus& status, std::size_t w, Side side) const {
  const double rate_spread2 = status.now.rate_spread2;
  if (status.is_volume() && side == Side::above) return {rise_spread2_ + rate_spread2, rise_change_};
  const double spread2 = status.spread.at(w) + rate_spread2;
  if (!status.is_volume() && side == Side::below && windows[w] > fall_window) return {spread2, gone};
  return {spread2, windows[w] == longest_window ? min_change_ * lasting : min_change_};
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
    result.best = {windows[w], side, count, mean, score};
  }
}

Assessment WindowTests::assess(const WatchedStatus& status) const {
  Assessment result;
  result.score = lowest_score_;
  for (std::size_t w = 0; w < status.recent.complete(); ++w) {
    const Observed& sum = status.recent.sums()[w];
    for (const Side side : both_sides) {
      if (applies(status, side)) test(result, w, side, sum.count, reference(sum, side), rule(status, w, side));
    }
    if (windows[w] == longest_window && has_below_curve_test(status)) {
      test(result, w, Side::below, sum.count, status.recent.curve(), below_curve_);
    }
    if (windows[w] <= short_window) result.short_hit = result.hit;
  }
  return result;
}

// False: too small to pass the gates, or within two standard deviations.
bool WindowTests::may_hit(Side side, double count, double mean, const Rule& rule) const {
  const double excess = side == Side::above ? count - mean : mean - count;
  const double variance = mean + rule.spread2 * mean * mean;
  // The required change less a hair, as test() divides where this multiplies. All three are
  // computed in any case, with & for &&: each alone is a coin toss to branch prediction.
  return static_cast<bool>(static_cast<int>(excess >= min_excess_) &
                           static_cast<int>(excess >= 0.999 * rule.required_change * mean) &
                           static_cast<int>(excess * excess >= normal_z2 * variance));
}

bool WindowTests::cannot_hit(const WatchedStatus& status, std::size_t w) const {
  const Observed& sum = status.recent.sums()[w];
  const Side side = sum.count > sum.high ? Side::above : Side::below;  // low is never above high
  return !may_hit(side, sum.count, reference(sum, side), rule(status, w, side)) || !applies(status, side);
}

bool WindowTests::unsurprising(const WatchedStatus& status) const {
  if (threshold_ < normal_limit - chances_.back()) return false;  // even the ordinary may hit
  for (std::size_t w = 0; w < status.recent.complete(); ++w) {
    if (!cannot_hit(status, w)) return false;
  }
  return !has_below_curve_test(status) ||
         !may_hit(Side::below, status.recent.sums().back().count, status.recent.curve(), below_curve_);
}

}  // namespace pos::model
