// SPDX-License-Identifier: MIT
#include "model/monitor/negative_binomial.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <limits>

using namespace pos::model;
using doctest::Approx;

TEST_CASE("log_incomplete_beta agrees with scipy.special.betainc") {
  CHECK(log_incomplete_beta(2.5, 3.5, 0.3, 0.7) == Approx(-1.2148551720951903).epsilon(1e-9));
  CHECK(log_incomplete_beta(151, 20, 0.6, 0.4) == Approx(-37.143782530439616).epsilon(1e-9));
  CHECK(log_incomplete_beta(3, 0.2, 0.99, 0.01) == Approx(-0.74182195020666).epsilon(1e-9));
  CHECK(log_incomplete_beta(1000, 25, 0.9, 0.1) == Approx(-49.08363877204475).epsilon(1e-9));
}

TEST_CASE("log_incomplete_beta is exact at the ends") {
  CHECK(log_incomplete_beta(2, 3, 0.0, 1.0) == -std::numeric_limits<double>::infinity());
  CHECK(log_incomplete_beta(2, 3, 1.0, 0.0) == 0.0);
}

TEST_CASE("surprise agrees with scipy.stats.nbinom") {
  CHECK(surprise(151, 43, 0.05, Side::above) == Approx(9.54207644851441).epsilon(1e-9));
  CHECK(surprise(0, 96, 0.02, Side::below) == Approx(23.26914257242091).epsilon(1e-9));
  CHECK(surprise(40, 12, 0.16, Side::above) == Approx(3.298033677186818).epsilon(1e-9));
  CHECK(surprise(5, 40, 0.04, Side::below) == Approx(6.220882870548935).epsilon(1e-9));
  CHECK(surprise(3, 0.05, 0.2, Side::above) == Approx(4.481834313323044).epsilon(1e-9));
}

TEST_CASE("surprise goes on where a probability would be zero") {
  // the reference of docs/monitor.md; scipy gives inf
  CHECK(surprise(20000, 100, 0.04, Side::above) == Approx(1875.5349251739176).epsilon(1e-9));
}

TEST_CASE("invariant 13: surprise tends to Poisson as spread2 vanishes") {
  // scipy.stats.poisson: 6.03377, 7.64640; at spread2 = 1e-7 the variance is off by 3e-6
  CHECK(surprise(60, 30, 0.0, Side::above) == Approx(6.0337705343218015).epsilon(1e-5));
  CHECK(surprise(5, 30, 0.0, Side::below) == Approx(7.646401339931906).epsilon(1e-5));
}

TEST_CASE("invariant 13: the two tails of a count add up to one") {
  // P(Y >= k) = I_{M/(M+r)}(k, r) and P(Y <= k-1) = I_{r/(M+r)}(r, k)
  for (const double mean : {0.3, 12.0, 450.0}) {
    for (const double r : {0.7, 6.25, 625.0}) {
      for (const double k : {1.0, 7.0, 300.0, 600.0}) {
        const double low = r / (mean + r);
        const double high = mean / (mean + r);
        const double above = std::exp(log_incomplete_beta(k, r, high, low));
        const double below = std::exp(log_incomplete_beta(r, k, low, high));
        CHECK(above + below == Approx(1.0).epsilon(1e-9));
      }
    }
  }
}

TEST_CASE("surprise is the normal tail below two standard deviations, and jumps there") {
  // scipy.stats.norm.logsf(1) = -0.79955 ln 10; variance 10 + 0.06 x 100 = 16, so 14 is z = 1
  CHECK(surprise(14, 10, 0.06, Side::above) == Approx(0.7995455414919704).epsilon(1e-12));
  CHECK(surprise(6, 10, 0.06, Side::below) == Approx(0.7995455414919704).epsilon(1e-12));
  // the reference of docs/monitor.md on both sides of z = 2
  const double two_sigma = 10 + 2 * std::sqrt(26.0);
  CHECK(surprise(two_sigma - 1e-9, 10, 0.16, Side::above) == Approx(1.643016).epsilon(1e-6));
  CHECK(surprise(two_sigma + 1e-9, 10, 0.16, Side::above) == Approx(1.337946).epsilon(1e-6));
}

TEST_CASE("surprise is 0 for a count on the other side") {
  CHECK(surprise(9, 10, 0.1, Side::above) == 0.0);
  CHECK(surprise(11, 10, 0.1, Side::below) == 0.0);
}

TEST_CASE("surprise has digits left at counts of 2^53") {
  // For large means Y / M is gamma distributed with shape 1 / spread2: scipy.stats.gamma
  const double huge = 0x1p53;
  CHECK(surprise(2.0 * huge, huge, 1 / 625.0, Side::above) == Approx(85.0887727).epsilon(1e-3));
  CHECK(surprise(0.5 * huge, huge, 1 / 625.0, Side::below) == Approx(53.9241540).epsilon(1e-3));
  CHECK(surprise(1.2 * huge, huge, 1 / 625.0, Side::above) == Approx(5.9155610).epsilon(2e-3));
  CHECK(surprise(3.0 * huge, huge, 1 / 25.0, Side::above) == Approx(11.1996113).epsilon(3e-3));
}

TEST_CASE("surprise does not jump where large arguments take another formula") {
  const double below = surprise(1.2 * 8.33e6, 8.33e6, 1 / 625.0, Side::above);  // count 9.996e6
  const double above = surprise(1.2 * 8.34e6, 8.34e6, 1 / 625.0, Side::above);  // count 10.008e6
  CHECK(below == Approx(above).epsilon(1e-6));
}

TEST_CASE("surprise stays finite for any finite input the monitor can have") {
  for (const double count : {0.0, 1e-4, 1.0, 0x1p53, 0x1p65}) {
    for (const double mean : {1e-4, 1.0, 0x1p53, 0x1p65}) {
      for (const double spread2 : {0.0, 1e-6, 0.2, 1e10, 1e38}) {
        CHECK(std::isfinite(surprise(count, mean, spread2, Side::above)));
        CHECK(std::isfinite(surprise(count, mean, spread2, Side::below)));
      }
    }
  }
}
