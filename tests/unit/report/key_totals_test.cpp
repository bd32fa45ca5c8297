// SPDX-License-Identifier: MIT
#include "report/key_totals.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/volume.hpp"

using namespace pos;
using namespace pos::report;

namespace {

Record row_of(const std::string& keys, LocalSeconds time, const std::string& status, std::int64_t count) {
  Record record{time, status, count, {}};
  record.keys = keys;
  return record;
}

Record alert_of(const std::string& keys, const std::string& key, LocalSeconds time, Severity severity) {
  Record record = row_of(keys, time, "denied", 1);
  record.scored.decision = Decision::alert;
  record.scored.severity = severity;
  record.scored.key = key;
  return record;
}

incident::Incident incident_of(const std::string& group, LocalSeconds first, Severity severity, double missing) {
  incident::Incident incident;
  incident.id = incident::id_of(first);
  incident.group = group;
  incident.first = incident.last = first;
  incident.severity = severity;
  incident.volume = "approved";
  incident.missing = missing;
  incident::Part part;
  part.status = "approved";
  part.expected = 3;
  incident.parts = {part};
  return incident;
}

std::vector<KeyTotal> totals(const std::vector<Record>& records, const std::vector<incident::Incident>& incidents = {},
                             const std::string& family = "merchant", const std::string& volume = "approved") {
  KeyTotals keys(family, volume);
  for (const Record& record : records) keys.add(record);
  return keys.finish(incidents);
}

}  // namespace

TEST_CASE("key totals: rows, transactions and those of the volume, of a family's keys") {
  const auto keys = totals({row_of("merchant=a\tacquirer=x", 0, "approved", 10), row_of("merchant=a", 60, "denied", 2),
                            row_of("acquirer=x", 60, "approved", 7), row_of("", 60, "approved", 9),
                            row_of("merchant=b", 60, "approved", 1)});
  REQUIRE(keys.size() == 2);
  CHECK(keys[0].key == "merchant=a");
  CHECK(keys[0].rows == 2);
  CHECK(keys[0].count == 12);
  CHECK(keys[0].volume == 10);
  CHECK(keys[0].incidents == 0);
  CHECK(keys[0].lost == 0);
  CHECK_FALSE(keys[0].last_incident);
  CHECK(keys[1].key == "merchant=b");
}

TEST_CASE("key totals: no family is all of them") {
  const auto keys = totals({row_of("merchant=a\tacquirer=x", 0, "approved", 10)}, {}, "");
  REQUIRE(keys.size() == 2);
  CHECK(keys[0].key == "acquirer=x");
  CHECK(keys[1].key == "merchant=a");
}

TEST_CASE("key totals: alerts are those of the key itself, a minute each") {
  const std::string both = "merchant=a\tacquirer=x";
  const auto keys =
      totals({alert_of(both, "merchant=a", 0, Severity::warning), alert_of(both, "merchant=a", 59, Severity::critical),
              alert_of(both, "merchant=a", 60, Severity::warning),
              alert_of(both, "", 120, Severity::critical),             // of the whole
              alert_of(both, "acquirer=x", 180, Severity::warning)});  // of another family
  REQUIRE(keys.size() == 1);
  CHECK(keys[0].rows == 5);
  CHECK(keys[0].alert_minutes == 2);
  CHECK(keys[0].severity == Severity::critical);
}

TEST_CASE("key totals: by what was lost, then by minutes with alerts, then by name") {
  const auto keys = totals(
      {row_of("merchant=a", 0, "approved", 1), row_of("merchant=b", 0, "approved", 1),
       alert_of("merchant=c", "merchant=c", 0, Severity::warning), row_of("merchant=d", 0, "approved", 1)},
      {incident_of("merchant=d", 600, Severity::warning, 5), incident_of("merchant=d", 6000, Severity::critical, 2.5),
       incident_of("", 600, Severity::critical, 100), incident_of("acquirer=x", 600, Severity::critical, 100),
       incident_of("merchant=e", 600, Severity::critical, 6)});
  std::vector<std::string> order;
  for (const KeyTotal& key : keys) order.push_back(key.key);
  CHECK(order == std::vector<std::string>{"merchant=d", "merchant=e", "merchant=c", "merchant=a", "merchant=b"});
  CHECK(keys[0].incidents == 2);
  CHECK(keys[0].lost == 7.5);
  CHECK(keys[0].severity == Severity::critical);
  CHECK(keys[0].last_incident == 197001010140);  // 6,000 seconds after midnight
  CHECK(keys[1].rows == 0);                      // its rows do not pass the filter
}

TEST_CASE("key totals: without a volume nobody knows what was lost") {
  const auto keys = totals({row_of("merchant=a", 0, "approved", 1)}, {}, "merchant", std::string(every_status));
  CHECK_FALSE(keys[0].lost);
}
