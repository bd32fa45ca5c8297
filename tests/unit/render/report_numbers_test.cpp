// SPDX-License-Identifier: MIT
#include "render/report_numbers.hpp"

#include <doctest/doctest.h>

#include "base/volume.hpp"
#include "unit/render/sample_report.hpp"

using namespace pos;
using namespace pos::render;
using sample::at;

namespace {

incident::Found lost(LocalSeconds first, LocalSeconds last, double number) {
  incident::Found incident;
  incident.first = first;
  incident.last = last;
  incident.lost = number;
  return incident;
}

std::optional<double> lost_in(const std::vector<incident::Found>& incidents) {
  report::Report report;
  report.volume = "approved";
  report.incidents = incidents;
  return lost_in_all(report);
}

}  // namespace

TEST_CASE("lost_in_all: minutes that incidents share count once") {
  CHECK(lost_in({}) == 0);
  CHECK(lost_in({lost(at(10, 0), at(10, 5), 50), lost(at(11, 0), at(11, 5), 70)}) == 120);
  // The same outage, seen by two statuses.
  CHECK(lost_in({lost(at(10, 0), at(10, 5), 50), lost(at(10, 1), at(10, 5), 45)}) == 50);
  // One minute in common is enough.
  CHECK(lost_in({lost(at(10, 0), at(10, 5), 50), lost(at(10, 5), at(10, 9), 45)}) == 50);
  // The first and the last of a chain have nothing in common.
  CHECK(lost_in({lost(at(10, 0), at(10, 5), 50), lost(at(10, 3), at(10, 9), 60), lost(at(10, 8), at(10, 12), 40)}) ==
        90);
}

TEST_CASE("lost_in_all: where all statuses together are the volume nobody knows") {
  report::Report report;
  report.volume = every_status;
  report.incidents.emplace_back();
  CHECK(lost_in_all(report) == std::nullopt);
}

TEST_CASE("summary_lines: a status that vanished since the comparison has a line") {
  report::Report report = sample::two_incidents();
  CHECK(summary_lines(report).size() == 2);
  CHECK_FALSE(summary_lines(report)[0].compared);
  report.comparison =
      report::Comparison{{}, {}, {{"refunded", {3, 4, 0, 0, 0, 0}}, {"denied", {900, 4000, 0, 0, 0, 0}}}};
  const auto lines = summary_lines(report);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].compared->count == 0);
  CHECK(lines[1].compared->count == 4000);
  CHECK(lines[2].status == "refunded");
  CHECK(lines[2].total.rows == 0);
  CHECK(lines[2].compared->count == 4);
}

TEST_CASE("series_rows: by time, then by status as the report has them") {
  const report::Report report = sample::two_incidents();
  std::string order;
  for (const SeriesRow& row : series_rows(report))
    order += row.series->status[0] + to_date_time(row.point->begin).substr(11, 5) + ' ';
  CHECK(order == "a10:00 d10:00 a10:30 a23:59 ");
}
