// SPDX-License-Identifier: MIT
#include "read/json_members.hpp"

#include <doctest/doctest.h>

using namespace pos::read;

TEST_CASE("json members: texts, whole numbers, true and false; null is as if it were not there") {
  const JsonMembers read =
      json_members(R"({"author":"Zo\u00e9 \"z\"","incident":202603091017,"replace":true,"x":null})");
  CHECK(read.problem.empty());
  CHECK(read.values.size() == 3);
  CHECK(read.values.at("author") == "Zoé \"z\"");
  CHECK(read.values.at("incident") == "202603091017");
  CHECK(read.values.at("replace") == "true");
}

TEST_CASE("json members: what is none of that is told") {
  CHECK(json_members("").problem.starts_with("not JSON: "));
  CHECK(json_members("{\"a\":").problem.starts_with("not JSON: "));
  CHECK(json_members("[1]").problem == "not a JSON object");
  CHECK(json_members("{\"a\":[1]}").problem == "a is not a text, a whole number, true or false");
  CHECK(json_members("{\"a\":1.5}").problem == "a is not a text, a whole number, true or false");
  CHECK(json_members("{\"a\":1,\"a\":2}").problem == "a comes twice");
  CHECK(json_members("{\"a\":\"\xff\"}").problem.starts_with("not JSON: "));
}
