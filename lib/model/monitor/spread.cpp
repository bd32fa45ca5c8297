// SPDX-License-Identifier: MIT
// How much more than Poisson counts vary around their forecast, learned in calm minutes.
#include "model/monitor/spread.hpp"

#include <algorithm>

#include "model/monitor/gamma_level.hpp"

namespace pos::model {

namespace {

constexpr int half_life = minutes_per_day;

}  // namespace

Spread::Spread(const MonitorParameters& p) : keep_(decay(half_life)), floor_(p.spread_floor * p.spread_floor) {
  for (std::size_t w = 0; w < windows.size(); ++w) {
    // Short windows are many: there the data speak sooner.
    prior_weight_[w] = p.weak_count * p.weak_count * windows[w] / longest_window;
    prior_[w] = p.spread_prior * p.spread_prior * std::min(1.0, windows[w] / 10.0) * prior_weight_[w];
  }
  clear();
}

// A copy learns, which nothing can overlap: so the compiler takes two windows at a time.
void Spread::learn(const PerWindow& count, const PerWindow& mean, double rate_spread2) {
  Spread next = *this;
  for (std::size_t w = 0; w < windows.size(); ++w) next.learn(w, count[w], mean[w], rate_spread2);
  *this = next;
}

void Spread::clear() {
  excess_ = weight_ = {};
  for (std::size_t w = 0; w < windows.size(); ++w) refresh(w);
}

void Spread::save(StateWriter& out) const {
  out.begin("spread");
  out.numbers(excess_);
  out.numbers(weight_);
  out.end();
}

void Spread::restore(StateReader& in) {
  in.begin("spread");
  in.amounts(excess_);
  in.amounts(weight_);
  in.end();
  for (std::size_t w = 0; w < windows.size(); ++w) refresh(w);
}

}  // namespace pos::model
