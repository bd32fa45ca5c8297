// SPDX-License-Identifier: MIT
#include "dispatch/conditions.hpp"

#include <doctest/doctest.h>

using namespace pos;
using namespace pos::dispatch;

namespace {

incident::Incident incident_of(Severity severity, const std::vector<std::string>& statuses, const std::string& key) {
  incident::Incident incident;
  incident.id = 1;
  incident.severity = severity;
  incident.group = key;
  for (const std::string& status : statuses) incident.parts.emplace_back().status = status;
  return incident;
}

// As an incident, and in a digest, which must say the same.
bool match(const Conditions& conditions, const incident::Incident& incident) {
  incident::Held held;
  held.severity = incident.severity;
  held.status = statuses(incident);
  held.group = incident.group;
  CHECK(conditions.match(held) == conditions.match(incident));
  return conditions.match(incident);
}

}  // namespace

TEST_CASE("conditions: none match all, and all that are given must hold") {
  const auto warning = incident_of(Severity::warning, {"denied", "failed"}, "merchant=m1");
  CHECK(match({}, warning));
  CHECK(match({Severity::warning, {"failed"}, {"merchant=m1"}}, warning));
  CHECK_FALSE(match({Severity::critical, {"failed"}, {"merchant=m1"}}, warning));
  CHECK_FALSE(match({Severity::warning, {"reversed"}, {"merchant=m1"}}, warning));
  CHECK_FALSE(match({Severity::warning, {"failed"}, {"merchant=m2"}}, warning));
  CHECK(match({Severity::warning, {}, {}}, incident_of(Severity::critical, {"denied"}, "")));
}

TEST_CASE("conditions: of a list one is enough, of the incident one status; patterns are those of silences") {
  const auto incident = incident_of(Severity::warning, {"denied", "fail[ed]"}, "");
  CHECK(match({Severity::none, {"x", "den*"}, {}}, incident));
  CHECK(match({Severity::none, {"?enied"}, {}}, incident));
  CHECK(match({Severity::none, {"fail[ed]"}, {}}, incident));
  CHECK_FALSE(match({Severity::none, {"fail[a-z]d"}, {}}, incident));
  CHECK_FALSE(match({Severity::none, {"enied", "DENIED", "d?nie"}, {}}, incident));
}

TEST_CASE("conditions: a status with a + in its name is one, in a digest too") {
  const auto incident = incident_of(Severity::warning, {"a+b", "<b>*</b>"}, "");
  CHECK(match({Severity::none, {"a+b"}, {}}, incident));
  CHECK(match({Severity::none, {"<b>?</b>"}, {}}, incident));
  CHECK_FALSE(match({Severity::none, {"+"}, {}}, incident));
}

TEST_CASE("conditions: an incident of the whole has an empty key") {
  const auto whole = incident_of(Severity::warning, {"denied"}, "");
  CHECK(match({Severity::none, {}, {""}}, whole));
  CHECK(match({Severity::none, {}, {"*"}}, whole));
  CHECK_FALSE(match({Severity::none, {}, {"merchant=*"}}, whole));
  CHECK_FALSE(match({Severity::none, {}, {""}}, incident_of(Severity::warning, {"denied"}, "merchant=m1")));
}
