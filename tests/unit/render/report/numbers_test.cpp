// SPDX-License-Identifier: MIT
#include "render/report/numbers.hpp"

#include <doctest/doctest.h>

#include "base/volume.hpp"
#include "unit/render/sample_report.hpp"

using namespace pos;
using namespace pos::render;
using sample::at;

namespace {

incident::Incident lost(double number) {
  return sample::incident("denied", Severity::warning, at(10, 0), at(10, 5), 6, 61, 18.2, 3.25, "above", number);
}

std::optional<double> lost_in(const std::vector<incident::Incident>& incidents) {
  report::Report report;
  report.volume = "approved";
  report.incidents = incidents;
  return lost_in_all(report);
}

}  // namespace

TEST_CASE("lost_in_all: once an incident, and unknown where no incident knows") {
  CHECK(lost_in({}) == 0);
  CHECK(lost_in({lost(50), lost(70)}) == 120);
  incident::Incident unknown = lost(50);
  unknown.parts[0].expected.reset();  // of the policy forest
  CHECK(lost_in({unknown}) == std::nullopt);
  CHECK(lost_in({unknown, lost(70)}) == 70);
}

TEST_CASE("lost_in_all: unknown without an incident, too, where nobody says what was expected") {
  report::Report report;
  report.volume = "approved";
  report.total.rows = 9;
  CHECK(lost_in_all(report) == std::nullopt);
  report.is_judged = true;
  CHECK(lost_in_all(report) == 0);
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
