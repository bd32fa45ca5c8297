// SPDX-License-Identifier: MIT
// What came in each slot of the last 14 days, good or bad: what two same weekdays in a row agree on is normal.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "model/monitor/day_curve.hpp"

namespace pos::model {

// Shape    Days are numbered from day 0 (calendar.hpp); slots are those of the volume's table.
// Units    transactions per slot of 15 minutes.
// Edge     A slot of which at most half was seen is not known; nor are days without any.
// Source   docs/monitor.md section 4.
class Fortnight {
 public:
  Fortnight();

  // Every minute of the day at hand enters, its incidents too.
  void add(int minute_of_day, double count) { today_.add(minute_of_day, count, 1.0); }

  // What the day at hand has had so far.
  [[nodiscard]] bool is_known(std::size_t slot) const { return 2.0 * today_.exposure()[slot] > slot_minutes; }
  [[nodiscard]] const VolumeTable& today() const { return today_; }

  // Midnight: `last` is kept, and the days between it and `day` are not known.
  void end_of_day(std::int64_t last, std::int64_t day);
  // Of a day less than 14 before the one at hand.
  [[nodiscard]] std::optional<double> came(std::int64_t day, std::size_t slot) const;

  // Behind end_of_day(): in these minutes of the local clock nothing came, but nobody judged them, as in a pause of
  // more than a day. No curve is made of that.
  void mark_quiet(std::int64_t begin, std::int64_t end);
  // Fewer than that came, or it was quiet; nothing: not known.
  [[nodiscard]] std::optional<bool> had_less(std::int64_t day, std::size_t slot, double count) const;

  // The days are called by other numbers.
  void move_days(std::int64_t days);

  void save(StateWriter& out) const;
  void restore(StateReader& in);

 private:
  static constexpr std::size_t days = 14;
  static constexpr double not_known = -1.0;
  static constexpr double quiet = -0.5;
  [[nodiscard]] static std::size_t row_of(std::int64_t day);

  VolumeTable today_;
  std::array<VolumeTable::Row, days> came_;  // by day modulo their number
};

}  // namespace pos::model
