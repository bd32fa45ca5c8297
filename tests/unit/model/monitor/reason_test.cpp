// SPDX-License-Identifier: MIT
// Expected texts are reference/monitor.py's formats: {count:.0f}, {mean:.3g}, {10 ** x:.0f}.
#include "model/monitor/reason.hpp"

#include <doctest/doctest.h>

using namespace pos::model;

TEST_CASE("reason: side, count, window, expectation and how rare") {
  CHECK(word_reason({1, Side::above, 151, 43.21, 28.4}) == "above: 151 in 1 min, 43.2 expected, once in 10^28 days");
  CHECK(word_reason({10, Side::below, 3, 0.012345, 2.0}) == "below: 3 in 10 min, 0.0123 expected, once in 100 days");
  CHECK(word_reason({30, Side::above, 2e6, 123456, 3.99}) ==
        "above: 2000000 in 30 min, 1.23e+05 expected, once in 9772 days");  // 10^3.99
}

TEST_CASE("reason: no finding, no words") { CHECK(word_reason({}).empty()); }

TEST_CASE("reason: silence is dated from the minute after the last transaction") {
  CHECK(word_silence({3, Side::below, 0, 96.2, 20}, 23 * 60 + 46) == "no data since 23:47, 96 expected in 3 min");
  CHECK(word_silence({1, Side::below, 0, 30, 7}, 1439) == "no data since 00:00, 30 expected in 1 min");
  CHECK(word_silence({1, Side::below, 0, 30, 7}, -2) == "no data since 23:59, 30 expected in 1 min");
}
