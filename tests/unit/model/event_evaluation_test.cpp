// SPDX-License-Identifier: MIT
#include "model/event_evaluation.hpp"

#include <doctest/doctest.h>

using namespace pos::model;

namespace {

// A day of minutes; labels and alerts as lists of minutes of one status.
struct Day {
  EventLog log;
  Day() {
    for (int minute = 0; minute < 1440; ++minute) log.minute(minute);
  }
  void label(const char* status, int from, int to) {
    for (int minute = from; minute < to; ++minute) log.label(minute, status);
  }
  void alert(const char* status, int from, int to) {
    for (int minute = from; minute < to; ++minute) log.alert(minute, status);
  }
};

}  // namespace

TEST_CASE("evaluate_events: found from the start to 2 minutes after the end, by one of its statuses") {
  Day day;
  day.label("denied", 100, 120);
  day.label("failed", 300, 310);
  day.label("reversed", 500, 510);
  day.alert("denied", 103, 104);
  day.alert("failed", 311, 312);    // 1 minute after the end
  day.alert("approved", 505, 506);  // another status: neither found nor false
  const auto e = evaluate_events(day.log);
  CHECK(e.events == 3);
  CHECK(e.detected == 2);
  CHECK(e.delays == std::vector<std::int64_t>{3, 11});
  CHECK(e.median_delay() == 7);
  CHECK(e.false_events == 0);
  CHECK(e.recall() == doctest::Approx(2.0 / 3));
}

TEST_CASE("evaluate_events: labels at most 10 minutes apart are one event") {
  Day day;
  day.label("denied", 100, 101);
  day.label("denied", 110, 111);
  day.label("denied", 121, 122);
  CHECK(evaluate_events(day.log).events == 2);
}

TEST_CASE("evaluate_events: false alerts are merged within 10 minutes and cut every 30") {
  Day day;
  day.alert("denied", 100, 101);
  day.alert("failed", 110, 111);  // 10 minutes on: the same
  day.alert("denied", 200, 265);  // 65 minutes: cut at 230 and 260
  const auto e = evaluate_events(day.log);
  CHECK(e.false_events == 4);
  CHECK(e.days == 1);
  CHECK(e.false_events_per_day() == 4);
}

TEST_CASE("evaluate_events: the aftermath of an event is not counted, nor its own alert's tail") {
  Day day;
  day.label("denied", 100, 120);
  day.alert("approved", 130, 131);  // within 15 minutes
  CHECK(evaluate_events(day.log).false_events == 0);
  day.alert("approved", 140, 141);  // nothing began inside the event
  CHECK(evaluate_events(day.log).false_events == 1);

  Day running;
  running.label("denied", 100, 120);
  running.alert("denied", 110, 170);
  CHECK(evaluate_events(running.log).false_events == 0);
  running.alert("denied", 185, 186);  // over 60 minutes after the end
  CHECK(evaluate_events(running.log).false_events == 1);
}

TEST_CASE("evaluate_events: nothing labelled, nothing alerted") {
  const auto e = evaluate_events(EventLog());
  CHECK(e.recall() == 0);
  CHECK(e.false_events_per_day() == 0);
  CHECK(e.median_delay() == 0);
}
