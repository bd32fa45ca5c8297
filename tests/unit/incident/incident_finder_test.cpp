// SPDX-License-Identifier: MIT
#include "incident/incident_finder.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/row.hpp"

using namespace pos;
using incident::Found;
using incident::IncidentFinder;

namespace {

Record row(int minute, const std::string& status, std::int64_t count, std::optional<double> expected) {
  Record record{LocalSeconds{minute} * 60, status, count, {}};
  record.scored.expected = expected;
  record.scored.surprise = expected ? std::optional(-1.0) : std::nullopt;
  return record;
}

Record alert(int minute, const std::string& status, std::int64_t count, double expected, double surprise = 1,
             Severity severity = Severity::warning) {
  Record record = row(minute, status, count, expected);
  record.scored.surprise = surprise;
  record.scored.severity = severity;
  record.scored.decision = Decision::alert;
  record.scored.reason = "surprise " + std::to_string(static_cast<int>(surprise));
  return record;
}

std::vector<Found> find(const std::vector<Record>& records, const std::string& volume = "approved") {
  std::vector<Found> found;
  IncidentFinder finder(volume, [&](const Found& incident) { found.push_back(incident); });
  for (const Record& record : records) finder.push(record);
  finder.finish();
  return found;
}

}  // namespace

TEST_CASE("incidents: no alert, no incident") {
  CHECK(find({}).empty());
  CHECK(find({row(0, "approved", 10, 12), row(1, "denied", 3, 2)}).empty());
}

TEST_CASE("incidents: alerts at most ten minutes apart are one, eleven are two") {
  const auto one = find({alert(0, "denied", 20, 5), alert(10, "denied", 30, 5)});
  REQUIRE(one.size() == 1);
  CHECK(one[0].first == 0);
  CHECK(one[0].last == 600);
  CHECK(one[0].alerts == 2);

  const auto two = find({alert(0, "denied", 20, 5), alert(11, "denied", 30, 5)});
  REQUIRE(two.size() == 2);
  CHECK(two[0].last == 0);
  CHECK(two[1].first == 660);
}

TEST_CASE("incidents: count and expectation run from the first alert to the last, what lies between included") {
  const auto found = find({row(0, "denied", 100, 100), alert(1, "denied", 20, 5), row(2, "denied", 7, 4),
                           alert(3, "denied", 30, 6), row(4, "denied", 100, 100), row(20, "denied", 100, 100)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].count == 57);                      // 20 + 7 + 30
  CHECK(found[0].expected == doctest::Approx(15));  // 5 + 4 + 6
  CHECK(found[0].alerts == 2);
}

TEST_CASE("incidents: one that goes on after quiet minutes counts them, one that does not leaves them out") {
  const auto found = find({alert(0, "denied", 20, 5), row(5, "denied", 1, 5), alert(9, "denied", 20, 5),
                           row(12, "denied", 1000, 5), row(30, "denied", 1000, 5)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].count == 41);  // 20 + 1 + 20
  CHECK(found[0].expected == doctest::Approx(15));
}

TEST_CASE("incidents: rows of the first and the last minute count, whichever side of the alert they stand on") {
  Record before = row(1, "denied", 2, std::nullopt);
  Record after = row(1, "denied", 3, std::nullopt);
  after.time += 59;
  const auto found = find({before, alert(1, "denied", 20, 5), after});
  REQUIRE(found.size() == 1);
  CHECK(found[0].count == 25);
}

TEST_CASE("incidents: rows of one minute tell its expectation once, and are an alert each") {
  const auto found = find({alert(0, "denied", 1, 5), alert(0, "denied", 1, 5), alert(0, "denied", 1, 5)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].alerts == 3);
  CHECK(found[0].count == 3);
  CHECK(found[0].expected == doctest::Approx(5));
}

