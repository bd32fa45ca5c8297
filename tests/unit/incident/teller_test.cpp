// SPDX-License-Identifier: MIT
#include "incident/teller.hpp"

#include <doctest/doctest.h>

#include "unit/incident/tracked_day.hpp"

using namespace pos;
using namespace pos::incident;

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

TEST_CASE("tracker: what turns critical is told at once, a status that joins after a while") {
  Day day;
  day.alerts(0, 3 * minute);
  day.alerts(3 * minute, 4 * minute, "denied", Severity::critical);
  CHECK(day.story() == Story{"opened 1@1"});
  day.alerts(4 * minute, hour, "failed", Severity::critical);
  // The second update is ten minutes after the first; more of the same is no news.
  CHECK(day.story() == Story{"opened 1@1", "updated 1@4", "updated 1@14"});
  CHECK(day.events[2].incident.parts.size() == 2);
}

TEST_CASE("tracker: statuses that join one after the other are told at ever longer intervals") {
  Day day;
  day.settings.repeat = {};
  const std::vector<std::string> statuses = {"denied", "failed", "reversed", "refunded", "processing", "expired"};
  for (LocalSeconds t = 0; t < hour; t += minute) {
    const auto known = std::min<std::size_t>(statuses.size(), 1 + static_cast<std::size_t>(t / (2 * minute)));
    for (std::size_t i = 0; i < known; ++i) day.push(alert_row(t, statuses[i]));
  }
  // 5 minutes after the opening, then 10, which has the rest.
  CHECK(day.story() == Story{"opened 1@1", "updated 1@6", "updated 1@16"});
}

TEST_CASE("tracker: a loss ten times what was told is news, and so is a rate") {
  Day day;
  SUBCASE("loss") {
    for (LocalSeconds t = 0; t < hour; t += minute) {
      day.push(alert_row(t));
      day.push(normal_row(t, "approved", 0, 25));  // 25 lost a minute
    }
    // Told are 25, which counts as 50; ten times that is lost in the twentieth minute, which is over at 20.
    CHECK(day.story() == Story{"opened 1@1", "updated 1@20"});
    CHECK(lost(day.events[1].incident) == 500);
  }
  SUBCASE("rate") {
    day.alerts(0, 10 * minute);  // 50 of 5: ten times normal
    CHECK(day.events.size() == 1);
    for (LocalSeconds t = 10 * minute; t < 20 * minute; t += minute) {
      Record storm = alert_row(t);
      storm.count = 5000;
      day.push(storm);
    }
    // 500 + n * 5000 of 50 + n * 5 is over a hundred times normal from n = 1 on, whose minute is over at 11.
    CHECK(day.story() == Story{"opened 1@1", "updated 1@11"});
  }
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
  const incident::Event& digest = day.events.back();
  CHECK(digest.what == What::digest);
  REQUIRE(digest.entries.size() == 4);
  CHECK(digest.entries[0].incident == id_of(0) + 2);
  CHECK(digest.entries[3].incident == id_of(0));
  CHECK(digest.entries[3].events == "resolved");
  day.tick(62 * minute);
  CHECK(day.events.size() == 7);
}

TEST_CASE("tracker: the opening of a critical incident is never kept back") {
  Day day;
  day.settings.max_per_hour = 1;
  day.push(alert_row(0), "shop=0");
  day.push(alert_row(0, "denied", Severity::warning), "shop=1");
  day.push(alert_row(0, "denied", Severity::critical), "shop=2");
  day.tick(minute);
  CHECK(day.story() == Story{"opened 1@1", "-suppressed 2@1", "opened 3@1"});
}

TEST_CASE("tracker: a critical incident that comes back is not kept back from those who think it is over") {
  Day day;
  day.settings.max_per_hour = 2;
  day.alerts(0, 3 * minute, "denied", Severity::critical);
  day.normal(3 * minute, 20 * minute);  // resolved at 12
  day.alerts(20 * minute, 25 * minute, "denied", Severity::critical);
  CHECK(day.story() == Story{"opened 1@1", "resolved 1@12", "updated 1@21"});
}

TEST_CASE("tracker: news that is an opening to somebody waits for nothing that openings do not wait for") {
  Day day;
  bool is_new = true;
  day.settings.repeat = {};
  day.settings.has_new_readers = [&](const Incident&) { return is_new; };
  SUBCASE("a status that joins") {
    day.push(alert_row(0));
    day.push(alert_row(minute, "failed"));
    day.tick(minute + 1);
    CHECK(day.story() == Story{"opened 1@1", "updated 1@1"});
    is_new = false;
    day.push(alert_row(2 * minute, "reversed"));
    day.tick(2 * minute + 1);
    CHECK(day.events.size() == 2);
  }
  SUBCASE("a storm") {
    day.settings.max_per_hour = 1;
    day.push(alert_row(0));
    day.push(alert_row(minute, "denied", Severity::critical));
    SUBCASE("") {
      day.tick(minute + 1);
      CHECK(day.story() == Story{"opened 1@1", "updated 1@1"});
    }
    SUBCASE("none hears of it first") {
      is_new = false;
      day.tick(minute + 1);
      CHECK(day.story() == Story{"opened 1@1", "-suppressed 1@1"});
    }
  }
}

