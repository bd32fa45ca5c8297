// SPDX-License-Identifier: MIT
#include "model/monitor/status_names.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace pos::model;

TEST_CASE("status_names: numbers follow the order of first appearance") {
  StatusNames names;
  CHECK(names.id("denied") == 0);
  CHECK(names.id("approved") == 1);
  CHECK(names.id("denied") == 0);
  CHECK(names.name(1) == "approved");
}

TEST_CASE("status_names: the 1001st name and all later ones share (other)") {
  StatusNames names;
  for (int j = 0; j < 1000; ++j) CHECK(names.id("s" + std::to_string(j)) < 1000);
  CHECK(names.id("one more") == 1000);
  CHECK(names.id("and another") == 1000);
  CHECK(names.name(1000) == "(other)");
  CHECK(names.id("s999") == 999);
  CHECK(names.size() == 1001);
}

TEST_CASE("status_names: a status that is really called (other) is that one") {
  StatusNames names;
  CHECK(names.id("(other)") == 0);
  for (int j = 0; j < 1000; ++j) (void)names.id("s" + std::to_string(j));
  CHECK(names.id("one more") == 0);
  CHECK(names.size() == 1000);
}

TEST_CASE("status_names: what is no status name is refused") {
  StatusNames names;
  CHECK_THROWS_AS((void)names.id(""), std::invalid_argument);
  CHECK_THROWS_AS((void)names.id("a\nb"), std::invalid_argument);
  CHECK_THROWS_AS((void)names.id("a\x7f"), std::invalid_argument);
  CHECK_THROWS_AS((void)names.id(std::string(65, 'x')), std::invalid_argument);
  CHECK(names.size() == 0);
  CHECK(names.id(std::string(64, 'x')) == 0);
  CHECK(names.id("não autorizado") == 1);
}
