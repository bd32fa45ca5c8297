// SPDX-License-Identifier: MIT
#include "cli/bad_rows.hpp"

#include <doctest/doctest.h>

using pos::cli::kind_of_bad_row;

TEST_CASE("kind_of_bad_row: the reason without the value") {
  CHECK(kind_of_bad_row("count is empty") == "count is empty");
  CHECK(kind_of_bad_row("time '14:3' is not a time") == "time ... is not a time");
  CHECK(kind_of_bad_row("status 'it's 7' has a control character") == "status ... has a control character");
  CHECK(kind_of_bad_row("count -12 is negative") == kind_of_bad_row("count -3 is negative"));
  CHECK(kind_of_bad_row("count 9007199254740993 is above 2^53") == "count N is above N^N");
  CHECK(kind_of_bad_row("count is {\"a\":\"}\"}, no text and no whole number") ==
        kind_of_bad_row("count is [1,2], no text and no whole number"));
  CHECK(kind_of_bad_row("07h is there already, in line 12") == "Nh is there already, in line N");
  CHECK(kind_of_bad_row("") == "");
}

TEST_CASE("kind_of_bad_row: what is wrong with a field is not mixed up") {
  CHECK(kind_of_bad_row("status 'x' is longer than 64 bytes") != kind_of_bad_row("status 'x' has a control character"));
  CHECK(kind_of_bad_row("too few cells, the header has 3") != kind_of_bad_row("too many cells, the header has 3"));
}
