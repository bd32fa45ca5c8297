// SPDX-License-Identifier: MIT
#include "base/percent.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pos;

TEST_CASE("percent: every byte comes back, and what stands plain is what RFC 3986 leaves unreserved") {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  CHECK(percent_decoded(percent_encoded(all)) == all);
  CHECK(percent_encoded("aZ09-._~") == "aZ09-._~");
  CHECK(percent_encoded("merchant=m 1+\xC3\xA9") == "merchant%3Dm%201%2B%C3%A9");
}

TEST_CASE("percent: a plus is a blank, digits may be small, half a code is none") {
  CHECK(percent_decoded("a+b%2fc") == "a b/c");
  CHECK(percent_decoded("") == "");
  for (const char* bad : {"%", "%2", "a%2", "%zz", "%2g"}) CHECK_FALSE(percent_decoded(bad));
}
