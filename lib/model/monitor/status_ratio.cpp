// SPDX-License-Identifier: MIT
// Transactions of a status per transaction of the volume: a daily table times a drift.
#include "model/monitor/status_ratio.hpp"

namespace pos::model {

StatusRatio::StatusRatio(const MonitorParameters& parameters)
    : prior_count_(parameters.prior_count), weak_count_(parameters.weak_count), drift_(parameters.drift_half_life) {}

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
