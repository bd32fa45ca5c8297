// SPDX-License-Identifier: MIT
#include "incident/tracker.hpp"

#include <doctest/doctest.h>

#include "unit/incident/tracked_day.hpp"

using namespace pos;
using namespace pos::incident;

TEST_CASE("tracker: normal data tells nothing") {
  Day day;
  day.normal(0, 3 * hour);
  day.tick(3 * hour);
  CHECK(day.events.empty());
  CHECK(day.state.incidents.empty());
}

TEST_CASE("tracker: ten minutes of normal data resolve, nine do not") {
  Day day;
  day.alerts(0, 5 * minute);
  day.normal(5 * minute, 14 * minute);  // last alert at 4, normal data up to 13
  CHECK(day.story() == Story{"opened 1@1"});
  day.push(normal_row(14 * minute));
  CHECK(day.story() == Story{"opened 1@1", "resolved 1@14"});
}

TEST_CASE("tracker: an alert in between starts the ten minutes again") {
  Day day;
  day.alerts(0, minute);
  day.normal(minute, 9 * minute);
  day.alerts(9 * minute, 10 * minute);
  day.normal(10 * minute, 19 * minute);
  CHECK(day.story() == Story{"opened 1@1"});
  day.push(normal_row(19 * minute));
  CHECK(day.story().back() == "resolved 1@19");
}

TEST_CASE("tracker: silence never resolves, however long") {
  Day day;
  day.settings.repeat = {};
  day.alerts(0, minute);
  for (ClockSeconds now = 0; now < 100 * hour; now += hour) day.tick(now);
  CHECK(day.story() == Story{"opened 1@0"});
  SUBCASE("nor does the first row after it, or rows without a count") {
    day.push(normal_row(100 * hour));
    for (int i = 1; i < 60; ++i) day.push(normal_row(100 * hour + i * minute, "approved", 0));
    CHECK(day.events.size() == 1);
  }
  SUBCASE("a gap counts for half: five minutes of data follow it") {
    day.normal(100 * hour, 100 * hour + 5 * minute);
    CHECK(day.events.size() == 1);
    day.push(normal_row(100 * hour + 5 * minute));
    CHECK(day.story().back() == "resolved 1@6005");
  }
}

TEST_CASE("tracker: rows every quarter of an hour resolve too") {
  Day day;
  day.alerts(0, minute);
  day.push(normal_row(15 * minute));
  CHECK(day.events.size() == 1);
  day.push(normal_row(30 * minute));
  CHECK(day.story().back() == "resolved 1@30");
}

TEST_CASE("tracker: what is no alert by --min-severity neither opens nor resolves") {
  Day day;
  day.settings.rules.min_severity = Severity::critical;
  day.alerts(0, hour);
  CHECK(day.events.empty());
  day.alerts(hour, hour + minute, "denied", Severity::critical);
  day.alerts(hour + minute, 2 * hour);
  CHECK(day.story() == Story{"opened 1@61"});
}

TEST_CASE("tracker: without the monitor an alert is a warning") {
  Day day;
  Record seed = alert_row(0, "denied", Severity::none);
  seed.scored.expected.reset();
  seed.scored.surprise.reset();
  day.push(seed);
  day.tick(0);
  REQUIRE(day.events.size() == 1);
  CHECK(day.events[0].incident.severity == Severity::warning);
  CHECK_FALSE(day.events[0].incident.parts[0].expected);
}

TEST_CASE("tracker: another status within ten minutes joins, later it is another incident") {
  Day day;
  day.alerts(0, minute, "denied");
  day.alerts(10 * minute, 11 * minute, "failed");
  day.alerts(21 * minute, 22 * minute, "reversed");
  day.alerts(22 * minute, 23 * minute, "denied");  // held by the first
  day.tick(23 * minute);
  CHECK(day.story() == Story{"opened 1@10", "updated 1@21", "opened 2@22"});
  REQUIRE(day.state.incidents.size() == 2);
  CHECK(day.state.incidents[0].parts.size() == 2);
  CHECK(day.state.incidents[0].last == 22 * minute);
  CHECK(day.state.incidents[1].parts[0].status == "reversed");
}

TEST_CASE("tracker: groups do not see each other") {
  Day day;
  day.push(alert_row(0), "acquirer=A");
  day.push(alert_row(0), "acquirer=B");
  for (int i = 1; i <= 10; ++i) day.push(normal_row(i * minute), "acquirer=A");
  CHECK(day.story() == Story{"opened 1@1", "opened 2@1", "resolved 1@10"});
  CHECK(day.events[2].incident.group == "acquirer=A");
}

