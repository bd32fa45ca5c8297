// SPDX-License-Identifier: MIT
#include "model/monitor/calendar.hpp"

#include <doctest/doctest.h>

#include "base/local_time.hpp"

using namespace pos::model;

TEST_CASE("calendar: days and clocks round down, also before day 0") {
  CHECK(day_of(0) == 0);
  CHECK(day_of(1439) == 0);
  CHECK(day_of(1440) == 1);
  CHECK(day_of(-1) == -1);
  CHECK(day_of(-1440) == -1);
  CHECK(day_of(-1441) == -2);
  CHECK(minute_of_day(-1) == 1439);
  CHECK(minute_of_day(-1440) == 0);
  CHECK(minute_of_day(2885) == 5);
  CHECK(minute_of_day(-max_minute) == 0);
}

TEST_CASE("local_time: a clock alone has no day") {
  CHECK_FALSE(pos::LocalTime{}.dated());
  CHECK(pos::LocalTime{0, 3599}.dated());
  CHECK(pos::LocalTime{0, 3599}.minute_of_day() == 59);
}
