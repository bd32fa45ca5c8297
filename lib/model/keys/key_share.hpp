// SPDX-License-Identifier: MIT
// What part of the whole's volume a key has, by time of day and day of the week.
#pragma once

#include <array>
#include <cstdint>

#include "model/monitor/parameters.hpp"
#include "model/monitor/state_text.hpp"
#include "model/monitor/status_ratio.hpp"

namespace pos::model {

// Transactions of the volume, by slot of 2 hours and by day of the week; what is old fades.
struct LearntVolume {
  static constexpr int days = 7;

  std::array<double, ratio_slots> slots{};
  std::array<double, days> weekdays{};

  void add(std::size_t slot, int weekday, double count) {
    slots[slot] += count;
    if (weekday >= 0) weekdays[static_cast<std::size_t>(weekday)] += count;
  }
  void fade(std::int64_t nights);
  [[nodiscard]] double sum() const;

  void save(StateWriter& out) const;
  void restore(StateReader& in);
};

// Where in the week a minute lies. weekday: -1 where the clock has no date.
struct PlaceInWeek {
  int clock = 0;  // minute of the day
  int weekday = -1;
};
// local: minute on the local clock.
[[nodiscard]] PlaceInWeek place_in_week(std::int64_t local);

// Shares of one key.
//
// Source   docs/keys.md section 3.
class KeyShare {
 public:
  // They must outlive it.
  KeyShare(const LearntVolume& key, const LearntVolume& whole, double whole_sum, const MonitorParameters& parameters);

  [[nodiscard]] double usual(int clock) const {
    const SlotBlend blend = StatusRatio::Table::around(clock);
    return (1.0 - blend.weight) * slots_[blend.first] + blend.weight * slots_[blend.second];
  }
  // Where business begins or ends the least nearby: nobody opens to the minute.
  [[nodiscard]] double least(int clock) const;
  // Neither is more in any minute of that slot.
  [[nodiscard]] double most(std::size_t slot) const;
  // It counts so much of that on this weekday: less where the key is closed then, or nearly so.
  [[nodiscard]] double on_weekday(int weekday) const;
  // Transactions that the share of a minute was learnt from.
  [[nodiscard]] double count(int clock) const;
  // No share is larger, at any time, while no transaction comes.
  [[nodiscard]] double bound() const;

 private:
  const LearntVolume& key_;
  const LearntVolume& whole_;
  double of_all_;
  std::array<double, ratio_slots> slots_{};
  double prior_;
  double contrast_;
};

}  // namespace pos::model
