// SPDX-License-Identifier: MIT
#include "clock/lead.hpp"

#include <doctest/doctest.h>

#include <chrono>

namespace pos {
namespace {

constexpr LocalTime midday{20'521, 12 * 3600};

LocalTime ahead_of_midday(LocalSeconds seconds) { return later(midday, seconds); }

constexpr LocalSeconds a_minute = 60, an_hour = 3600;

}  // namespace

TEST_CASE("lead: honest clocks differ by three minutes, and nothing more is believed of one row") {
  clock::Lead lead;
  CHECK(lead.believes(ahead_of_midday(-an_hour), midday));
  CHECK(lead.believes(ahead_of_midday(3 * a_minute), midday));
  CHECK_FALSE(lead.believes(ahead_of_midday(3 * a_minute + 1), midday));
  CHECK_FALSE(lead.believes(ahead_of_midday(59 * a_minute), midday));
  CHECK_FALSE(lead.believes(ahead_of_midday(30 * 24 * an_hour), midday));
  CHECK(lead.believes(midday, midday));
}

TEST_CASE("lead: rows that lead three minutes do not take each other further") {
  clock::Lead lead;
  for (LocalSeconds ahead = 0; ahead <= 3 * a_minute; ahead += a_minute)
    CHECK(lead.believes(ahead_of_midday(ahead), midday));
  CHECK_FALSE(lead.believes(ahead_of_midday(4 * a_minute), midday));
}

TEST_CASE("lead: any number of rows at one moment are one witness") {
  clock::Lead lead;
  for (LocalSeconds ahead = 20 * a_minute; ahead < an_hour; ahead += a_minute)
    CHECK_FALSE(lead.believes(ahead_of_midday(ahead), midday));
  CHECK_FALSE(lead.take_news());
}

TEST_CASE("lead: a feed that is ahead as a whole is believed after five minutes, and told once") {
  clock::Lead lead;
  for (LocalSeconds passed = 0; passed < 5 * a_minute; passed += a_minute)
    CHECK_FALSE(lead.believes(ahead_of_midday(passed + 20 * a_minute), ahead_of_midday(passed)));
  CHECK(lead.believes(ahead_of_midday(25 * a_minute), ahead_of_midday(5 * a_minute)));
  CHECK(lead.take_news() == std::chrono::minutes(20));
  CHECK(lead.believes(ahead_of_midday(26 * a_minute), ahead_of_midday(6 * a_minute)));
  CHECK_FALSE(lead.take_news());
  CHECK_FALSE(
      lead.believes(ahead_of_midday(50 * a_minute), ahead_of_midday(6 * a_minute)));  // of that feed one is wrong
}

TEST_CASE("lead: who comes by the clock between is right, and the leader is wrong") {
  clock::Lead lead;
  for (LocalSeconds passed = 0; passed < 20 * a_minute; passed += a_minute) {
    CHECK_FALSE(lead.believes(ahead_of_midday(passed + 20 * a_minute), ahead_of_midday(passed)));
    if (passed % (4 * a_minute) == 0) CHECK(lead.believes(ahead_of_midday(passed), ahead_of_midday(passed)));
  }
}

TEST_CASE("lead: a feed that has been ahead, and is set right, has to be believed again") {
  clock::Lead lead;
  lead.go_on(to_seconds(ahead_of_midday(20 * a_minute)), to_seconds(midday));
  CHECK(lead.believes(ahead_of_midday(20 * a_minute), midday));
  CHECK(lead.believes(ahead_of_midday(a_minute), ahead_of_midday(a_minute)));
  CHECK(lead.believes(ahead_of_midday(21 * a_minute), ahead_of_midday(a_minute)));  // both come
  CHECK(lead.believes(ahead_of_midday(6 * a_minute), ahead_of_midday(6 * a_minute)));
  CHECK_FALSE(lead.believes(ahead_of_midday(26 * a_minute), ahead_of_midday(6 * a_minute)));
}

TEST_CASE("lead: a recording that is far ahead is believed at once, and goes on") {
  clock::Lead lead;
  CHECK(lead.believes(ahead_of_midday(48 * an_hour), midday, true));
  CHECK(lead.believes(ahead_of_midday(50 * an_hour), midday));
  CHECK_FALSE(lead.believes(ahead_of_midday(75 * an_hour), midday));
  clock::Lead other;
  CHECK_FALSE(other.believes(ahead_of_midday(59 * a_minute), midday, true));
}

}  // namespace pos
