// SPDX-License-Identifier: MIT
#include "checkout/expected_count.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace pos::checkout;
using doctest::Approx;

TEST_CASE("expected count: tails agree with scipy.stats.nbinom") {
  const ExpectedCount count(30, 75);
  CHECK(count.at_most(12) == Approx(0.008410538421793807).epsilon(1e-9));
  CHECK(count.at_most(0) == Approx(1.0995116277760013e-08).epsilon(1e-9));
  CHECK(count.at_least(60) == Approx(0.0021364642716764346).epsilon(1e-9));
  CHECK(count.at_least(30) == Approx(0.4922998003423523).epsilon(1e-9));
  CHECK(count.at_least(0) == 1.0);
}

TEST_CASE("expected count: the interval is that of scipy.stats.nbinom") {
  // the smallest k with cdf(k) > p, the largest with sf(k - 1) > p
  const ExpectedCount count(30, 75);
  CHECK(count.lowest(0.001) == 9);
  CHECK(count.highest(0.001) == 62);
  CHECK(count.lowest(0.01) == 13);
  CHECK(count.highest(0.01) == 53);
  CHECK(count.lowest(0.2) == 23);
  CHECK(count.highest(0.2) == 37);
}

TEST_CASE("expected count: just outside of the interval is unlikely, its ends are not") {
  for (const double mean : {0.0, 0.04, 0.7, 3.0, 44.5, 1e4, 1e9, 1e15}) {
    CAPTURE(mean);
    for (const double p : {1e-6, 0.001, 0.3}) {
      CAPTURE(p);
      const ExpectedCount count(mean, mean + 0.05 * mean * mean);
      const double low = count.lowest(p), high = count.highest(p);
      CHECK(low <= high);
      CHECK(count.at_most(low) > p);
      CHECK(count.at_least(high) > p);
      if (low > 0) CHECK(count.at_most(low - 1) <= p);
      CHECK(count.at_least(high + 1) <= p);
    }
  }
}

TEST_CASE("expected count: one sale in an hour that never had one is no wonder") {
  // a mean of 0.05, Poisson: 1 - exp(-0.05)
  CHECK(ExpectedCount(0, 0).at_least(1) == Approx(0.0487705755).epsilon(1e-4));
}

TEST_CASE("normal quantile agrees with scipy.stats.norm.ppf") {
  CHECK(normal_quantile(0.5) == Approx(0.0).epsilon(1e-12));
  CHECK(normal_quantile(0.8) == Approx(0.8416212335729143).epsilon(1e-12));
  CHECK(normal_quantile(0.05) == Approx(-1.6448536269514729).epsilon(1e-12));
  CHECK(normal_quantile(1e-15) == Approx(-7.941345326170998).epsilon(1e-12));
  CHECK(normal_probability(normal_quantile(0.975)) == Approx(0.975).epsilon(1e-12));
}
