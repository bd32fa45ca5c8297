// SPDX-License-Identifier: MIT
#include "base/hex.hpp"

#include <doctest/doctest.h>

using namespace pos;

TEST_CASE("hex: any bytes come back, and what is none is told") {
  const std::string bytes("\0\xff\x7f", 3);
  CHECK(to_hex(bytes) == "00ff7f");
  CHECK(from_hex("00ff7f") == bytes);
  CHECK(!from_hex("a"));
  CHECK(!from_hex("0g"));
}
