// SPDX-License-Identifier: MIT
#include "model/monitor/gamma_level.hpp"

#include <doctest/doctest.h>

using namespace pos::model;
using doctest::Approx;

TEST_CASE("gamma_level: without evidence it is its prior") {
  const GammaLevel level(10);
  CHECK(level.mean(1.5, 20) == Approx(1.5));
  CHECK(level.spread2(20) == Approx(1.0 / 20));
}

TEST_CASE("gamma_level: evidence and prior are weighed by transactions") {
  GammaLevel level(10);
  level.learn(60, 30);
  CHECK(level.mean(1.0, 20) == Approx(80.0 / 50));  // (60 + 20 x 1) / (30 + 20)
  CHECK(level.spread2(20) == Approx(1.0 / 80));
}

TEST_CASE("gamma_level: a half life halves what was learned") {
  GammaLevel level(2);
  level.learn(16, 8);
  level.learn(0, 0);
  level.learn(0, 0);
  CHECK(level.mean(0.0, 1) == Approx(8.0 / 5));  // (16 / 2) / (8 / 2 + 1)
  level.restart();
  CHECK(level.mean(1.0, 1) == Approx(1.0));
}
