// SPDX-License-Identifier: MIT
// How much more than Poisson counts vary around their forecast, learned in calm minutes.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "model/monitor/parameters.hpp"
#include "model/monitor/state_text.hpp"

namespace pos::model {

// Spread2 is relative variance beyond Poisson: variance = mean + spread2 mean^2.
//
// Shape    window: index into `windows`.
// Source   docs/monitor.md section 6.
class Spread {
 public:
  explicit Spread(const MonitorParameters& parameters);

  [[nodiscard]] double at(std::size_t window) const { return spread2_[window]; }
  [[nodiscard]] const PerWindow& all() const { return spread2_; }

  // count, mean: of the whole window, and what was forecast of it; rate_spread2: relative variance of the mean itself.
  void learn(std::size_t window, double count, double mean, double rate_spread2) {
    const double distance = count - mean;
    const double mean2 = mean * mean;
    const double variance = mean + (spread2_[window] + rate_spread2) * mean2;
    // Winsorised at two standard deviations, and scaled to be right on average.
    const double square = std::min(distance * distance, 4.0 * variance) * winsor_scale;
    const double excess = keep_ * excess_[window] + (1.0 - keep_) * (square - mean - rate_spread2 * mean2);
    excess_[window] = std::max(excess, 0.0);
    weight_[window] = keep_ * weight_[window] + (1.0 - keep_) * mean2;
    refresh(window);
  }
  // All windows at once, two by two.
  void learn(const PerWindow& count, const PerWindow& mean, double rate_spread2);
  void clear();

  void save(StateWriter& out) const;
  void restore(StateReader& in);

 private:
  static constexpr double winsor_scale = 1.0 / 0.92;  // 1 / E[min(z^2, 4)], z normal
  void refresh(std::size_t w) {
    spread2_[w] = std::max((excess_[w] + prior_[w]) / (weight_[w] + prior_weight_[w]), floor_);
  }

  double keep_;  // of the past, per minute
  double floor_;
  PerWindow prior_weight_{};
  PerWindow prior_{};
  PerWindow excess_{};   // variance beyond Poisson, in transactions^2
  PerWindow weight_{};   // the mean^2 it is relative to
  PerWindow spread2_{};  // follows from the others; kept because it is asked for twice a minute
};

}  // namespace pos::model
