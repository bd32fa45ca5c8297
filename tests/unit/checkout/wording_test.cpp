// SPDX-License-Identifier: MIT
#include "checkout/wording.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace pos::checkout;

TEST_CASE("checkout wording: hours in a row are a range") {
  CHECK(hour_ranges(std::vector{15, 16, 17}) == "15h-17h");
  CHECK(hour_ranges(std::vector{7}) == "07h");
  CHECK(hour_ranges(std::vector{0, 1, 4, 22, 23}) == "00h-01h, 04h and 22h-23h");
}

TEST_CASE("checkout wording: probabilities read as one in so many, to two digits") {
  CHECK(once_in(0.034) == "once in 29");
  CHECK(once_in(0.002) == "once in 500");
  CHECK(once_in(0.00083) == "once in 1,200");
  CHECK(once_in(2.97e-6) == "once in 340,000");
  CHECK(once_in(1.84e-8) == "once in 54 million");
  CHECK(once_in(2.4e-11) == "once in 42 billion");
  CHECK(once_in(1.0) == "once in 1");
  CHECK(once_in(0.0) == "less than once in 1000 trillion");
}

TEST_CASE("checkout wording: counts are whole, averages have two decimals, per cent one") {
  CHECK(number(526) == "526");
  CHECK(number(371.588) == "371.59");
  CHECK(expected_number(43.45) == "43.5");
  CHECK(expected_number(0.42) == "0.42");
  CHECK(change(523, 526) == "+0.6%");
  CHECK(change(526, 427) == "-18.8%");
  CHECK(change(10000, 9999) == "0.0%");  // and not -0.0
}
