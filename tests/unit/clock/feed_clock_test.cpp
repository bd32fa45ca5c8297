// SPDX-License-Identifier: MIT
#include "clock/feed_clock.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <optional>

#include "base/record.hpp"

namespace pos {
namespace {

constexpr LocalTime noon{20'521, 12 * 3600};

// Seconds that the feed's clock is behind at noon, after a row `age` seconds old.
std::optional<std::int64_t> behind(int age) {
  clock::FeedClock clock(std::chrono::seconds(5));
  clock.hear({noon.day, noon.second_of_day - age}, noon);
  const auto then = clock.at(noon);
  return then ? std::optional(to_seconds(noon) - to_seconds(*then)) : std::nullopt;
}

}  // namespace

TEST_CASE("feed clock: rows are waited for as long as the last one was late") {
  CHECK(behind(0) == 5);
  CHECK(behind(59) == 5);  // it may say no more than its minute
  CHECK(behind(180) == 5 + 120);
  CHECK(behind(-300) == 5 - 300);
}

TEST_CASE("feed clock: a feed over an hour off has none") {
  CHECK(behind(3600) == 5 + 3540);
  CHECK_FALSE(behind(3601));
  CHECK_FALSE(behind(-3601));
  clock::FeedClock clock(std::chrono::seconds(5));
  clock.hear({noon.day - 1, noon.second_of_day}, noon);
  CHECK_FALSE(clock.is_live());
}

TEST_CASE("feed clock: before the first row it is the clock on the wall") {
  const auto then = clock::FeedClock(std::chrono::seconds(5)).at(noon);
  REQUIRE(then);
  CHECK(to_seconds(noon) - to_seconds(*then) == 5);
}

}  // namespace pos
