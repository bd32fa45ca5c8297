// SPDX-License-Identifier: MIT
// Threshold and limits of the monitor's parameters.
#include "model/monitor/parameters.hpp"

#include <cmath>
#include <stdexcept>

#include "base/text.hpp"

namespace pos::model {

namespace {

// Also refuses NaN. The limits are far outside of what makes sense: they only keep arithmetic sane.
void check_range(const char* name, double value, double lowest, double highest) {
  if (value >= lowest && value <= highest) return;
  throw std::invalid_argument(std::string("monitor parameter out of range: ") + name);
}

}  // namespace

double MonitorParameters::threshold() const { return -std::log10(budget); }

void check(const MonitorParameters& p) {
  check_range("budget", p.budget, 1e-300, 1e6);
  check_range("level_half_life", p.level_half_life, 1, 10'000);
  check_range("drift_half_life", p.drift_half_life, 1, 1'000'000);
  check_range("prior_count", p.prior_count, 1e-3, 1e6);
  check_range("weak_count", p.weak_count, 1e-3, 1e6);
  check_range("spread_floor", p.spread_floor, 1e-3, 10);
  check_range("spread_prior", p.spread_prior, 0, 10);
  check_range("min_change", p.min_change, 0, 1e6);
  check_range("min_excess", p.min_excess, 0, 1e6);
  check_range("contrast", p.contrast, 1, 1e6);
  check_range("max_pause", p.max_pause, 1, 1'000'000);
  if (!is_status_name(p.volume)) throw std::invalid_argument("monitor parameter volume: no name");
}

}  // namespace pos::model
