// SPDX-License-Identifier: MIT
// Transactions of a status per transaction of the volume: a daily table times a drift.
#include "model/monitor/status_ratio.hpp"

#include <algorithm>

namespace pos::model {

namespace {

// In three parts that need not wait for each other: this is taken every minute.
double sum(const StatusRatio::Table::Row& row) {
  constexpr std::size_t part = ratio_slots / 3;
  double a = 0.0;
  double b = 0.0;
  double c = 0.0;
  for (std::size_t j = 0; j < part; ++j) {
    a += row[j];
    b += row[part + j];
    c += row[2 * part + j];
  }
  return a + b + c;
}

}  // namespace

StatusRatio::StatusRatio(const MonitorParameters& parameters)
    : prior_count_(parameters.prior_count), weak_count_(parameters.weak_count), drift_(parameters.drift_half_life) {}

double StatusRatio::seasonal(const SlotBlend& blend) const {
  const auto& count = table_.count();
  const auto& volume = table_.exposure();
  // Half a transaction in 200: a status never seen is rare, not impossible.
  const double volume_per_count = (sum(volume) + 200.0) / (sum(count) + 0.5);
  const double prior_volume = prior_count_ * volume_per_count;
  const auto slot = [&](std::size_t j) { return (count[j] + prior_count_) / (volume[j] + prior_volume); };
  const double ratio = (1.0 - blend.weight) * slot(blend.first) + blend.weight * slot(blend.second);
  return std::min(ratio, static_cast<double>(max_count));
}

void StatusRatio::learn(int minute_of_day, double count, double volume, double seasonal) {
  drift_.learn(count, seasonal * volume);
  table_.add(minute_of_day, count, volume);
}

void StatusRatio::save(StateWriter& out) const {
  table_.save(out, "ratio");
  drift_.save(out, "drift");
}

void StatusRatio::restore(StateReader& in) {
  table_.restore(in, "ratio");
  drift_.restore(in, "drift");
}

}  // namespace pos::model
