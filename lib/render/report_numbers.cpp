// SPDX-License-Identifier: MIT
#include "render/report_numbers.hpp"

#include <algorithm>

#include "base/volume.hpp"

namespace pos::render {
namespace {

const report::Total* find(const std::vector<report::StatusTotal>& statuses, const std::string& status) {
  for (const report::StatusTotal& entry : statuses) {
    if (entry.status == status) return &entry.total;
  }
  return nullptr;
}

}  // namespace

std::vector<SummaryLine> summary_lines(const report::Report& report) {
  std::vector<SummaryLine> lines;
  for (const report::StatusTotal& entry : report.statuses) {
    SummaryLine line{entry.status, entry.total, std::nullopt};
    if (report.comparison) {
      const report::Total* before = find(report.comparison->statuses, entry.status);
      line.compared = before ? *before : report::Total{};
    }
    lines.push_back(std::move(line));
  }
  if (!report.comparison) return lines;
  for (const report::StatusTotal& entry : report.comparison->statuses) {
    if (!find(report.statuses, entry.status)) lines.push_back({entry.status, {}, entry.total});
  }
  return lines;
}

SummaryLine total_line(const report::Report& report) {
  SummaryLine line{"total", report.total, std::nullopt};
  if (report.comparison) line.compared = report.comparison->total;
  return line;
}

// Weighted interval scheduling: the best sum of the incidents so far, by when they end.
std::optional<double> lost_in_all(const report::Report& report) {
  if (report.volume == every_status) return std::nullopt;
  std::vector<const incident::Found*> by_end;
  for (const incident::Found& incident : report.incidents) by_end.push_back(&incident);
  std::sort(by_end.begin(), by_end.end(), [](const auto* a, const auto* b) { return a->last < b->last; });
  std::vector<double> best(by_end.size() + 1, 0);
  for (std::size_t i = 0; i < by_end.size(); ++i) {
    const auto ends_before = [](const incident::Found* incident, LocalSeconds first) { return incident->last < first; };
    const auto shared = std::lower_bound(by_end.begin(), by_end.begin() + static_cast<std::ptrdiff_t>(i),
                                         by_end[i]->first, ends_before);
    const auto apart = static_cast<std::size_t>(shared - by_end.begin());
    best[i + 1] = std::max(best[i], best[apart] + by_end[i]->lost.value_or(0));
  }
  return best.back();
}

std::vector<SeriesRow> series_rows(const report::Report& report) {
  std::vector<SeriesRow> rows;
  for (const report::Series& series : report.series) {
    const bool expectation = has_expectation(report, series.status);
    for (const report::Point& point : series.points) rows.push_back({&series, &point, expectation});
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const SeriesRow& a, const SeriesRow& b) { return a.point->begin < b.point->begin; });
  return rows;
}

bool has_expectation(const report::Report& report, const std::string& status) {
  const report::Total* total = find(report.statuses, status);
  return total && total->rows_expected > 0;
}

}  // namespace pos::render
