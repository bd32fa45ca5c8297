// SPDX-License-Identifier: MIT
#include "model/monitor/parameters.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <stdexcept>

using namespace pos::model;

TEST_CASE("parameters: the threshold is the budget's") {
  MonitorParameters p;
  CHECK(p.threshold() == doctest::Approx(0.30103).epsilon(1e-5));  // log10(2)
  p.budget = 0.01;
  CHECK(p.threshold() == doctest::Approx(2.0));
}

TEST_CASE("parameters: defaults pass, nonsense is refused") {
  CHECK_NOTHROW(check(MonitorParameters{}));
  const auto refused = [](auto change) {
    MonitorParameters p;
    change(p);
    CHECK_THROWS_AS(check(p), std::invalid_argument);
  };
  refused([](auto& p) { p.budget = 0.0; });
  refused([](auto& p) { p.budget = std::numeric_limits<double>::quiet_NaN(); });
  refused([](auto& p) { p.budget = std::numeric_limits<double>::infinity(); });
  refused([](auto& p) { p.level_half_life = 0; });
  refused([](auto& p) { p.prior_count = 0.0; });
  refused([](auto& p) { p.spread_floor = 0.0; });
  refused([](auto& p) { p.contrast = 0.5; });
  refused([](auto& p) { p.max_pause = 0; });
  refused([](auto& p) { p.volume = ""; });
  refused([](auto& p) { p.volume = "two\nlines"; });
}
