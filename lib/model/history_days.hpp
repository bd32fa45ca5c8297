// SPDX-License-Identifier: MIT
// What each day of a history brought: where rows are missing, and which days are not like the others.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/record.hpp"
#include "base/zone.hpp"
#include "model/coverage.hpp"
#include "model/monitor/day_curve.hpp"
#include "model/monitor/minute_assembler.hpp"
#include "model/monitor/monitor.hpp"
#include "model/monitor/special_days.hpp"

namespace pos::model {

// A day that had `times` what the others have: of the volume, or of a status as a share of the volume.
struct OddDay {
  std::int64_t day = 0;  // since 1970-01-01; without dates the first one is 0
  std::string status;    // empty: the volume
  double times = 1.0;
};

// Of the coming seven days, how many of the two same weekdays before each were seen.
struct WeekdaysSeen {
  int once = 0, twice = 0;  // days
};

// Minutes come as the monitor has just stepped them. Days that events name are no measure, and nothing is missing on
// them.
//
// Memory   300 bytes a day, and 8 for each status; 32 for each pause of two minutes or more.
class HistoryDays {
 public:
  // zone: of the wall clock of the rows.
  explicit HistoryDays(Zone zone = {}) : zone_(std::move(zone)) {}

  void see(const ClosedMinute& minute, const LocalTime& begin, DayKind kind, const Monitor& monitor);

  // The statuses that had rows, and the transactions of each, but for counts that no incident explains.
  [[nodiscard]] const std::vector<std::string>& statuses() const { return names_; }
  [[nodiscard]] const std::vector<double>& totals() const { return totals_; }

  // In order of time.
  //
  // Rule     A minute of a slot brings rows with the chance q: the median over the days of the share of minutes with
  // rows,
  //          of the slot and its neighbours; or over the same weekdays, or of a slot half an hour before or after,
  //          where that is less, since nobody opens and closes to the minute. A pause is a gap where the product of 1 -
  //          q over its minutes is below e^-15, which chance does in one of three million minutes. Of one day or two, q
  //          is the median of the two hours around the slot.
  [[nodiscard]] std::vector<HistoryGap> gaps(const SpecialDays& days) const;

  // volume: what the monitor calls so. In order of days, the volume first. Days of which less was seen than nine
  // tenths of what is usual are passed over; at least four others are needed.
  //
  // Rule     The logarithm of what a day had, less the median of that of the others, is more than 3.5 times the larger
  // of
  //          1.4826 MAD, what chance does to such counts, and a tenth (of statuses, a fifth): a day at seven tenths of
  //          the others, or a status at twice its share, is the least that is told. The same must hold against the
  //          other days of its weekday, where there are any.
  // Source   Iglewicz & Hoaglin (1993), How to Detect and Handle Outliers: 3.5 for the modified z-score.
  [[nodiscard]] std::vector<OddDay> odd_days(const std::string& volume) const;

  [[nodiscard]] WeekdaysSeen weekdays() const;

 private:
  struct Day {
    std::int64_t number = 0;
    std::array<std::uint8_t, volume_slots> seen{}, busy{};  // minutes; those with rows
    int minutes = 0;                                        // seen
    bool ordinary = true;                                   // as far as it was seen
    double volume = 0.0;
    std::vector<double> counts;  // by StatusId
  };
  struct Pause {
    Period period;
    std::int64_t minutes = 0;
  };
  struct Seen {
    double minutes = 0.0, busy = 0.0;
  };
  using Hazard = std::array<double, volume_slots>;  // of a minute of the slot: -ln(1 - q)

  [[nodiscard]] static Seen seen_around(const Day& day, std::size_t slot);
  Day& day_of(std::int64_t number);
  void note_pause(std::int64_t instant, LocalSeconds begin);
  [[nodiscard]] Hazard hazard(std::optional<std::int64_t> weekday) const;
  [[nodiscard]] int usual_minutes() const;
  [[nodiscard]] std::vector<const Day*> comparable() const;

  Zone zone_;
  std::vector<Day> days_;
  std::vector<std::string> names_;  // by StatusId of the monitor that is trained; empty: it had no row
  std::vector<double> totals_;
  std::vector<Pause> pauses_;
  std::optional<std::int64_t> last_busy_;  // minute with rows, an instant
  LocalSeconds last_begin_ = 0;            // of that
};

}  // namespace pos::model
