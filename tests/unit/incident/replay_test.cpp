// SPDX-License-Identifier: MIT
#include "incident/replay.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <utility>

#include "unit/drawn.hpp"
#include "unit/incident/generated_day.hpp"

using namespace pos;
using namespace pos::incident;

TEST_CASE("replay: 200 generated days have the incidents that people were told of") {
  std::size_t incidents = 0;
  for (std::uint64_t seed = 0; seed < drawn(200); ++seed) {
    CAPTURE(seed);
    const std::vector<Record> rows = generated_day(seed);
    Day live;
    live.settings.max_per_hour = 3;
    std::vector<Incident> told;
    Replay replay(live.settings.rules);
    for (const Record& row : rows) {
      live.push(row);
      if (row.time % 7 == 0) live.tick(row.time);
      std::ranges::move(std::exchange(live.state.closed, {}), std::back_inserter(told));
      replay.push(row);
    }
    std::ranges::move(live.state.incidents, std::back_inserter(told));
    const std::vector<Facts> seen = facts_of(told);
    CHECK(facts_of(replay.finish()) == seen);
    incidents += seen.size();
  }
  CHECK(incidents > 5 * drawn(200));  // about eight a day: the days are no quiet ones
}

TEST_CASE("replay: what is stored gives its number, and its begin where rows are gone") {
  std::vector<Incident> incidents(2);
  incidents[0].id = incidents[0].first = 600;
  incidents[1].id = incidents[1].first = 6000;
  recognise(incidents, {{7, 600, 900, 5, false}, {202603092012, 5000, 7000, 88, true}, {9, 5500, 5900, 1, true}});
  CHECK(incidents[0].id == 7);
  CHECK(incidents[1].id == 202603092012);
  CHECK(incidents[1].first == 5000);
  CHECK(incidents[1].missing == 88);
}
