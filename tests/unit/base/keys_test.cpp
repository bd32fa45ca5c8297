// SPDX-License-Identifier: MIT
#include "base/keys.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

using namespace pos;

TEST_CASE("the keys of a row are found by name and by column") {
  const std::array<std::string, 3> columns = {"merchant", "acquirer", "mer"};
  const std::array<std::string_view, 3> values = {"m17", "", "x=y"};
  const std::string keys = join_keys(columns, values);

  CHECK(has_key(keys, "merchant=m17"));
  CHECK(has_key(keys, key_name("mer", "x=y")));
  CHECK_FALSE(has_key(keys, "merchant=m1"));
  CHECK_FALSE(has_key(keys, "acquirer="));
  CHECK(value_in_keys(keys, "merchant") == "m17");
  CHECK(value_in_keys(keys, "mer") == "x=y");
  CHECK(value_in_keys(keys, "acquirer").empty());
  CHECK(column_of_key("mer=x=y") == "mer");
  CHECK_FALSE(has_key("", "merchant=m17"));
  std::string_view rest = keys;
  CHECK(take_key(rest) == "merchant=m17");
  CHECK(take_key(rest) == "mer=x=y");
  CHECK(rest.empty());
}
