// SPDX-License-Identifier: MIT
#include "report/state.hpp"

#include <doctest/doctest.h>

#include "unit/render/sample_report.hpp"

using namespace pos;
using namespace pos::report;
using render::sample::at;

namespace {

// Of today, with the last row a minute ago; its two incidents run.
Report live() {
  Report report = render::sample::two_incidents();
  report.newest = LastRow{at(10, 40), 60, false};
  return report;
}

}  // namespace

TEST_CASE("state: the worst incident that runs makes it critical, since its begin") {
  Report report = live();
  const State state = state_of(report);
  CHECK(state.condition == Condition::critical);
  CHECK(condition_name(state.condition) == "critical");
  CHECK(state.since == at(10, 30));
  CHECK(state.worst == &report.incidents[1]);
  CHECK(state.running == 2);
  CHECK(state.incidents == 2);
  CHECK(state.lost == doctest::Approx(97.5));
}

TEST_CASE("state: what is over is no warning, however bad it was") {
  Report report = live();
  report.incidents[1].resolved = at(10, 45);
  CHECK(state_of(report).condition == Condition::warning);
  CHECK(state_of(report).since == at(10, 0));
  CHECK(state_of(report).worst == &report.incidents[0]);
  report.incidents[0].resolved = at(10, 20);
  CHECK(state_of(report).condition == Condition::normal);
  CHECK(state_of(report).since == at(10, 32));  // the last minute of the last one
  CHECK(state_of(report).running == 0);
  CHECK(state_of(report).worst == &report.incidents[1]);
}

TEST_CASE("state: an alert without severity is a warning") {
  Report report = live();
  report.incidents[1].resolved = at(10, 45);
  report.incidents[0].severity = Severity::none;
  CHECK(state_of(report).condition == Condition::warning);
}

TEST_CASE("state: where rows are overdue nothing is known but that, and since when") {
  Report report = live();
  report.newest = LastRow{at(10, 35), 1800, true};
  const State state = state_of(report);
  CHECK(state.condition == Condition::no_data);
  CHECK(condition_name(state.condition) == "no_data");
  CHECK(state.since == at(10, 35));
  CHECK(state.running == 2);
}

TEST_CASE("state: an incident that goes on behind the last row is that no rows come") {
  Report report = live();
  report.incidents[1].last = at(11, 4);
  report.newest = LastRow{at(10, 29), 2160, true};
  const State state = state_of(report);
  CHECK(state.condition == Condition::critical);
  CHECK(state.since == at(10, 30));
  CHECK(state.last->overdue);
}

TEST_CASE("state: a shop that is closed is normal") {
  Report report = render::sample::empty();
  report.newest = LastRow{at(0, 10), 3 * 3600, false};
  CHECK(state_of(report).condition == Condition::normal);
  CHECK_FALSE(state_of(report).since);
}

TEST_CASE("state: of a period that is over nothing runs") {
  const Report report = render::sample::two_incidents();
  const State state = state_of(report);
  CHECK(state.condition == Condition::past);
  CHECK(state.running == 0);
  CHECK(state.worst == &report.incidents[1]);
  CHECK_FALSE(state.since);
}

TEST_CASE("state: an empty history is neither normal nor without data") {
  Report report = render::sample::empty();
  CHECK(state_of(report).condition == Condition::past);
  report.is_of_nothing = true;
  CHECK(state_of(report).condition == Condition::empty);
  CHECK_FALSE(state_of(report).worst);
}
