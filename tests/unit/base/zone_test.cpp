// SPDX-License-Identifier: MIT
#include "base/zone.hpp"

#include <doctest/doctest.h>

#include "base/record.hpp"

using namespace pos;

namespace {

constexpr std::int64_t change = 20'000 * 1440 + 60;  // 01:00 UTC
using Clock = LocalTime::Clock;

// Ahead by an hour until then, by two from then on; and the other way round.
const Zone put_on([](std::int64_t instant) { return instant < change ? 60 : 120; });
const Zone put_back([](std::int64_t instant) { return instant < change ? 120 : 60; });

LocalTime wall(int hour, int minute) { return {20'000, (hour * 60 + minute) * 60}; }

}  // namespace

TEST_CASE("zone: where none is named the wall clock is all there is") {
  const LocalTime time = Zone().settle(wall(2, 30));
  CHECK(time.offset == 0);
  CHECK(time.clock == Clock::wall);
  CHECK(minute_of(time) == 20'000 * 1440 + 150);
}

TEST_CASE("zone: clocks put on leave out an hour, which lies between two minutes") {
  CHECK(minute_of(put_on.settle(wall(1, 59))) == change - 1);
  CHECK(minute_of(put_on.settle(wall(3, 0))) == change);
  CHECK(minute_of(put_on.settle(wall(2, 30))) == change + 30);  // a clock that was not put on
  CHECK(put_on.local(change - 1) == wall(1, 59));
  CHECK(put_on.local(change) == wall(3, 0));
  CHECK_FALSE(put_on.is_doubled(change));
}

TEST_CASE("zone: clocks put back show an hour twice") {
  CHECK(put_back.settle(wall(1, 59)).clock == Clock::wall);
  CHECK(minute_of(put_back.settle(wall(1, 59))) == change - 61);
  CHECK(put_back.settle(wall(2, 0)).clock == Clock::twice);
  CHECK(put_back.settle(wall(2, 59)).clock == Clock::twice);
  CHECK(minute_of(put_back.settle(wall(2, 0))) == change - 60);  // the first one
  CHECK(put_back.settle(wall(3, 0)).clock == Clock::wall);
  CHECK(minute_of(put_back.settle(wall(3, 0))) == change + 60);
  for (std::int64_t instant = change - 120; instant < change + 120; ++instant)
    CHECK(put_back.is_doubled(instant) == (instant >= change - 60 && instant < change + 60));
}

TEST_CASE("zone: what knows its instant, or has no date, stays as it is") {
  const LocalTime second = put_back.local(change + 30);
  CHECK(second == wall(2, 30));
  CHECK(second.clock == Clock::instant);
  CHECK(minute_of(put_back.settle(second)) == change + 30);
  CHECK_FALSE(put_back.settle({LocalTime::no_day, 9000}).dated());
}

TEST_CASE("record: between two times lies what lies between their instants, where these are known") {
  const auto seconds = [](LocalTime from, LocalTime to) { return seconds_between(from, to).count(); };
  CHECK(seconds(put_on.local(change - 1), put_on.local(change)) == 60);
  CHECK(seconds(put_back.local(change - 1), put_back.local(change)) == 60);
  CHECK(seconds(put_back.settle(wall(2, 30)), put_back.local(change + 31)) == 60);  // either of two: by the wall
  CHECK(minute_of(later(put_back.local(change - 1), 120)) == change + 1);
}
