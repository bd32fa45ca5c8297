// SPDX-License-Identifier: MIT
#include "model/monitor/reason.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace pos::model;

TEST_CASE("reason: side, count, window, expectation and how rare") {
  CHECK(word_reason({1, Side::above, 151, 43.21, 1.08}) ==
        "above: 151 in 1 min, 43 expected, by chance about once in 12 days");  // 10^1.08 = 12.02
  CHECK(word_reason({10, Side::below, 3, 9.07, 28.4}) ==
        "below: 3 in 10 min, 9.1 expected, by chance less than once in 100 years");
}

TEST_CASE("reason: numbers are plain digits, large and small") {
  CHECK(word_reason({30, Side::above, 2e6, 123456, 8}).starts_with("above: 2000000 in 30 min, 123456 expected, "));
  CHECK(word_reason({3, Side::above, 4, 0.012345, 8}).starts_with("above: 4 in 3 min, 0.01 expected, "));
  CHECK(word_reason({3, Side::above, 4, 0.0012, 8}).starts_with("above: 4 in 3 min, less than 0.01 expected, "));
}

TEST_CASE("reason: odds are said in the unit that people would take") {
  const auto odds = [](double days) {
    const std::string reason = word_reason({1, Side::above, 9, 3, std::log10(days)});
    return reason.substr(reason.find("chance ") + 7);
  };
  CHECK(odds(0.25) == "about 4 times a day");
  CHECK(odds(0.8) == "about once a day");
  CHECK(odds(1.4) == "about once a day");
  CHECK(odds(2) == "about once in 2 days");
  CHECK(odds(60) == "about once in 60 days");
  CHECK(odds(61) == "about once in 2 months");
  CHECK(odds(700) == "about once in 23 months");
  CHECK(odds(731) == "about once in 2 years");
  CHECK(odds(36'000) == "about once in 99 years");
  CHECK(odds(36'525) == "less than once in 100 years");
  CHECK(odds(1e27) == "less than once in 100 years");
}

TEST_CASE("reason: no finding, no words") { CHECK(word_reason({}).empty()); }

TEST_CASE("reason: silence is dated from the minute after the last transaction") {
  CHECK(word_silence({3, Side::below, 0, 96.2, 20}, 23 * 60 + 46) == "no data since 23:47, 96 expected in 3 min");
  CHECK(word_silence({1, Side::below, 0, 30, 7}, 1439) == "no data since 00:00, 30 expected in 1 min");
  CHECK(word_silence({1, Side::below, 0, 30, 7}, -2) == "no data since 23:59, 30 expected in 1 min");
}

TEST_CASE("reason: a fall that ended in silence says since when") {
  CHECK(word_reason({10, Side::below, 113, 320, 28.4}) + word_silent_now(126) ==
        "below: 113 in 10 min, 320 expected, by chance less than once in 100 years; no data since 02:07");
}

TEST_CASE("reason: a fall that goes on without a hit says that its end does not show") {
  CHECK(word_held({30, Side::below, 12, 240, -1}) == "below: 12 in 30 min, 240 expected, not over yet");
}

TEST_CASE("reason: a business that did not open is dated in days") {
  const std::int64_t today = 100 * 1440;
  CHECK(word_not_open(today - 181, today + 540, today + 571, 412) ==
        "did not open: nothing since 21:00 yesterday, 412 expected since 09:00");
  CHECK(word_not_open(today + 473, today + 540, today + 571, 412) ==
        "did not open: nothing since 07:54, 412 expected since 09:00");
  CHECK(word_not_open(today - 1440 - 181, today + 540, today + 571, 412) ==
        "did not open: nothing since 21:00 2 days ago, 412 expected since 09:00");
}