TEST_CASE("tracker: what came and what was lost is counted from the first minute to the last") {
  Day day;
  day.push(normal_row(0, "approved", 4));       // 6 of 10 missing: in the first minute, before the alert
  day.push(alert_row(0, "denied"));             // 50, 5 expected
  day.push(normal_row(minute, "approved", 3));  // 7 missing, in between
  day.push(normal_row(minute, "denied", 7, 5));
  day.push(alert_row(2 * minute, "denied"));
  day.push(normal_row(2 * minute, "approved", 12));  // 2 too many
  day.push(normal_row(3 * minute, "approved", 0));   // after the last alert: not lost to this
  day.push(normal_row(3 * minute, "denied", 9, 5));
  day.tick(4 * minute);
  const Incident& incident = day.state.incidents[0];
  CHECK(lost(incident).value() == doctest::Approx(6 + 7 - 2));
  CHECK(incident.parts[0].count == 107);
  CHECK(incident.parts[0].expected == doctest::Approx(15));
  CHECK(incident.parts[0].alerts == 2);
}

TEST_CASE("tracker: an incident is counted in what was the volume when it opened") {
  Day day;
  day.settings.rules.volume = "aprovada";
  day.push(normal_row(0, "approved", 0));
  day.push(normal_row(0, "aprovada", 4));
  day.push(alert_row(0, "negada"));
  day.settings.rules.volume = "approved";
  day.push(normal_row(minute, "aprovada", 3));
  day.push(alert_row(minute, "negada"));
  day.tick(2 * minute);
  const Incident& incident = day.state.incidents[0];
  CHECK(incident.volume == "aprovada");
  CHECK(lost(incident) == 6 + 7);
}

TEST_CASE("tracker: where all statuses together are the volume nobody knows what is lost") {
  Day day;
  day.settings.rules.volume = "*";
  day.push(normal_row(0, "sale", 4));
  day.push(alert_row(0, "*"));
  day.tick(minute);
  CHECK(lost(day.events[0].incident) == std::nullopt);
}

TEST_CASE("tracker: rows of one minute tell its expectation once, and more approvals than expected are no loss") {
  Day day;
  for (int i = 0; i < 3; ++i) day.push(alert_row(0));
  day.push(normal_row(0, "approved", 30));
  day.tick(0);
  CHECK(day.state.incidents[0].parts[0].expected == doctest::Approx(5));
  CHECK(lost(day.events[0].incident) == 0);
}

TEST_CASE("tracker: an alert within half an hour opens the same incident again, and it takes longer to resolve") {
  Day day;
  day.settings.repeat = {};
  day.alerts(0, minute);
  day.normal(minute, 11 * minute);  // resolved at 10
  day.alerts(40 * minute, 41 * minute);
  day.normal(41 * minute, 60 * minute);
  CHECK(day.story() == Story{"opened 1@1", "resolved 1@10", "updated 1@41"});
  CHECK(day.events.back().incident.flaps == 1);
  day.push(normal_row(60 * minute));
  CHECK(day.story().back() == "resolved 1@60");  // 20 minutes after 40
  SUBCASE("doubling ends at four hours") {
    LocalSeconds at = 60 * minute;
    for (int flap = 0; flap < 8; ++flap) {
      day.push(alert_row(at += minute));
      while (!day.state.incidents[0].resolved) day.push(normal_row(at += minute));
    }
    CHECK(day.state.incidents[0].resolve_after == std::chrono::hours(4));
    CHECK(day.state.incidents[0].flaps == 9);
    CHECK(day.state.incidents.size() == 1);
  }
  SUBCASE("after more than half an hour it is a new one") {
    day.alerts(91 * minute, 92 * minute);
    day.tick(92 * minute);
    CHECK(day.story().back() == "opened 2@92");
    CHECK(day.state.closed.size() == 1);
  }
  SUBCASE("another status is a new one") {
    day.alerts(70 * minute, 71 * minute, "failed");
    day.tick(72 * minute);
    CHECK(day.story().back() == "opened 2@72");
  }
}

TEST_CASE("tracker: before 1970, too, normal data resolves") {
  Day day;
  constexpr LocalSeconds before = -100 * hour;
  day.alerts(before, before + 3 * minute);
  day.normal(before + 3 * minute, before + 20 * minute);
  REQUIRE(day.events.size() == 2);
  CHECK(day.events[1].what == What::resolved);
}

TEST_CASE("incident: its id says when it began, and is free") {
  CHECK(id_of(1773051420) == 202603091017);  // date -ud @1773051420
  CHECK(id_of(0) == 197001010000);
  Day day;
  for (const char* group : {"a", "b", "c"}) day.push(alert_row(90), group);
  day.tick(200);
  CHECK(day.events[2].incident.id == id_of(60) + 2);
}