TEST_CASE("incidents: lost approvals are summed over all minutes, those without the status included") {
  const auto found = find({row(0, "approved", 1, 100),                                 // before
                           row(1, "approved", 60, 100), alert(1, "failed", 40, 2),     // 40 lost
                           row(2, "approved", 70, 100),                                // 30 lost
                           row(3, "approved", 110, 100), alert(3, "failed", 10, 2),    // 10 more than expected
                           row(4, "approved", 1, 100), row(30, "approved", 1, 100)});  // after
  REQUIRE(found.size() == 1);
  CHECK(found[0].lost.value() == doctest::Approx(60));
}

TEST_CASE("incidents: more approvals than expected are no negative loss, unknown expectations none at all") {
  CHECK(find({row(1, "approved", 160, 100), alert(1, "failed", 40, 2)})[0].lost == 0);
  CHECK(find({row(1, "approved", 1, std::nullopt), alert(1, "failed", 40, 2)})[0].lost == 0);
}

TEST_CASE("incidents: a fall of approvals loses what it falls short by") {
  const auto found = find({alert(0, "approved", 10, 100), alert(1, "approved", 20, 100)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].lost.value() == doctest::Approx(170));
  CHECK(found[0].count == 30);
}

TEST_CASE("incidents: what is lost is of the volume, whatever it is called") {
  const auto found =
      find({row(1, "aprovada", 60, 100), row(1, "approved", 0, 7), alert(1, "falha", 40, 2)}, "aprovada");
  REQUIRE(found.size() == 1);
  CHECK(found[0].lost == 40);
}

TEST_CASE("incidents: where all statuses together are the volume nobody knows what is lost") {
  const auto found = find({alert(1, "*", 60, 100), alert(1, "falha", 40, 2)}, "*");
  REQUIRE(found.size() == 2);
  CHECK(found[0].lost == std::nullopt);
  CHECK(found[0].count == 60);
  CHECK(found[1].lost == std::nullopt);
}

TEST_CASE("incidents: the worst severity, and the reason of the alert that surprised most") {
  const auto found = find(
      {alert(0, "denied", 20, 5, 2), alert(1, "denied", 30, 5, 7, Severity::critical), alert(2, "denied", 20, 5, 3)});
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::critical);
  CHECK(found[0].surprise == 7);
  CHECK(found[0].reason == "surprise 7");
}

TEST_CASE("incidents: alerts without a surprise have the reason of the first") {
  Record first = alert(0, "denied", 20, 5);
  first.scored.surprise.reset();
  first.scored.reason = "rule: denied";
  Record second = first;
  second.time = 60;
  second.scored.reason = "forest: score 0.7 above 0.6";
  const auto found = find({first, second});
  REQUIRE(found.size() == 1);
  CHECK(found[0].reason == "rule: denied");
  CHECK(found[0].surprise == 0);
}

TEST_CASE("incidents: statuses do not mix, and none is lost that is open at the end") {
  const auto found = find({alert(0, "denied", 20, 5), alert(1, "failed", 10, 1), row(2, "denied", 5, 5)});
  REQUIRE(found.size() == 2);
  CHECK(found[0].status == "denied");
  CHECK(found[0].count == 20);
  CHECK(found[1].status == "failed");
  CHECK(found[1].count == 10);
}

TEST_CASE("incidents: input that makes up a status per row keeps its alerts") {
  std::vector<Record> records{alert(0, "denied", 20, 5)};
  for (int i = 0; i < 5000; ++i) records.push_back(row(1 + i / 1000, "s" + std::to_string(i), 1, std::nullopt));
  records.push_back(alert(8, "denied", 30, 5));
  const auto found = find(records);
  REQUIRE(found.size() == 1);
  CHECK(found[0].count == 50);
}

TEST_CASE("incidents: counts that do not fit stay at the largest number") {
  std::vector<Record> records;
  for (int i = 0; i < 1025; ++i) records.push_back(alert(i, "denied", Transaction::max_count, 5));
  const auto found = find(records);
  REQUIRE(found.size() == 1);
  CHECK(found[0].count == std::numeric_limits<std::int64_t>::max());
}
