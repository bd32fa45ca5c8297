// SPDX-License-Identifier: MIT
// Multiplier of a forecast, learned from counts: a gamma distribution that forgets exponentially.
#pragma once

#include <cmath>

#include "model/monitor/state_text.hpp"

namespace pos::model {

// What remains of a weight after one minute.
[[nodiscard]] inline double decay(double half_life_minutes) { return std::exp2(-1.0 / half_life_minutes); }

// The conjugate filter of a Poisson rate: shape counts transactions, rate counts what was forecast
// of them, both discounted. A prior mean worth prior_count transactions keeps it finite.
//
// Source   West & Harrison 1997, ch. 10; Harvey & Fernandes 1989.
class GammaLevel {
 public:
  explicit GammaLevel(int half_life_minutes) : decay_(decay(half_life_minutes)) {}

  void learn(double count, double forecast) {
    shape_ = decay_ * shape_ + count;
    rate_ = decay_ * rate_ + forecast;
  }
  void restart() { shape_ = rate_ = 0.0; }

  [[nodiscard]] double mean(double prior_mean, double prior_count) const {
    return (shape_ + prior_count * prior_mean) / (rate_ + prior_count);
  }
  // Relative variance of the multiplier.
  [[nodiscard]] double spread2(double prior_count) const { return 1.0 / (shape_ + prior_count); }

  void save(StateWriter& out, std::string_view key) const;
  void restore(StateReader& in, std::string_view key);

 private:
  double decay_;
  double shape_ = 0.0;
  double rate_ = 0.0;
};

}  // namespace pos::model
