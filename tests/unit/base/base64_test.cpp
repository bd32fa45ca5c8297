// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "base/base64.hpp"

namespace pos {
namespace {

TEST_CASE("base64: the bytes of RFC 4648, 10, with their padding and without") {
  CHECK(decode_base64("").value_or("none").empty());
  CHECK(decode_base64("Zg==").value_or("none") == "f");
  CHECK(decode_base64("Zm8").value_or("none") == "fo");
  CHECK(decode_base64("Zm9vYmFy").value_or("none") == "foobar");
}

TEST_CASE("base64: text with another character is none") {
  CHECK_FALSE(decode_base64("Zm9v YmFy").has_value());
  CHECK_FALSE(decode_base64("Zm=9v").has_value());
  CHECK_FALSE(decode_base64("-_").has_value());
}

}  // namespace
}  // namespace pos
