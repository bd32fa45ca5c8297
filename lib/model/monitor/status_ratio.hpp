// SPDX-License-Identifier: MIT
// Transactions of a status per transaction of the volume: a daily table times a drift.
#pragma once

#include "model/monitor/gamma_level.hpp"
#include "model/monitor/parameters.hpp"
#include "model/monitor/seasonal_table.hpp"

namespace pos::model {

inline constexpr int ratio_slots = 12;  // of 2 hours

// Source   docs/monitor.md section 5.
class StatusRatio {
 public:
  using Table = SeasonalTable<ratio_slots>;

  explicit StatusRatio(const MonitorParameters& parameters);

  // The table's answer for a minute, at most max_count. All statuses share the minute's blend.
  [[nodiscard]] double seasonal(const SlotBlend& blend) const;
  // What the last hours say the table must be multiplied by.
  [[nodiscard]] double drift() const { return drift_.mean(1.0, weak_count_); }
  // Relative variance of the drift.
  [[nodiscard]] double spread2() const { return drift_.spread2(weak_count_); }

  // seasonal: what seasonal() gave for this minute.
  void learn(int minute_of_day, double count, double volume, double seasonal);
  void end_of_day() { table_.fade(); }

  void save(StateWriter& out) const;
  void restore(StateReader& in);

 private:
  double prior_count_;
  double weak_count_;
  Table table_;  // exposure: transactions of the volume
  GammaLevel drift_;
};

}  // namespace pos::model
