// SPDX-License-Identifier: MIT
#include "checkout/describe.hpp"

#include <doctest/doctest.h>

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

TEST_CASE("checkout: a column is an average by its numbers or by its name") {
  CHECK(kind_of({"today", {0, 3, 12}}) == Kind::count);
  CHECK(kind_of({"today", {0, 3, 12.5}}) == Kind::average);
  CHECK(kind_of({"avg_last_week", {0, 3, 12}}) == Kind::average);
  CHECK(kind_of({"today", {0, 3, 12.5}}, true) == Kind::amount);
  CHECK(kind_of({"avg_last_week", {0, 3, 12}}, true) == Kind::average);
}
