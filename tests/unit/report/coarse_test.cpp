// SPDX-License-Identifier: MIT
#include "report/coarse.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "report/collector.hpp"

using namespace pos;
using namespace pos::report;

namespace {

Record sum_row(LocalSeconds time, const std::string& status, std::int64_t count, std::optional<double> expected = {},
           Decision decision = Decision::approve) {
  Record record;
  record.time = time;
  record.status = status;
  record.count = count;
  record.scored.expected = expected;
  record.scored.decision = decision;
  if (decision == Decision::alert) record.scored.severity = Severity::warning;
  return record;
}

Report coarse_report(const std::vector<Record>& records, std::size_t most_rows, std::size_t most_points, const Filter& filter = {}) {
  Collector collector({0, 86'400}, filter, 60, Keep::records, "approved");
  collector.keep_at_most(most_rows, most_points);
  for (const Record& record : records) collector.add(record);
  return collector.finish({});
}

// A row a minute of `approved`, and now and then one of a rare status.
std::vector<Record> rows_of_day() {
  std::vector<Record> rows;
  for (LocalSeconds minute = 0; minute < 1440; ++minute) {
    rows.push_back(sum_row(minute * 60, "approved", 10 + minute % 7, 12.5, minute == 600 ? Decision::alert : Decision::approve));
    rows.push_back(sum_row(minute * 60 + 30, "approved", 1, 12.5));
    if (minute % 100 == 50) rows.push_back(sum_row(minute * 60 + 40, "rare", 1, static_cast<double>(minute) / 1000));
  }
  return rows;
}

}  // namespace

TEST_CASE("coarse: as many rows as may be kept are kept") {
  const auto rows = rows_of_day();
  CHECK_FALSE(coarse_report(rows, rows.size(), 100).coarse);
  CHECK(coarse_report(rows, rows.size(), 100).records.size() == rows.size());
  CHECK(coarse_report(rows, rows.size() - 1, 10'000).coarse == 60);
}

TEST_CASE("coarse: the step is the shortest that has few enough points") {
  const auto rows = rows_of_day();
  CHECK(coarse_report(rows, 100, 1000).coarse == 300);
  CHECK(coarse_report(rows, 100, 250).coarse == 900);
  CHECK(coarse_report(rows, 100, 80).coarse == 3600);
  CHECK(coarse_report(rows, 100, 2).coarse == 86'400);
}

TEST_CASE("coarse: points add up to the totals, whatever the step") {
  const auto rows = rows_of_day();
  const Report whole = coarse_report(rows, rows.size(), 0);
  for (const std::size_t points : {10'000U, 1000U, 80U, 2U}) {
    const Report report = coarse_report(rows, 100, points);
    CHECK(report.total.rows == std::accumulate(report.rows_of.begin(), report.rows_of.end(), std::int64_t{0}));
    for (const StatusTotal& status : whole.statuses) {
      Total total;
      for (std::size_t i = 0; i < report.records.size(); ++i) {
        const Record& record = report.records[i];
        if (record.status != status.status) continue;
        total.count += record.count;
        total.expected += record.scored.expected.value_or(0);
        if (record.scored.decision == Decision::alert) total.abnormal_rows += report.rows_of[i];
      }
      CHECK(total.count == status.total.count);
      CHECK(total.abnormal_rows == status.total.abnormal_rows);
      CHECK(total.expected == doctest::Approx(status.total.expected));
    }
  }
}

TEST_CASE("coarse: rows that are not normal are apart, and what was expected stands once") {
  const Report report = coarse_report(rows_of_day(), 100, 80);  // by hour
  std::vector<Record> of_alert;
  for (const Record& record : report.records) {
    if (record.time == 36'000 && record.status == "approved") of_alert.push_back(record);
  }
  REQUIRE(of_alert.size() == 2);
  CHECK(of_alert[0].scored.decision == Decision::approve);
  CHECK(of_alert[0].scored.expected == doctest::Approx(60 * 12.5));
  CHECK(of_alert[1].scored.severity == Severity::warning);
  CHECK(of_alert[1].count == 10 + 600 % 7);
  CHECK_FALSE(of_alert[1].scored.expected);
}

TEST_CASE("coarse: only what the filter takes") {
  Filter filter;
  filter.hour_from = filter.hour_to = 10;
  const Report report = coarse_report(rows_of_day(), 100, 80, filter);
  CHECK(report.records.front().time == 36'000);
  CHECK(report.records.back().time < 39'600);
}
