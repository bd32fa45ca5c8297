// SPDX-License-Identifier: MIT
// Transactions of a status per transaction of the volume: a daily table times a drift.
#include "model/monitor/status_ratio.hpp"

#include <algorithm>

namespace pos::model {

StatusRatio::StatusRatio(const MonitorParameters& parameters)
    : prior_count_(parameters.prior_count), weak_count_(parameters.weak_count), drift_(parameters.drift_half_life) {}

double StatusRatio::seasonal(const SlotBlend& blend) const {
  const auto& count = table_.count();
  const auto& volume = table_.exposure();
  // Half a transaction in 200: a status never seen is rare, not impossible.
  const auto sum = [](const Thirds& parts) { return parts[0] + parts[1] + parts[2]; };
  const double volume_per_count = (sum(volume_) + 200.0) / (sum(count_) + 0.5);
  const double prior_volume = prior_count_ * volume_per_count;
  const auto slot = [&](std::size_t j) { return (count[j] + prior_count_) / (volume[j] + prior_volume); };
  const double ratio = (1.0 - blend.weight) * slot(blend.first) + blend.weight * slot(blend.second);
  return std::min(ratio, static_cast<double>(max_count));
}

void StatusRatio::save(StateWriter& out) const {
  table_.save(out, "ratio");
  drift_.save(out, "drift");
}

void StatusRatio::restore(StateReader& in) {
  table_.restore(in, "ratio");
  drift_.restore(in, "drift");
  sum_up();
}

}  // namespace pos::model