TEST_CASE("incident: what makes sales fall is named before the fall, and that before what is no cause") {
  Incident incident;
  incident.volume = "approved";
  incident.missing = 100;
  incident.parts = {{"approved", Severity::critical, 0, 0, 1, 10, 110, 9, "", 0, 0, {}},
                    {"refunded", Severity::critical, 0, 0, 1, 4, 1, 4, "", 0, 0, {}},
                    {"reversed", Severity::warning, 0, 0, 1, 90, 2, 3, "", 0, 0, {}}};
  sort_by_weight(incident);
  CHECK(statuses(incident) == "reversed+approved+refunded");
}

TEST_CASE("tracker: late rows open nothing twice") {
  Day day;
  day.alerts(10 * minute, 12 * minute);
  day.push(alert_row(5 * minute));
  day.push(normal_row(6 * minute));
  day.tick(12 * minute);
  CHECK(day.story() == Story{"opened 1@11"});
  CHECK(day.state.incidents[0].last == 11 * minute);
}

namespace {

Record accepted_row(LocalSeconds time, const std::string& status = "denied") {
  Record record = alert_row(time, status);
  record.scored.reason += "; taken as normal from now on: 10 times what the week taught";
  return record;
}

}  // namespace

TEST_CASE("tracker: what is taken as normal ends its incident and begins none") {
  Day day;
  day.alerts(0, 5 * minute);
  for (LocalSeconds t = 5 * minute; t < 8 * hour; t += minute) day.push(accepted_row(t));
  CHECK(day.story() == Story{"opened 1@1", "resolved 1@5"});
  REQUIRE(day.events.size() == 2);
  CHECK(new_normal(day.events[0].incident).empty());
  CHECK(new_normal(day.events[1].incident) == "10 times what the week taught");
  CHECK(day.events[1].incident.last == 4 * minute);
}

TEST_CASE("tracker: an alert that is news again is an alert") {
  Day day;
  day.alerts(0, 5 * minute);
  day.push(accepted_row(5 * minute));
  day.alerts(10 * minute, 12 * minute);
  CHECK(day.story() == Story{"opened 1@1", "resolved 1@5", "updated 1@11"});
  CHECK(new_normal(day.state.incidents.front()).empty());
  CHECK(day.state.incidents.front().parts.front().reason == "above: 1");
}

TEST_CASE("tracker: an incident goes on while one of its statuses is news") {
  Day day;
  for (LocalSeconds t = 0; t < 5 * minute; t += minute) {
    day.push(alert_row(t, "denied"));
    day.push(alert_row(t, "failed"));
  }
  for (LocalSeconds t = 5 * minute; t < hour; t += minute) {
    day.push(accepted_row(t, "denied"));
    if (t < 10 * minute) day.push(alert_row(t, "failed"));
  }
  CHECK(day.story().size() == 2);
  CHECK(day.story().back() == "resolved 1@19");  // ten minutes after the last one
}

TEST_CASE("tracker: of a fall that its levels have followed, the loss is what its alerts say") {
  Day day;
  for (int i = 0; i < 10; ++i) {
    Record record = normal_row(i * minute, "approved", 2, 2.1);
    record.scored.decision = Decision::alert;
    record.scored.reason = "below: 60 in 30 min, 360 expected, by chance less than once in 100 years";
    day.push(record);
  }
  CHECK(lost(day.state.incidents.front()) == 100);  // 12 a minute
  CHECK(day.state.incidents.front().parts.front().expected == 120);
}

TEST_CASE("tracker: of a business that did not open the loss is what its curve expected") {
  Day day;
  for (int i = 0; i < 10; ++i) {
    Record record = normal_row(i * minute, "approved", 0, 0.2);
    record.scored.decision = Decision::alert;
    record.scored.reason =
        "did not open: nothing since 21:00 yesterday, " + std::to_string(500 + 20 * i) + " expected since 09:00";
    day.push(record);
  }
  CHECK(lost(day.state.incidents.front()) == 680);
}

TEST_CASE("tracker: says of a record whether an incident is over by it") {
  const Rules rules;
  State state;
  Tracker tracker(rules, state);
  CHECK_FALSE(tracker.push(alert_row(0), {}, 0));
  LocalSeconds t = minute;
  for (; t < hour && !tracker.push(normal_row(t), {}, t); t += minute) {
  }
  CHECK(t == 10 * minute);
  CHECK_FALSE(state.incidents[0].open());
  CHECK_FALSE(tracker.push(normal_row(t + minute), {}, t + minute));
  CHECK_FALSE(tracker.push(alert_row(t + 2 * minute), {}, t + 2 * minute));
}