TEST_CASE("tracker: what is over when it is read is one digest, and what is open is told as it is") {
  Day day;
  day.settings.repeat = {};
  constexpr ClockSeconds now = 100 * hour;
  const auto read = [&](LocalSeconds from, LocalSeconds to, bool alerts) {
    for (LocalSeconds t = from; t < to; t += minute) day.push(alerts ? alert_row(t) : normal_row(t), "", now);
  };
  const auto told = [&] {
    std::vector<std::string> messages;
    for (const incident::Event& event : day.events) {
      if (event.tell) messages.emplace_back(what_name(event.what));
    }
    return messages;
  };
  day.reading = Reading::behind;
  for (int i = 0; i < 3; ++i) {
    read(i * 2 * hour, i * 2 * hour + 5 * minute, true);
    read(i * 2 * hour + 5 * minute, (i + 1) * 2 * hour, false);
  }
  CHECK(told().empty());
  SUBCASE("all are over") {
    day.tick(now);
    REQUIRE(told() == Story{"digest"});
    CHECK(day.events.back().entries.size() == 3);
    CHECK(day.events.back().entries[0].events == "opened, resolved");
  }
  SUBCASE("one is open") {
    read(6 * hour, 6 * hour + 5 * minute, true);
    day.tick(now);
    CHECK(told() == Story{"digest", "opened"});
  }
  SUBCASE("one comes back before anybody heard of it") {
    read(4 * hour + 20 * minute, 4 * hour + 25 * minute, true);
    day.tick(now);
    CHECK(told() == Story{"digest", "opened"});
  }
  SUBCASE("one comes back and ends again: its line says it once") {
    read(4 * hour + 20 * minute, 4 * hour + 25 * minute, true);
    read(4 * hour + 25 * minute, 6 * hour, false);
    day.tick(now);
    REQUIRE(told() == Story{"digest"});
    CHECK(day.events.back().entries.back().events == "opened, resolved");
    CHECK(day.events.back().entries.back().last == 4 * hour + 24 * minute);
  }
  SUBCASE("one that was known ends alone") {
    day.state.held.clear();
    read(6 * hour, 6 * hour + 5 * minute, true);
    day.tick(now);
    read(6 * hour + 5 * minute, 7 * hour, false);
    day.tick(now);
    CHECK(told() == Story{"opened", "resolved"});
  }
}

TEST_CASE("tracker: messages of a clock that was ahead keep back no others") {
  Day day;
  day.settings.max_per_hour = 2;
  constexpr ClockSeconds year = 365 * 24 * hour;
  day.push(alert_row(0), "shop=1", year);
  day.push(alert_row(0), "shop=2", year);
  day.tick(year);
  day.correct(minute);
  day.push(alert_row(minute), "shop=3", minute);
  day.tick(2 * minute);
  CHECK(day.story().back() == "opened 3@2");
}

TEST_CASE("tracker: a clock that is set back by a moment frees no messages") {
  Day day;
  day.settings.max_per_hour = 1;
  day.push(alert_row(0), "shop=1", minute);
  day.tick(minute);
  day.correct(minute - 5);
  day.push(alert_row(minute), "shop=2", minute);
  day.tick(2 * minute);
  CHECK(day.story().back() == "-suppressed 2@2");
}

TEST_CASE("tracker: news of an incident that a clock ahead has told need not wait") {
  constexpr ClockSeconds year = 365 * 24 * hour;
  Day day;
  day.push(alert_row(0), "", year);
  day.tick(year);
  day.correct(minute);
  day.push(alert_row(minute, "failed"), "", minute);
  day.tick(minute);
  CHECK(day.story().back() == "updated 1@1");
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
  CHECK(day.events.back().entries.size() == 2);  // a line for each
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

TEST_CASE("patterns") {
  CHECK(matches_pattern("*", ""));
  CHECK(matches_pattern("den*", "denied"));
  CHECK(matches_pattern("*versed", "backend_reversed"));
  CHECK(matches_pattern("?e*d*d", "reversed_ddd"));
  CHECK_FALSE(matches_pattern("den", "denied"));
  CHECK_FALSE(matches_pattern("", "denied"));
  CHECK_FALSE(matches_pattern("den?", "den"));
}
