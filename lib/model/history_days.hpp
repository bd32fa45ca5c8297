// SPDX-License-Identifier: MIT
// What each day of a history brought, and which days are not like the others.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

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

// Minutes come as the monitor has just stepped them, without those of gaps (Coverage). Minutes that events name are no
// measure.
//
// Memory   60 bytes a day, and 8 for each status.
class HistoryDays {
 public:
  void see(const ClosedMinute& minute, const LocalTime& begin, DayKind kind, const Monitor& monitor);

  // The statuses that had rows, and the transactions of each, but for counts that no incident explains.
  [[nodiscard]] const std::vector<std::string>& statuses() const { return names_; }
  [[nodiscard]] const std::vector<double>& totals() const { return totals_; }

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

 private:
  struct Day {
    std::int64_t number = 0;
    int minutes = 0;    // that count
    bool busy = false;  // one of them had a row
    int named = 0;      // that events leave out
    double volume = 0.0;
    std::vector<double> counts;  // by StatusId
  };

  Day& day_of(std::int64_t number);
  [[nodiscard]] int usual_minutes() const;
  [[nodiscard]] std::vector<const Day*> comparable() const;

  std::vector<Day> days_;
  std::vector<std::string> names_;  // by StatusId of the monitor that is trained; empty: it had no row
  std::vector<double> totals_;
};

}  // namespace pos::model
