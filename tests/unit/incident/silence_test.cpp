// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "incident/state.hpp"

using namespace pos;
using namespace pos::incident;

namespace {

constexpr LocalSeconds one_hour = 3600;
constexpr LocalSeconds one_day = 24 * one_hour;
constexpr LocalSeconds monday = 1'773'014'400;  // date -ud 2026-03-09 +%s
constexpr int saturday = 1 << 5;
constexpr int sunday = 1 << 6;

}  // namespace

TEST_CASE("silence: once by the clock on the wall") {
  const WallSpan span{monday + 2 * one_hour, one_hour, 0};
  CHECK_FALSE(span.covers(monday + 2 * one_hour - 1));
  CHECK(span.covers(monday + 2 * one_hour));
  CHECK(span.covers(monday + 3 * one_hour - 1));
  CHECK_FALSE(span.covers(monday + 3 * one_hour));
  CHECK_FALSE(span.covers(monday + one_day + 2 * one_hour));
  CHECK(span.begin_of(monday) == monday + 2 * one_hour);
  CHECK(span.begin_of(monday + 3 * one_hour) == std::nullopt);
}

TEST_CASE("silence: every day from the first on") {
  const WallSpan span{monday + 2 * one_hour, one_hour, WallSpan::every_day};
  CHECK_FALSE(span.covers(monday - one_day + 2 * one_hour));
  CHECK(span.covers(monday + 2 * one_hour));
  CHECK(span.covers(monday + 100 * one_day + 2 * one_hour + 1));
  CHECK_FALSE(span.covers(monday + 100 * one_day + one_hour));
  CHECK(span.begin_of(monday + 3 * one_hour) == monday + one_day + 2 * one_hour);
}

TEST_CASE("silence: on some days, over midnight, by the day it begins") {
  const WallSpan span{monday + 23 * one_hour, 2 * one_hour, saturday | sunday};
  CHECK(span.begin_of(monday) == monday + 5 * one_day + 23 * one_hour);
  CHECK_FALSE(span.covers(monday + 5 * one_day + 30 * 60));  // Saturday 00:30: Friday has none
  CHECK(span.covers(monday + 6 * one_day + 30 * 60));        // Sunday 00:30
  CHECK(span.covers(monday + 7 * one_day + 30 * 60));        // Monday 00:30, of Sunday's
  CHECK_FALSE(span.covers(monday + 8 * one_day + 30 * 60));  // Tuesday
  CHECK(span.begin_of(monday + 7 * one_day + one_hour) == monday + 12 * one_day + 23 * one_hour);
}

TEST_CASE("silence: a whole day, again and again, leaves no second out") {
  const WallSpan span{monday + 5 * one_hour, one_day, WallSpan::every_day};
  for (LocalSeconds time = monday + 5 * one_hour; time < monday + 3 * one_day; time += one_hour)
    CHECK(span.covers(time));
}

TEST_CASE("silence: by the clock on the wall only between its begin and its end") {
  Silence silence;
  silence.begin = 100;
  silence.end = 200;
  silence.span = WallSpan{monday, one_hour, WallSpan::every_day};
  CHECK(silence.active(100, monday));
  CHECK_FALSE(silence.active(100, monday + one_hour));
  CHECK_FALSE(silence.active(99, monday));
  CHECK_FALSE(silence.active(200, monday));
}

TEST_CASE("silence: days before 1970 have their names, too") {
  // 1969-12-31 was a Wednesday.
  CHECK(WallSpan{-one_day, one_hour, 1 << 2}.covers(-one_day + 1));
  CHECK_FALSE(WallSpan{-one_day, one_hour, 1 << 3}.covers(-one_day + 1));
}
