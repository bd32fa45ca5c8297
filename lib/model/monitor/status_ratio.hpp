// SPDX-License-Identifier: MIT
// Transactions of a status per transaction of the volume: a daily table times a drift.
#pragma once

#include <algorithm>

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

  // slot: of the table; seasonal: what seasonal() gave for this minute.
  void learn(std::size_t slot, double count, double volume, double seasonal) {
    drift_.learn(count, seasonal * volume);
    table_.add_slot(slot, count, volume);
    sum_up(slot / third);
  }
  void end_of_day() {
    table_.fade();
    sum_up();
  }

  void save(StateWriter& out) const;
  void restore(StateReader& in);

 private:
  static constexpr std::size_t thirds = 3;
  static constexpr std::size_t third = ratio_slots / thirds;
  using Thirds = std::array<double, thirds>;

  [[nodiscard]] static double sum(const Table::Row& row, std::size_t part) {
    double sum = 0.0;
    for (std::size_t j = 0; j < third; ++j) sum += row[part * third + j];
    return sum;
  }
  void sum_up(std::size_t part) {
    count_[part] = sum(table_.count(), part);
    volume_[part] = sum(table_.exposure(), part);
  }
  void sum_up() {
    for (std::size_t part = 0; part < thirds; ++part) sum_up(part);
  }

  double prior_count_;
  double weak_count_;
  Table table_;  // exposure: transactions of the volume
  // Of the table, by parts of the day: they follow from it, and only one of them changes in a minute.
  Thirds count_{};
  Thirds volume_{};
  GammaLevel drift_;
};

inline double StatusRatio::seasonal(const SlotBlend& blend) const {
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

}  // namespace pos::model
