// SPDX-License-Identifier: MIT
// Rows by the minute, or by more: what a page has where there are more rows than a browser can hold.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/record.hpp"
#include "report/report.hpp"

namespace pos::report {

// Sums up rows in steps of a minute, five minutes, a quarter of an hour, an hour, or, where even these are too many,
// of more: as many that the points are at most about `most`. A point is of a status and a step.
//
// What was expected is that of Total: minutes of data without a row of the status lie between their neighbours. So a
// point may have no row, and the points of a status add up to its total.
class Coarse {
 public:
  Coarse(std::size_t most, const Filter& filter) : most_(most), filter_(filter) {}

  // A minute that has data and that the filter takes; ascending.
  void cover(LocalSeconds minute) { minutes_.push_back(minute); }
  // A row that the filter takes, of the minute that was covered last, or of one that is not.
  void add(const Record& record);

  // Fills `records`, `coarse` and `rows_of`. It is spent.
  void finish(Report& report);

 private:
  // Rows that are normal, and those that are not.
  struct Cell {
    LocalSeconds begin = 0;
    std::array<std::int64_t, 2> rows{}, counts{};
    double expected = 0;
    bool has_expected = false;
    Severity severity = Severity::none;
  };
  struct Lane {
    std::vector<Cell> cells;  // ascending
    std::int64_t expected_minute = -1;
    double expected = 0;
  };

  Cell& cell_at(Lane& lane, LocalSeconds time);
  void expect(Lane& lane, double expected);
  void expect_between(Lane& lane, std::int64_t first, std::int64_t last, double expected);
  void coarsen();
  [[nodiscard]] LocalSeconds begin_of(LocalSeconds time) const { return time - ((time % step_) + step_) % step_; }

  std::size_t most_;
  const Filter& filter_;
  std::int64_t step_ = 60;
  std::size_t cells_ = 0;
  std::vector<LocalSeconds> minutes_;
  std::map<std::string, Lane, std::less<>> lanes_;  // by status
};

}  // namespace pos::report
