// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "dispatch/clock.hpp"

namespace pos::dispatch {
namespace {

constexpr ClockSeconds at = 1'000'000;

TEST_CASE("clock: when a row was in the world") {
  const Clock world(Clock::Of::world, [] { return at; }, [](ClockSeconds time) { return time - 3 * 3600; });
  CHECK(world.world_of(at - 3 * 3600 - 60) == at - 60);
  CHECK(world.world_of(at) == at);  // never later than now
  Clock rows(Clock::Of::rows, [] { return at; }, [](ClockSeconds time) { return time; });
  rows.pass(5000);
  CHECK(rows.world_of(4940) == at - 60);
}

}  // namespace
}  // namespace pos::dispatch
