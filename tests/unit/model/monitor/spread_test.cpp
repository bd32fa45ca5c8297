// SPDX-License-Identifier: MIT
#include "model/monitor/spread.hpp"

#include <doctest/doctest.h>

#include "shop.hpp"

using namespace pos::model;
using doctest::Approx;

TEST_CASE("spread: the prior grows with the window up to ten minutes") {
  const Spread spread{MonitorParameters{}};
  CHECK(spread.at(0) == Approx(0.16 * 0.1));  // spread_prior^2 x min(1, window / 10)
  CHECK(spread.at(1) == Approx(0.16 * 0.3));
  CHECK(spread.at(2) == Approx(0.16));
  CHECK(spread.at(3) == Approx(0.16));
}

TEST_CASE("spread: Poisson counts bring a frequent status to the floor") {
  Spread spread{MonitorParameters{}};
  test::Noise noise(3);
  for (int t = 0; t < 1440; ++t) {
    spread.learn(0, static_cast<double>(noise.poisson(100)), 100, 0.0);
  }
  CHECK(spread.at(0) < 0.005);  // true excess is 0; floor 0.0016
  CHECK(spread.at(0) >= 0.04 * 0.04);
}

TEST_CASE("spread: one wild count counts as two standard deviations") {
  Spread wild{MonitorParameters{}};
  Spread two_sigma{MonitorParameters{}};
  wild.learn(0, 1e6, 100, 0.0);
  two_sigma.learn(0, 100 + 2 * std::sqrt(100 + 0.016 * 100 * 100), 100, 0.0);
  CHECK(wild.at(0) == Approx(two_sigma.at(0)));
}

TEST_CASE("spread: a rare status keeps its prior for days, and the longer the window the longer") {
  Spread spread{MonitorParameters{}};
  for (int t = 0; t < 3 * 1440; ++t) {
    spread.learn(0, t % 20 == 0 ? 1 : 0, 0.05, 0.0);
    spread.learn(3, 1, 1, 0.0);
  }
  CHECK(spread.at(0) == Approx(0.016).epsilon(0.05));
  // The prior's weight is weak_count^2 = 25 there, and 1 is what three days have nearly reached.
  CHECK(spread.at(3) == Approx(0.16 * 25 / (25 + 1 - 0.125)).epsilon(0.001));
}

TEST_CASE("spread: the data of short windows are believed sooner") {
  // The prior weighs weak_count^2 x window / 30; a day of means of 1 has the weight 1/2.
  Spread spread{MonitorParameters{}};
  for (int t = 0; t < 1440; ++t) {
    for (std::size_t w = 0; w < windows.size(); ++w) spread.learn(w, 1, 1, 0.0);
  }
  CHECK(spread.at(0) == Approx(0.016 * (25.0 / 30) / (25.0 / 30 + 0.5)));
  CHECK(spread.at(1) == Approx(0.048 * 2.5 / (2.5 + 0.5)));
  CHECK(spread.at(3) == Approx(0.16 * 25 / (25 + 0.5)));
}

TEST_CASE("spread: all windows at once learn what one after the other does, to the last bit") {
  Spread at_once{MonitorParameters{}};
  Spread one_by_one{MonitorParameters{}};
  test::Noise noise(4);
  for (int t = 0; t < 3000; ++t) {
    PerWindow count{};
    PerWindow mean{};
    for (std::size_t w = 0; w < windows.size(); ++w) {
      mean[w] = windows[w] * (1e-4 + static_cast<double>(noise.below(100)) / 7.0);
      count[w] = static_cast<double>(noise.poisson(mean[w] * (noise.below(20) == 0 ? 3 : 1)));
      one_by_one.learn(w, count[w], mean[w], 0.01);
    }
    at_once.learn(count, mean, 0.01);
    REQUIRE(at_once.all() == one_by_one.all());
  }
}
