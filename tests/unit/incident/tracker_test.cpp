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

TEST_CASE("tracker: an opening is told when its minute is complete, with all that is in it") {
  Day day;
  day.push(alert_row(0, "denied"));
  day.push(alert_row(0, "failed", Severity::critical, 3));
  CHECK(day.events.empty());
  day.push(normal_row(minute));
  REQUIRE(day.story() == Story{"opened 1@1"});
  CHECK(day.events[0].incident.parts.size() == 2);
  CHECK(day.events[0].incident.severity == Severity::critical);
}

TEST_CASE("tracker: a tick completes the minute too") {
  Day day;
  day.push(alert_row(0));
  day.tick(5);
  CHECK(day.story() == Story{"opened 1@0"});
  day.tick(6);
  CHECK(day.events.size() == 1);
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
  day.settings.min_severity = Severity::critical;
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
  CHECK(day.story() == Story{"opened 1@10", "opened 2@22"});
  REQUIRE(day.state.incidents.size() == 2);
  CHECK(day.state.incidents[0].parts.size() == 2);
  CHECK(day.state.incidents[0].last == 22 * minute);
  CHECK(day.state.incidents[1].parts[0].status == "reversed");
}

TEST_CASE("tracker: without the status in the grouping all of a group is one incident") {
  Day day;
  day.settings.by_status = false;
  day.alerts(0, minute, "denied");
  day.alerts(hour, hour + minute, "failed");
  day.tick(2 * hour);
  CHECK(day.state.incidents.size() == 1);
  CHECK(day.story() == Story{"opened 1@60"});
}

TEST_CASE("tracker: groups do not see each other") {
  Day day;
  day.push(alert_row(0), "acquirer=A");
  day.push(alert_row(0), "acquirer=B");
  for (int i = 1; i <= 10; ++i) day.push(normal_row(i * minute), "acquirer=A");
  CHECK(day.story() == Story{"opened 1@1", "opened 2@1", "resolved 1@10"});
  CHECK(day.events[2].incident.group == "acquirer=A");
}

TEST_CASE("tracker: from warning to critical is told, nothing else is") {
  Day day;
  day.alerts(0, 3 * minute);
  day.alerts(3 * minute, 4 * minute, "denied", Severity::critical);
  day.alerts(4 * minute, 6 * minute, "failed", Severity::warning);
  day.alerts(6 * minute, 7 * minute, "denied", Severity::critical);
  day.tick(8 * minute);
  CHECK(day.story() == Story{"opened 1@1", "updated 1@4"});
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
  CHECK(lost(incident, day.state).value() == doctest::Approx(6 + 7 - 2));
  CHECK(incident.parts[0].count == 107);
  CHECK(incident.parts[0].expected == doctest::Approx(15));
  CHECK(incident.parts[0].alerts == 2);
}

TEST_CASE("tracker: an incident is counted in what was the volume when it opened") {
  Day day;
  day.settings.volume = "aprovada";
  day.push(normal_row(0, "approved", 0));
  day.push(normal_row(0, "aprovada", 4));
  day.push(alert_row(0, "negada"));
  day.settings.volume = "approved";
  day.push(normal_row(minute, "aprovada", 3));
  day.push(alert_row(minute, "negada"));
  day.tick(2 * minute);
  const Incident& incident = day.state.incidents[0];
  CHECK(incident.volume == "aprovada");
  CHECK(lost(incident, day.state) == 6 + 7);
}

TEST_CASE("tracker: where all statuses together are the volume nobody knows what is lost") {
  Day day;
  day.settings.volume = "*";
  day.push(normal_row(0, "sale", 4));
  day.push(alert_row(0, "*"));
  day.tick(minute);
  CHECK(day.events[0].lost == std::nullopt);
}

TEST_CASE("tracker: rows of one minute tell its expectation once, and more approvals than expected are no loss") {
  Day day;
  for (int i = 0; i < 3; ++i) day.push(alert_row(0));
  day.push(normal_row(0, "approved", 30));
  day.tick(0);
  CHECK(day.state.incidents[0].parts[0].expected == doctest::Approx(5));
  CHECK(day.events[0].lost == 0);
}

