// SPDX-License-Identifier: MIT
// Daily curve of the volume. Today's minutes enter it at midnight, so none explains itself.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>

#include "model/monitor/day_curve.hpp"
#include "model/monitor/fortnight.hpp"
#include "model/monitor/parameters.hpp"
#include "model/monitor/special_days.hpp"

namespace pos::model {

// The mean of all days, and beside it what each of the last 14 days had: where two same weekdays in a row agree, today
// is like them.
//
// Units    counts are of one minute.
// Edge     Before half of the day has been seen the curve is flat: the mean rate so far. Rates are
//          never below 0.05 a minute; a slot never seen lies between its neighbours.
// Source   docs/monitor.md section 4.
class VolumeProfile {
 public:
  explicit VolumeProfile(const MonitorParameters& parameters);

  // Every minute, whatever happens in it.
  void see(int minute_of_day, double count) { fortnight_.add(minute_of_day, count); }
  // Those that are a model for other days.
  void add(int minute_of_day, double count);

  // Midnight, of day `last`; the next minute is of `day`. True when it brought the first usable curve.
  [[nodiscard]] bool end_of_day(std::int64_t last, std::int64_t day);
  // Behind that: as Fortnight has it, on this day.
  void mark_quiet(std::int64_t begin, std::int64_t end, std::int64_t day);
  // What this day is to bring is worked out anew: behind restore().
  void begin_day(std::int64_t day);

  [[nodiscard]] bool usable() const { return rate_.has_value(); }
  // closed: nothing is expected, and business as usual is none too much. holiday: anything is normal from what the last
  // Sundays had up to an ordinary day; where no Sunday is known, from nothing.
  [[nodiscard]] VolumeRate at(int minute_of_day, DayKind kind = DayKind::ordinary) const;
  // Of the slot at hand, what came as a share of what its curve expected; nothing: too little was expected so far.
  [[nodiscard]] std::optional<double> share_of_slot(int minute_of_day) const;

  // Of a slot in which nearly nothing came on those of the last two such weekdays that are known; or within half an
  // hour of one of which nothing was ever learned, and nearly nothing came on any day that is known. It is closed,
  // whatever lies on either side: a new shop would be called silent in each of its nights else, until the weekdays of a
  // week are known, and one with few statuses on each Sunday, as what a curve of nothing is drawn towards is a third of
  // a transaction a minute.
  [[nodiscard]] bool is_closed(int minute_of_day) const { return closed_[VolumeTable::slot(minute_of_day)]; }
  // Of the day at hand; nothing while the profile is not usable.
  [[nodiscard]] const std::optional<DayCurve>& today(DayKind kind) const {
    return kind == DayKind::holiday ? holiday_ : curve_;
  }
  // The days that the curve is made of, each of full weight when it is new.
  [[nodiscard]] double days() const { return days_; }

  void move_days(std::int64_t days) { fortnight_.move_days(days); }

  void save(StateWriter& out) const;
  void restore(StateReader& in);

 private:
  using Row = VolumeTable::Row;

  [[nodiscard]] VolumeRate flat_rate() const;
  void fill_in_today();
  void plan(std::int64_t day);
  [[nodiscard]] Row least_of_sundays(std::int64_t day, const Row& low) const;
  void find_closed(std::int64_t day);
  [[nodiscard]] bool is_closed_weekday(std::size_t slot, std::int64_t day) const;
  [[nodiscard]] bool is_never_open(std::size_t slot, std::int64_t day) const;

  double weak_count_;
  double min_excess_;
  double contrast_;
  VolumeTable past_;
  VolumeTable today_;
  Fortnight fortnight_;
  std::optional<Row> rate_;  // per slot, gaps filled
  double days_ = 0.0;
  double total_ = 0.0;  // transactions and minutes so far, for the flat curve
  double minutes_ = 0.0;
  // Of the day at hand; these follow from the others.
  std::optional<DayCurve> curve_;
  std::optional<DayCurve> holiday_;  // the least, if it is one
  std::bitset<volume_slots> closed_;
};

}  // namespace pos::model
