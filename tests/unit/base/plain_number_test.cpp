// SPDX-License-Identifier: MIT
#include "base/plain_number.hpp"

#include <doctest/doctest.h>

using namespace pos;

TEST_CASE("plain_number: as many digits as people read") {
  CHECK(plain_number(0) == "0");
  CHECK(plain_number(0.004) == "less than 0.01");
  CHECK(plain_number(0.012345) == "0.01");
  CHECK(plain_number(0.0949) == "0.09");
  CHECK(plain_number(0.095) == "0.1");
  CHECK(plain_number(1) == "1");
  CHECK(plain_number(4.84) == "4.8");
  CHECK(plain_number(9.96) == "10");
  CHECK(plain_number(10) == "10");
  CHECK(plain_number(100) == "100");
  CHECK(plain_number(1e6) == "1000000");
  CHECK(plain_number(1e17) == "100000000000000000");
}
