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
    for (const Event& event : day.events) times.push_back(event.next_reminder);
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
