// SPDX-License-Identifier: MIT
#include "incident/teller.hpp"

#include <doctest/doctest.h>

#include "unit/incident/tracked_day.hpp"

using namespace pos;
using namespace pos::incident;

TEST_CASE("reminders: each message says when the next one is due, if there is one") {
  Day day;
  const auto due = [&day](ClockSeconds last) {
    day.push(alert_row(0));
    for (ClockSeconds now = 0; now <= last; now += 2 * hour) day.tick(now);
    std::vector<std::optional<ClockSeconds>> times;
    for (const incident::Event& event : day.events) times.push_back(event.next_reminder);
    return times;
  };
  using Times = std::vector<std::optional<ClockSeconds>>;
  SUBCASE("as scheduled, then each as long as the last") {
    CHECK(due(336 * hour) == Times{4 * hour, 24 * hour, 168 * hour, 336 * hour, 504 * hour});
  }
  SUBCASE("one that comes again and again") {
    day.settings.repeat = {std::chrono::hours(6)};
    CHECK(due(12 * hour) == Times{6 * hour, 12 * hour, 18 * hour});
  }
  SUBCASE("none") {
    day.settings.repeat = {};
    CHECK(due(12 * hour) == Times{std::nullopt});
  }
}

TEST_CASE("reminders: an opening that waits for the digest is told at once when it turns critical, and not again") {
  Day day;
  day.settings.max_per_hour = 1;
  day.settings.repeat = {};
  day.push(alert_row(0), "shop=1");
  day.tick(minute);
  day.push(alert_row(2 * minute), "shop=2");
  day.tick(3 * minute);
  day.push(alert_row(4 * minute, "denied", Severity::critical), "shop=2");
  day.tick(5 * minute);
  CHECK(day.story() == Story{"opened 1@1", "-suppressed 2@3", "opened 2@5"});
  CHECK(day.state.held.empty());
  day.tick(2 * hour);
  CHECK(day.events.size() == 3);
}