TEST_CASE("tracker: an incident open for ten days gives the reminders scheduled, and no more") {
  Day day;
  SUBCASE("from one process") {}
  SUBCASE("restarted after each step") {
    day.after_each = [](State& state) { state = State(state); };
  }
  for (ClockSeconds now = 0; now <= 240 * hour; now += 5 * minute) {
    if (now == 0) day.push(alert_row(0));
    day.tick(now);
  }
  CHECK(day.story() == Story{"opened 1@0", "reminded 1@240", "reminded 1@1440", "reminded 1@10080"});
  CHECK(day.events[1].reminder == 1);
  CHECK(day.events[3].reminder == 3);
  CHECK(day.events[3].next_reminder == 336 * hour);
  for (ClockSeconds now = 240 * hour; now <= 505 * hour; now += hour) day.tick(now);
  CHECK(day.story().back() == "reminded 1@30240");  // 504 h: each 168 h from there
  CHECK(day.events.size() == 6);
}

TEST_CASE("tracker: of reminders missed, one is sent") {
  Day day;
  day.push(alert_row(0));
  day.tick(0);
  day.tick(30 * hour);
  day.tick(31 * hour);
  CHECK(day.story() == Story{"opened 1@0", "reminded 1@1800"});
}

TEST_CASE("tracker: an acknowledged incident reminds no more, and its end is told") {
  Day day;
  day.push(alert_row(0));
  day.tick(0);
  day.state.incidents[0].acknowledged = Acknowledgement{10, Verdict::true_alarm, "ana", "on it"};
  day.tick(100 * hour);
  CHECK(day.events.size() == 1);
  day.normal(minute, 11 * minute);
  CHECK(day.story().back() == "resolved 1@10");
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

TEST_CASE("tracker: beyond so many an hour messages wait for one digest") {
  Day day;
  day.settings.max_per_hour = 2;
  for (int i = 0; i < 5; ++i) day.push(alert_row(0, "denied"), "shop=" + std::to_string(i));
  day.tick(minute);
  CHECK(day.story() == Story{"opened 1@1", "opened 2@1", "-suppressed 3@1", "-suppressed 4@1", "-suppressed 5@1"});
  for (int i = 1; i <= 10; ++i) day.push(normal_row(i * minute), "shop=0");
  CHECK(day.story().back() == "-suppressed 1@10");  // that it is over
  day.tick(60 * minute);
  CHECK(day.events.size() == 6);
  day.tick(61 * minute);
  REQUIRE(day.events.size() == 7);
  const Event& digest = day.events.back();
  CHECK(digest.what == What::digest);
  REQUIRE(digest.entries.size() == 4);
  CHECK(digest.entries[0].incident.id == 3);
  CHECK(digest.entries[3].incident.id == 1);
  CHECK(digest.entries[3].what == What::resolved);
  day.tick(62 * minute);
  CHECK(day.events.size() == 7);
}

TEST_CASE("tracker: messages of a clock that was ahead keep back others for an hour, not until it is reached") {
  Day day;
  day.settings.max_per_hour = 2;
  constexpr ClockSeconds year = 365 * 24 * hour;
  day.push(alert_row(0), "shop=1", year);
  day.push(alert_row(0), "shop=2", year);
  day.tick(year);
  day.correct(minute);
  day.push(alert_row(minute), "shop=3", minute);
  day.tick(2 * minute);
  CHECK(day.story().back() == "-suppressed 3@2");
  day.correct(61 * minute);
  day.tick(61 * minute);
  CHECK(day.story().back() == "digest 0@61");
}

TEST_CASE("tracker: what a clock that was ahead has opened, or reminded of, reminds as if it were of now") {
  constexpr ClockSeconds year = 365 * 24 * hour;
  Day day;
  SUBCASE("opened") {
    day.push(alert_row(0), "", year);
    day.tick(year);
  }
  SUBCASE("reminded") {
    day.push(alert_row(0), "", 0);
    day.tick(0);
    day.tick(year);
    CHECK(day.story().back() == "reminded 1@525600");
  }
  day.correct(0);
  day.tick(4 * hour);
  CHECK(day.story().back() == "reminded 1@240");
}

TEST_CASE("tracker: two schedules on one store remind once each, and correct nothing of each other") {
  Day day;
  const std::vector<std::chrono::seconds> slow = {std::chrono::hours(24)};
  const std::vector<std::chrono::seconds> fast = {std::chrono::hours(4)};
  day.push(alert_row(0), "", 0);
  day.tick(0);
  for (ClockSeconds now = 4 * hour; now < 5 * hour; now += minute) {
    day.settings.repeat = now % (2 * minute) == 0 ? fast : slow;
    day.correct(now);
    day.tick(now);
  }
  CHECK(day.story() == Story{"opened 1@0", "reminded 1@240"});
}

TEST_CASE("tracker: a silence that begins ahead of the clock begins now and lasts as long as it was to last") {
  Day day;
  day.state.silences = {{1, "", "", Severity::none, "ana", "", 1000 * hour, 1002 * hour}};
  day.correct(hour);
  CHECK(day.state.silences[0].begin == hour);
  CHECK(day.state.silences[0].end == 3 * hour);
  day.correct(2 * hour);
  CHECK(day.state.silences[0].end == 3 * hour);
}

TEST_CASE("tracker: a digest still knows incidents that ended long before it") {
  Day day;
  day.settings.max_per_hour = 1;
  day.settings.repeat = {};
  day.push(alert_row(0), "a", 0);
  day.push(alert_row(0), "b", 0);
  for (int i = 1; i < 300; ++i) {  // hours of data within a minute of the clock: an old file
    day.push(normal_row(i * minute), "a", 30);
    day.push(normal_row(i * minute), "b", 30);
  }
  day.tick(3700);
  REQUIRE(day.events.back().what == What::digest);
  CHECK(day.events.back().entries.size() == 3);
}

TEST_CASE("tracker: a silence keeps quiet, and what is still open when it ends is told") {
  Day day;
  day.settings.repeat = {};
  day.state.silences.push_back({7, "", "den*", Severity::none, "ana", "tests", 0, hour});
  day.alerts(0, 5 * minute);
  day.tick(5 * minute);
  CHECK(day.story() == Story{"-suppressed 1@1"});
  CHECK(day.events[0].reason == "silence 7 by ana");
  SUBCASE("still open") {
    day.tick(hour - 1);
    CHECK(day.events.size() == 1);
    day.tick(hour);
    CHECK(day.story().back() == "opened 1@60");
  }
  SUBCASE("over before") {
    day.normal(5 * minute, 20 * minute);
    day.tick(2 * hour);
    CHECK(day.story() == Story{"-suppressed 1@1", "-resolved 1@14"});
  }
  SUBCASE("a part that it does not match breaks it") {
    day.push(alert_row(6 * minute, "failed"));
    day.tick(7 * minute);
    CHECK(day.story().back() == "opened 1@7");
  }
}

TEST_CASE("tracker: a silence of warnings lets critical through") {
  Day day;
  day.state.silences.push_back({1, "", "", Severity::warning, "ana", "", 0, hour});
  day.alerts(0, 2 * minute);
  day.alerts(2 * minute, 3 * minute, "denied", Severity::critical);
  day.tick(3 * minute);
  CHECK(day.story() == Story{"-suppressed 1@1", "opened 1@3"});
}

TEST_CASE("tracker: who knows of an incident is told its end, silence or not") {
  Day day;
  day.alerts(0, minute);
  day.tick(minute);
  day.state.silences.push_back({1, "", "", Severity::none, "ana", "", 60, 100 * hour});
  day.tick(50 * hour);  // no reminder
  day.normal(minute, 12 * minute);
  CHECK(day.story() == Story{"opened 1@1", "resolved 1@10"});
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

TEST_CASE("patterns") {
  CHECK(matches_pattern("*", ""));
  CHECK(matches_pattern("den*", "denied"));
  CHECK(matches_pattern("*versed", "backend_reversed"));
  CHECK(matches_pattern("?e*d*d", "reversed_ddd"));
  CHECK_FALSE(matches_pattern("den", "denied"));
  CHECK_FALSE(matches_pattern("", "denied"));
  CHECK_FALSE(matches_pattern("den?", "den"));
}
