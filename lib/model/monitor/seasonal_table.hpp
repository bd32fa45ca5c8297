// SPDX-License-Identifier: MIT
// Counts and what they are measured against, per slot of the day; yesterday weighs less than today.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include "model/monitor/parameters.hpp"
#include "model/monitor/state_text.hpp"

namespace pos::model {

// Weight of a day relative to the next.
inline constexpr double day_weight = 0.9;

// The two slots whose centres enclose a minute, and the weight of the second, in [0, 1).
struct SlotBlend {
  std::size_t first;
  std::size_t second;
  double weight;
};

// Shape    minute_of_day 0 to 1439; the day has Slots slots of equal length, wrapping at midnight.
// Units    count: transactions; exposure: minutes, or transactions of the volume.
template <int Slots>
class SeasonalTable {
 public:
  using Row = std::array<double, Slots>;

  [[nodiscard]] static std::size_t slot(int minute_of_day) {
    return static_cast<std::size_t>(minute_of_day * Slots / minutes_per_day);
  }

  [[nodiscard]] static SlotBlend around(int minute_of_day) {
    const double position = minute_of_day * static_cast<double>(Slots) / minutes_per_day - 0.5;
    const double below = std::floor(position);
    const int first = (static_cast<int>(below) + Slots) % Slots;
    return {static_cast<std::size_t>(first), static_cast<std::size_t>((first + 1) % Slots), position - below};
  }

  void add(int minute_of_day, double count, double exposure) { add_slot(slot(minute_of_day), count, exposure); }

  void add_slot(std::size_t slot, double count, double exposure) {
    count_[slot] += count;
    exposure_[slot] += exposure;
  }

  // A day goes by: what is here now weighs less than what comes.
  void fade() {
    for (double& c : count_) c *= day_weight;
    for (double& e : exposure_) e *= day_weight;
  }

  void add(const SeasonalTable& other) {
    for (std::size_t j = 0; j < Slots; ++j) {
      count_[j] += other.count_[j];
      exposure_[j] += other.exposure_[j];
    }
  }

  [[nodiscard]] const Row& count() const { return count_; }
  [[nodiscard]] const Row& exposure() const { return exposure_; }

  void save(StateWriter& out, std::string_view key) const {
    out.begin(key);
    out.numbers(count_);
    out.numbers(exposure_);
    out.end();
  }
  void restore(StateReader& in, std::string_view key) {
    in.begin(key);
    in.amounts(count_);
    in.amounts(exposure_);
    in.end();
  }

 private:
  Row count_{};
  Row exposure_{};
};

}  // namespace pos::model
