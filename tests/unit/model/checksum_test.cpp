// SPDX-License-Identifier: MIT
#include "model/checksum.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/error.hpp"

using namespace pos;

TEST_CASE("checksum: is that of FIPS 180-4") {
  CHECK(model::sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // its example
}

TEST_CASE("checksum: a text that lacks a byte, or has another, is none") {
  std::string text = "one\ntwo\n";
  model::append_checksum(text);
  CHECK(model::check_sum(text, "file") == "one\ntwo\n");
  for (std::size_t size = 0; size < text.size(); ++size)
    CHECK_THROWS_AS(static_cast<void>(model::check_sum(text.substr(0, size), "file")), Error);
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string edited = text;
    edited[at] ^= 1;
    CHECK_THROWS_AS(static_cast<void>(model::check_sum(edited, "file")), Error);
  }
}
