// SPDX-License-Identifier: MIT
// tests/compare-describe does the same for 1,000 random columns, against pandas itself.
#include "base/description.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

using namespace pos;
using doctest::Approx;

TEST_CASE("description: one value has no deviation, and is its own quartiles") {
  const Description d = describe(std::vector{7.5});
  CHECK(d.count == 1);
  CHECK(std::isnan(d.std));
  CHECK(d.q25 == 7.5);
  CHECK(d.q75 == 7.5);
}

TEST_CASE("description: quartiles lie between neighbours as numpy puts them, to the last digit") {
  // numpy 1.24.2: quantile([0.1, 0.4], 0.75). From the lower neighbour it would be 0.32500000000000007.
  CHECK(describe(std::vector{0.4, 0.1}).q75 == 0.325);
}

TEST_CASE("description: large numbers that differ little keep their deviation") {
  // deviations -1, 0, 1: variance 1. One pass over squares of 1e15 would have no digit left.
  CHECK(describe(std::vector{1e15, 1e15 + 1, 1e15 + 2}).std == 1.0);
}

TEST_CASE("frequencies: whole numbers counted are described as the same numbers one by one") {
  std::mt19937 bits(20260309);
  for (const std::size_t rows : {1, 2, 3, 4, 5, 101, 1000}) {
    Frequencies frequencies;
    std::vector<double> values;
    for (std::size_t row = 0; row < rows; ++row) {
      const auto value = static_cast<std::int64_t>(bits() % 40);
      frequencies.add(value);
      values.push_back(static_cast<double>(value));
    }
    const Description counted = frequencies.describe(), one_by_one = describe(values);
    CHECK(counted.count == one_by_one.count);
    CHECK(counted.mean == one_by_one.mean);
    CHECK((rows == 1 ? std::isnan(counted.std) : counted.std == Approx(one_by_one.std).epsilon(1e-12)));
    CHECK(counted.min == one_by_one.min);
    CHECK(counted.q25 == one_by_one.q25);
    CHECK(counted.q50 == one_by_one.q50);
    CHECK(counted.q75 == one_by_one.q75);
    CHECK(counted.max == one_by_one.max);
  }
}

TEST_CASE("frequencies: counts that fill all of a number are described, too") {
  Frequencies frequencies;
  for (const std::int64_t value : {INT64_MAX, INT64_MAX, std::int64_t{0}}) frequencies.add(value);
  const Description d = frequencies.describe();
  CHECK(d.q50 == static_cast<double>(INT64_MAX));
  CHECK(d.mean == Approx(static_cast<double>(INT64_MAX) / 3 * 2));
}
