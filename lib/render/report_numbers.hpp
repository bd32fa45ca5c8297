// SPDX-License-Identifier: MIT
// Numbers that several forms of a report show alike.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace pos::render {

struct SummaryLine {
  std::string status;
  report::Total total;
  std::optional<report::Total> compared;  // absent without a comparison
};

// A line for each status of the report, then those that only the comparison has: what vanished
// matters more than most of what is there.
[[nodiscard]] std::vector<SummaryLine> summary_lines(const report::Report& report);

// The line of all statuses, named `total`.
[[nodiscard]] SummaryLine total_line(const report::Report& report);

// Of the volume status, lost in all incidents; nothing where that cannot be known. An incident counts what was lost in
// its minutes, whatever its status, so a sum would count minutes that incidents share again and again. This is the
// largest sum over incidents that share none.
[[nodiscard]] std::optional<double> lost_in_all(const report::Report& report);

// False where incidents come from a policy that knows of no expectation: numbers of 0 say nothing then.
[[nodiscard]] inline bool has_expectation(const incident::Found& incident) {
  return incident.expected != 0 || incident.surprise != 0;
}

// The points of all series as one table: by time, then in the order of the statuses.
struct SeriesRow {
  const report::Series* series;
  const report::Point* point;
  bool has_expectation;
};
[[nodiscard]] std::vector<SeriesRow> series_rows(const report::Report& report);

// Whether the points of this status have an expectation.
[[nodiscard]] bool has_expectation(const report::Report& report, const std::string& status);

}  // namespace pos::render
