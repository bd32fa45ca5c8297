// SPDX-License-Identifier: MIT
#include "base/record.hpp"

#include <doctest/doctest.h>

using namespace pos;

TEST_CASE("to_date_time: local seconds as a date and a clock, before 1970 too") {
  CHECK(to_date_time(0) == "1970-01-01 00:00:00");
  CHECK(to_date_time(1'773'066'667) == "2026-03-09 14:31:07");  // date -u -d @1773066667
  CHECK(to_date_time(-1) == "1969-12-31 23:59:59");
  CHECK(to_date_time(253'402'300'799) == "9999-12-31 23:59:59");
  CHECK(to_date_time(253'402'300'800) == "10000-01-01 00:00:00");
}

TEST_CASE("minute_begin: the minute a second belongs to, before 1970 too") {
  CHECK(minute_begin(61) == 60);
  CHECK(minute_begin(60) == 60);
  CHECK(minute_begin(-1) == -60);
}

TEST_CASE("Period: half open") {
  const Period hour{3600, 7200};
  CHECK(hour.holds(3600));
  CHECK_FALSE(hour.holds(7200));
}
