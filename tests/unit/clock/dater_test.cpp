// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "clock/dater.hpp"

using namespace pos;
using pos::clock::Dater;

namespace {

constexpr LocalTime at(int hour, int minute, std::int32_t day = LocalTime::no_day) {
  return {day, hour * 3600 + minute * 60};
}

}  // namespace

TEST_CASE("dater: the first row is on the first day, whatever its clock") {
  CHECK(Dater(100).date(at(0, 0)) == at(0, 0, 100));
  CHECK(Dater(100).date(at(23, 59)) == at(23, 59, 100));
}

TEST_CASE("dater: the first row is on the last day on which it is not ahead of the clock") {
  CHECK(Dater(at(0, 10, 100)).date(at(0, 9)).day == 100);
  CHECK(Dater(at(0, 10, 100)).date(at(1, 9)).day == 100);  // an hour ahead is near
  Dater night(at(0, 10, 100));
  CHECK(night.date(at(23, 50)).day == 99);
  CHECK(night.date(at(0, 5)).day == 100);
  CHECK(Dater(at(23, 30, 100)).date(at(23, 59)).day == 100);
}

TEST_CASE("dater: a clock that goes back by more than 12 hours is past midnight") {
  Dater dater(100);
  CHECK(dater.date(at(23, 59)).day == 100);
  CHECK(dater.date(at(0, 0)).day == 101);
  CHECK(dater.date(at(12, 0)).day == 101);
  CHECK(dater.date(at(23, 0)).day == 101);
  CHECK(dater.date(at(0, 1)).day == 102);
}

TEST_CASE("dater: a late row from before midnight belongs to the day before") {
  Dater dater(100);
  CHECK(dater.date(at(23, 59)).day == 100);
  CHECK(dater.date(at(0, 1)).day == 101);
  CHECK(dater.date(at(23, 58)).day == 100);
  CHECK(dater.date(at(0, 2)).day == 101);
}

TEST_CASE("dater: a row out of order by up to 12 hours stays on its day") {
  Dater dater(100);
  CHECK(dater.date(at(12, 0)).day == 100);
  CHECK(dater.date(at(0, 0)).day == 100);   // exactly 12 hours back
  CHECK(dater.date(at(12, 0)).day == 100);  // exactly 12 hours ahead
}

TEST_CASE("dater: a dated time passes through and says what day it is") {
  Dater dater(100);
  CHECK(dater.date(at(23, 0, 7)) == at(23, 0, 7));
  CHECK(dater.date(at(23, 30)).day == 7);
  CHECK(dater.date(at(0, 10)).day == 8);
}

TEST_CASE("dater: a second file that begins no later in the day is the next day's") {
  Dater dater(100);
  CHECK(dater.date(at(10, 0)).day == 100);
  dater.start_file();
  CHECK(dater.date(at(10, 0)).day == 101);
  dater.start_file();
  CHECK(dater.date(at(23, 0)).day == 101);  // goes on in the day, however late
}
