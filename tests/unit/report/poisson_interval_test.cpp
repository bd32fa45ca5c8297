// SPDX-License-Identifier: MIT
#include "report/poisson_interval.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using pos::report::Interval;
using pos::report::poisson_interval;

// Halves of chi-squared quantiles as tables have them: 2.5 % of 2 n degrees of freedom, 97.5 % of 2 n + 2.
TEST_CASE("poisson interval: it is Garwood's") {
  const auto check = [](std::int64_t count, double low, double high) {
    const Interval interval = poisson_interval(count);
    CHECK(interval.low == doctest::Approx(low).epsilon(1e-5));
    CHECK(interval.high == doctest::Approx(high).epsilon(1e-5));
  };
  check(0, 0, 3.688879);
  check(1, 0.02531781, 5.571643);
  check(2, 0.2422093, 7.224688);
  check(3, 0.6186721, 8.767273);
  check(10, 4.795389, 18.39036);
  check(100, 81.36399, 121.6268);
}

TEST_CASE("poisson interval: large counts end") {
  const Interval interval = poisson_interval(1'000'000);
  CHECK(interval.low == doctest::Approx(998041).epsilon(1e-5));  // n -+ 1.96 sqrt(n), and half a step
  CHECK(interval.high == doctest::Approx(1001962).epsilon(1e-5));
  CHECK_THROWS_AS(static_cast<void>(poisson_interval(-1)), std::invalid_argument);
}
