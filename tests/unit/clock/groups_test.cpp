// SPDX-License-Identifier: MIT
#include "clock/groups.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <random>
#include <vector>

using namespace pos::clock;

namespace {

std::vector<MinuteGroups::Lonely> lonely_of(const std::vector<std::int64_t>& minutes) {
  MinuteGroups groups;
  for (const std::int64_t minute : minutes) groups.see(minute);
  return groups.lonely();
}

}  // namespace

TEST_CASE("groups: a row alone is told with the rows next to it") {
  std::vector<std::int64_t> minutes;
  for (std::int64_t minute = 0; minute < 100; ++minute) minutes.insert(minutes.end(), 3, minute);
  minutes.push_back(200);
  for (std::int64_t minute = 300; minute < 400; ++minute) minutes.push_back(minute);
  minutes.push_back(431);
  const auto alone = lonely_of(minutes);
  REQUIRE(alone.size() == 2);
  CHECK(alone[0].stretch.first == 200);
  CHECK(alone[0].before == 99);
  CHECK(alone[0].behind == 300);
  CHECK(alone[1].stretch.last == 431);  // 32 minutes away; one of 30 would be near
  CHECK(alone[1].before == 399);
  CHECK_FALSE(alone[1].behind.has_value());
}

TEST_CASE("groups: none is alone where all are") {
  CHECK(lonely_of({}).empty());
  CHECK(lonely_of({7}).empty());
  CHECK(lonely_of({0, 1000, 2000}).empty());
  CHECK(lonely(std::map<std::int64_t, std::int64_t>()).empty());
}

TEST_CASE("groups: what is near depends on what usually lies between two minutes with rows") {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    std::map<std::int64_t, std::int64_t> rows;
    std::int64_t minute = 0;
    for (auto left = random() % 60; left > 0; --left) {
      minute += static_cast<std::int64_t>(random() % 4 == 0 ? random() % 400 : random() % 9);
      rows[minute] += static_cast<std::int64_t>(1 + random() % 3);
    }
    const auto apart = std::max<std::int64_t>(30, 10 * usual_gap(rows));
    for (const Stretch& alone : lonely(rows)) {
      CAPTURE(alone.first);
      const auto first = rows.find(alone.first);
      const auto behind = rows.upper_bound(alone.last);
      if (first != rows.begin()) CHECK(alone.first - std::prev(first)->first > apart);
      if (behind != rows.end()) CHECK(behind->first - alone.last > apart);
      for (auto at = first; std::next(at) != behind; ++at) CHECK(std::next(at)->first - at->first <= apart);
    }
  }
}
