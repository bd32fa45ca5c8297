// SPDX-License-Identifier: MIT
// What one day is expected to bring, minute by minute.
#pragma once

#include <optional>

#include "model/monitor/seasonal_table.hpp"

namespace pos::model {

inline constexpr int volume_slots = 96;  // of 15 minutes
inline constexpr int slot_minutes = minutes_per_day / volume_slots;
using VolumeTable = SeasonalTable<volume_slots>;

// Transactions per minute. Anything from low to high is normal: they differ from rate where the curve is steep, at
// opening and closing, since nobody opens to the minute, and where the days it is made of do not agree.
struct VolumeRate {
  double rate;
  double low;
  double high;
};

// Edge     Near a slot where the curve rises or falls by the factor `contrast` the whole range of it and its neighbours
//          is normal; where it does so by the cube of that, which is a business that begins at once, that of two
//          neighbours on each side.
// Source   docs/monitor.md section 4.
class DayCurve {
 public:
  using Row = VolumeTable::Row;

  // Per slot; all above 0, low at most and high at least the other.
  DayCurve(const Row& rate, const Row& low, const Row& high, double contrast);

  [[nodiscard]] VolumeRate at(int minute_of_day) const;

  // So many minutes ago business began that is still on by this curve, whatever came; around midnight it is taken for
  // the curve of the day before too. Nothing: it is closed, or never closes.
  [[nodiscard]] std::optional<int> minutes_since_opening(int minute_of_day) const;
  // The sum of the rates of so many minutes before this one, and this one.
  [[nodiscard]] double expected_since(int minutes_ago, int minute_of_day) const;

 private:
  struct Range {
    double low;
    double high;
  };
  [[nodiscard]] double rate_at(int minute_of_day) const;
  [[nodiscard]] bool is_open(std::size_t slot) const { return rate_[slot] >= least_open_; }

  double contrast_;
  Row rate_;
  Row log_rate_{};
  std::array<Range, volume_slots> near_{};   // of a slot and its neighbours
  std::array<Range, volume_slots> wider_{};  // and theirs
  double least_open_ = 0.0;
};

}  // namespace pos::model
