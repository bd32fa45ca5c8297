// SPDX-License-Identifier: MIT
#include "model/monitor/fall.hpp"

#include <doctest/doctest.h>

using namespace pos::model;

TEST_CASE("fall: goes on until seven tenths of what was expected have come") {
  Fall fall{MonitorParameters{}};
  fall.hit(Side::below);
  CHECK(fall.on());
  CHECK(fall.holds(6, 10, 300));        // 6 of 10
  CHECK(fall.holds(7, 10, 300));        // 13 of 20
  CHECK_FALSE(fall.holds(9, 10, 300));  // 22 of 30: 0.7 x 30 = 21
}

TEST_CASE("fall: fewer than three transactions show nothing") {
  Fall fall{MonitorParameters{}};
  fall.hit(Side::below);
  CHECK(fall.holds(2, 0.1, 300));
  CHECK_FALSE(fall.holds(1, 0.1, 300));
}

TEST_CASE("fall: nothing is held while nothing is expected") {
  Fall fall{MonitorParameters{}};
  fall.hit(Side::below);
  CHECK(fall.holds(0, 1, 20));
  CHECK_FALSE(fall.holds(0, 1, 19.9));  // prior_count
}

TEST_CASE("fall: a rise is none, and ends one") {
  Fall fall{MonitorParameters{}};
  fall.hit(Side::below);
  fall.hit(Side::above);
  CHECK_FALSE(fall.on());
}

TEST_CASE("fall: once accepted, only another level is news") {
  Fall fall{MonitorParameters{}};
  CHECK(fall.is_news(60, 600));
  fall.accept(60, 600);
  CHECK_FALSE(fall.is_news(72, 600));
  CHECK_FALSE(fall.is_news(24, 600));
  CHECK(fall.is_news(23, 600));  // contrast: 2.5
  CHECK(fall.is_news(0, 600));
  CHECK_FALSE(fall.is_news(0, 90));  // 9 at that level: fewer than prior_count / 2
  fall.hit(Side::below);
  fall.clear();
  CHECK(fall.is_accepted());
  fall.end_acceptance();
  CHECK(fall.is_news(60, 600));
  fall.accept(2, 600);  // next to nothing is no level
  CHECK(fall.is_news(2, 600));
  CHECK(fall.is_news(60, 600));
}
