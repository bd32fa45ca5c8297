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
      rise_change_(p.contrast - 1.0) {}

void WindowTests::set_stream(std::size_t known_statuses, bool has_profile) {
  has_profile_ = has_profile;
  if (known_ == known_statuses) return;
  known_ = known_statuses;
  const double a_day = minutes_per_day * static_cast<double>(known_) * static_cast<double>(windows.size());
  lowest_score_ = -std::log10(a_day);
  // Overlapping windows count as 4 independent ones per length.
  for (std::size_t w = 0; w < windows.size(); ++w) {
    chances_[w] = std::log10(a_day * std::min(1.0, 4.0 / windows[w]));
  }
}

bool WindowTests::applies(const WatchedStatus& status, std::size_t w, Side side) const {
  if (status.is_volume()) return side == Side::below || has_profile_ || status.now.garbage;
  return side == Side::above || windows[w] <= fall_window;
}

WindowTests::Rule WindowTests::rule(const WatchedStatus& status, std::size_t w, Side side) const {
  const double rate_spread2 = status.now.rate_spread2;
  if (status.is_volume() && side == Side::above) {
    return {rise_spread2_ + rate_spread2, rise_change_};
  }
  return {status.spread.at(w) + rate_spread2, min_change_};
}

Assessment WindowTests::assess(const WatchedStatus& status) const {
  Assessment result;
  result.score = lowest_score_;
  for (std::size_t w = 0; w < status.recent.complete(); ++w) {
    for (const Side side : both_sides) {
      const double count = status.recent.sums()[w].count;
      const double mean = reference(status.recent.sums()[w], side);
      const double excess = side == Side::above ? count - mean : mean - count;
      if (excess <= 0 || !applies(status, w, side)) continue;
      const auto [spread2, required_change] = rule(status, w, side);
      const double change = side == Side::above ? count / mean - 1 : 1 - count / mean;
      double score = surprise(count, mean, spread2, side) - chances_[w];
      if (excess >= min_excess_ && change > required_change) {
        result.hit = std::max(result.hit, score);
      } else {
        score = std::min(score, threshold_ - cap_below_threshold);  // may rank, cannot alert
      }
      if (score > result.score) {
        result.score = score;
        result.best = {windows[w], side, count, mean, score};
      }
    }
    if (windows[w] <= short_window) result.short_hit = result.hit;
  }
  return result;
}

// Too small to pass the gates, within two standard deviations, or not tested.
bool WindowTests::cannot_hit(const WatchedStatus& status, std::size_t w) const {
  const Observed& sum = status.recent.sums()[w];
  const Side side = sum.count > sum.high ? Side::above : Side::below;  // low is never above high
  const double mean = reference(sum, side);
  const double excess = side == Side::above ? sum.count - mean : mean - sum.count;
  const auto [spread2, required_change] = rule(status, w, side);
  const double variance = mean + spread2 * mean * mean;
  // The required change less a hair, as assess() divides where this multiplies. All three are
  // computed in any case, with & for &&: each alone is a coin toss to branch prediction.
  const bool large = static_cast<int>(excess >= min_excess_) &
                     static_cast<int>(excess >= 0.999 * required_change * mean) &
                     static_cast<int>(excess * excess >= normal_z2 * variance);
  return !large || !applies(status, w, side);
}

bool WindowTests::unsurprising(const WatchedStatus& status) const {
  if (threshold_ < normal_limit - chances_.back()) return false;  // even the ordinary may hit
  for (std::size_t w = 0; w < status.recent.complete(); ++w) {
    if (!cannot_hit(status, w)) return false;
  }
  return true;
}

}  // namespace pos::model
