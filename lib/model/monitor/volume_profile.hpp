// SPDX-License-Identifier: MIT
// Daily curve of the volume. Today's minutes enter it at midnight, so none explains itself.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "model/monitor/day_curve.hpp"

namespace pos::model {

// Edge     Before half of the day has been seen the curve is flat: the mean rate so far. Rates are
//          never below 0.05 a minute; a slot never seen lies between its neighbours.
// Source   detector.md section 4.
class VolumeProfile {
 public:
  void add(int minute_of_day, double count);

  // Midnight. True when it brought the first usable curve.
  [[nodiscard]] bool end_of_day();

  [[nodiscard]] bool usable() const { return rate_.has_value(); }

  // contrast: the factor between neighbouring slots that makes an edge.
  [[nodiscard]] VolumeRate at(int minute_of_day, double contrast) const;

  void save(StateWriter& out) const;
  void restore(StateReader& in);

 private:
  using Table = SeasonalTable<volume_slots>;

  Table past_;
  Table today_;
  std::optional<Table::Row> rate_;  // per slot, gaps filled
  double total_ = 0.0;              // transactions and minutes so far, for the flat curve
  double minutes_ = 0.0;
};

}  // namespace pos::model
