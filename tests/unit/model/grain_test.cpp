// SPDX-License-Identifier: MIT
#include "model/grain.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

using namespace pos::model;

namespace {

constexpr std::int64_t day = 20'000 * 1440;

std::optional<int> step_of(const std::vector<std::int64_t>& minutes) {
  Grain grain;
  for (const std::int64_t minute : minutes) grain.see(minute);
  return grain.step();
}

std::vector<std::int64_t> bins(int step, int beat, int n) {
  std::vector<std::int64_t> minutes;
  for (int i = 0; i < n; ++i) minutes.push_back(day + i * step + beat);
  return minutes;
}

}  // namespace

TEST_CASE("grain: bins are known by their step, whatever their beat and order") {
  for (const int step : {2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60}) {
    CAPTURE(step);
    auto minutes = bins(step, step - 1, 30);
    CHECK(step_of(minutes) == step);
    std::reverse(minutes.begin(), minutes.end());
    CHECK(step_of(minutes) == step);
    minutes.insert(minutes.end(), minutes.begin(), minutes.end());  // another status
    std::shuffle(minutes.begin(), minutes.end(), std::mt19937(1));
    CHECK(step_of(minutes) == step);
  }
  CHECK(step_of(bins(1440, 0, 30)) == 60);
  CHECK(step_of(bins(45, 0, 60)) == 15);
  CHECK(step_of(bins(5, 0, 30)) == 5);
  CHECK(step_of(bins(-5, 0, 30)) == 5);  // before 1970 too
}

TEST_CASE("grain: nothing is said of fewer than thirty different minutes, nor by the minute") {
  CHECK_FALSE(step_of(bins(5, 0, 29)));
  CHECK_FALSE(step_of(bins(1, 0, 1000)));
  auto few = bins(5, 0, 2);
  for (int i = 0; i < 6; ++i) few.insert(few.end(), few.begin(), few.end());
  CHECK_FALSE(step_of(few));
}

TEST_CASE("grain: one stray minute in a hundred is no reason, two are") {
  auto minutes = bins(5, 0, 99);
  minutes.push_back(day + 1);
  CHECK(step_of(minutes) == 5);
  minutes.push_back(day + 2);
  CHECK_FALSE(step_of(minutes));
}

TEST_CASE("grain: sparse shops stand on no beat at any time") {
  std::mt19937_64 random(7);
  for (int shop = 0; shop < 2000; ++shop) {
    const auto gap = 2 + random() % 200;  // minutes between two rows, on average
    std::int64_t minute = day;
    Grain grain;
    for (int row = 0; row < 300; ++row) {
      minute += static_cast<std::int64_t>(random() % (2 * gap));
      if (grain.see(minute)) REQUIRE_FALSE(grain.step());
    }
  }
}

TEST_CASE("grain: see() tells when it is worth asking") {
  Grain grain;
  for (int i = 0; i < 29; ++i) CHECK_FALSE(grain.see(i * 5));
  CHECK(grain.see(29 * 5));
  CHECK_FALSE(grain.see(29 * 5));
  CHECK(grain.reason() ==
        "rows come every 5 minutes, but incidents are found by the minute: export them by the minute, or one row per "
        "transaction");
}
