// SPDX-License-Identifier: MIT
// tests/compare-describe does the same for 1,000 random columns, against pandas itself.
#include "checkout/describe.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "unit/checkout/tables.hpp"

using namespace pos;
using namespace pos::checkout;
using doctest::Approx;

TEST_CASE("checkout describe: a day's sales as pandas describes them") {
  // pandas 1.5.3: read_csv('examples/data/checkout-1.csv').today.describe()
  const Description d = describe(first_example().find("today")->values);
  CHECK(d.count == 24);
  CHECK(d.mean == Approx(18.0).epsilon(1e-12));
  CHECK(d.std == Approx(14.218787326754637).epsilon(1e-12));
  CHECK(d.min == 0.0);
  CHECK(d.q25 == 3.25);
  CHECK(d.q50 == 21.5);
  CHECK(d.q75 == 31.0);
  CHECK(d.max == 38.0);
}

TEST_CASE("checkout describe: one value has no deviation, and is its own quartiles") {
  const Description d = describe(std::vector{7.5});
  CHECK(d.count == 1);
  CHECK(std::isnan(d.std));
  CHECK(d.q25 == 7.5);
  CHECK(d.q75 == 7.5);
}

TEST_CASE("checkout describe: quartiles lie between neighbours as numpy puts them, to the last digit") {
  // numpy 1.24.2: quantile([0.1, 0.4], 0.75). From the lower neighbour it would be 0.32500000000000007.
  CHECK(describe(std::vector{0.4, 0.1}).q75 == 0.325);
}

TEST_CASE("checkout describe: large numbers that differ little keep their deviation") {
  // deviations -1, 0, 1: variance 1. One pass over squares of 1e15 would have no digit left.
  CHECK(describe(std::vector{1e15, 1e15 + 1, 1e15 + 2}).std == 1.0);
}

TEST_CASE("checkout: a column is an average by its numbers or by its name") {
  CHECK(kind_of({"today", {0, 3, 12}}) == Kind::count);
  CHECK(kind_of({"today", {0, 3, 12.5}}) == Kind::average);
  CHECK(kind_of({"avg_last_week", {0, 3, 12}}) == Kind::average);
}
