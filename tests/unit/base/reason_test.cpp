// SPDX-License-Identifier: MIT
#include "base/reason.hpp"

#include <doctest/doctest.h>

using namespace pos;

TEST_CASE("reason: what is taken as normal says at which level, and is found again") {
  const std::string fall = "below: 61 in 30 min, 600 expected" + taken_as_normal(0.1017, "the week");
  CHECK(fall == "below: 61 in 30 min, 600 expected; taken as normal from now on: 10 % of what the week taught");
  CHECK(taken_as_normal_at(fall) == "10 % of what the week taught");
  CHECK(taken_as_normal(3.14, "the week") == "; taken as normal from now on: 3.1 times what the week taught");
  CHECK(taken_as_normal(1.6, "the week") == "; taken as normal from now on: 160 % of what the week taught");
  CHECK(taken_as_normal_at("below: 61 in 30 min, 600 expected").empty());
  CHECK(taken_as_normal_at("").empty());
}

TEST_CASE("reason: a business that did not open says what was to be expected, and is found again") {
  const std::string reason = did_not_open("21:00 yesterday", 412.4, "09:00");
  CHECK(reason == "did not open: nothing since 21:00 yesterday, 412 expected since 09:00");
  CHECK(expected_since_opening(reason) == 412);
  CHECK(expected_since_opening(reason + taken_as_normal(0, "the week")) == 412);
}

TEST_CASE("reason: what was expected a minute") {
  CHECK(expected_a_minute("below: 56 in 30 min, 360 expected, by chance about once a day") == 12);
  CHECK(expected_a_minute("below: 1 in 1 min, 4.8 expected, not over yet") == 4.8);
  CHECK(expected_a_minute("no data since 23:47, 96 expected in 3 min") == 32);
  CHECK(expected_a_minute("below: 60 in 10 min, 320 expected, not over yet; no data since 02:07") == 32);
  for (const char* text : {"", "above: 56 in 30 min, 3 expected", "below: ", "below: 1 in 0 min, 4 expected",
                           "below: 1 in x min, 4 expected", "below: 1 in 30 min, less than 0.01 expected",
                           "no data since 10:00, 1e999 expected in 3 min", "no data since 10:00, -4 expected in 3 min"}) {
    CAPTURE(text);
    CHECK_FALSE(expected_a_minute(text).has_value());
  }
}

TEST_CASE("reason: the window that an alert is about") {
  const auto is = [](const char* reason, bool is_above, double count, double expected) {
    const auto told = told_by(reason);
    return told && told->is_above == is_above && told->count == count && told->expected == expected;
  };
  CHECK(is("above: 729 in 10 min, 408 expected, by chance about once a day", true, 729, 408));
  CHECK(is("above: 7 in 3 min, less than 0.01 expected, by chance about once a day", true, 7, 0));
  CHECK(is("below: 12 in 30 min, 240 expected, not over yet; no data since 02:07", false, 12, 240));
  CHECK(is("no data since 23:47, 96 expected in 3 min", false, 0, 96));
  CHECK(is("did not open: nothing since 21:00, 412 expected since 09:00", false, 0, 412));
  for (const char* text : {"", "forest: score 0.8 above 0.7", "rule: denied", "above: 61 in 6 min", "above: x, 4 expected",
                           "above: 1 in 1 min, -4 expected", "above: -1 in 1 min, 4 expected", "below: 1, 1e99 expected",
                           "above: ,  expected", " expected", ",  expected", "alpha and bin=4: 5 of 6 denied, 3 expected"}) {
    CAPTURE(text);
    CHECK_FALSE(told_by(text).has_value());
  }
}

TEST_CASE("reason: since when nothing came") {
  CHECK(silent_since("no data since 23:47, 96 expected in 3 min") == 23 * 60 + 47);
  CHECK(silent_since("no data since 00:00, 96 expected in 3 min") == 0);
  for (const char* text : {"", "no data since ", "no data since 2:07, 3", "no data since 24:00, 3", "no data since 10:60, 3",
                           "no data since -1:00, 3", "no data since 10-00, 3", "below: 1 in 1 min; no data since 10:00"}) {
    CAPTURE(text);
    CHECK_FALSE(silent_since(text).has_value());
  }
}

TEST_CASE("reason: what anybody may write has no number") {
  for (const char* text : {"", "no data since 23:47, 96 expected in 3 min", "did not open: nothing since ",
                           "did not open: nothing since 21:00, expected since 09:00",
                           "did not open: nothing since 21:00, -5 expected since 09:00",
                           "did not open: nothing since 21:00, 1e300 expected since 09:00",
                           "did not open: nothing since 21:00, 99999999999999999999 expected since 09:00",
                           "did not open: nothing since 21:00 412 expected since 09:00"}) {
    CAPTURE(text);
    CHECK_FALSE(expected_since_opening(text).has_value());
  }
}
