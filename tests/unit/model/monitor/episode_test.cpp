// SPDX-License-Identifier: MIT
#include "model/monitor/episode.hpp"

#include <doctest/doctest.h>

using namespace pos::model;

namespace {

constexpr double threshold = 0.3;
constexpr double high = 5.0;
constexpr double low = -9.0;

}  // namespace

TEST_CASE("episode: nothing runs before the first hit") {
  Episode episode{MonitorParameters{}};
  CHECK_FALSE(episode.running());
  CHECK_FALSE(episode.decide(low, low, threshold));
  CHECK_FALSE(episode.running());
  CHECK_FALSE(episode.alert());
}

TEST_CASE("episode: it ends after ten quiet minutes, once") {
  Episode episode{MonitorParameters{}};
  CHECK_FALSE(episode.decide(high, high, threshold));
  CHECK(episode.alert());
  for (int j = 0; j < 9; ++j) {
    CHECK_FALSE(episode.decide(low, low, threshold));
    CHECK(episode.running());
  }
  CHECK(episode.decide(low, low, threshold));
  CHECK_FALSE(episode.running());
  CHECK(episode.hits() == 0);
  CHECK_FALSE(episode.decide(low, low, threshold));
}

TEST_CASE("episode: a long window alone may begin one but not prolong a sharp one") {
  Episode episode{MonitorParameters{}};
  (void)episode.decide(high, low, threshold);
  CHECK(episode.alert());
  (void)episode.decide(high, low, threshold);
  CHECK(episode.alert());  // not sharp yet
  (void)episode.decide(high, high, threshold);
  (void)episode.decide(high, low, threshold);
  CHECK_FALSE(episode.alert());
}

TEST_CASE("episode: learning pauses up to the limit of hits") {
  Episode episode{MonitorParameters{}};
  for (int j = 0; j < 5; ++j) (void)episode.decide(high, high, threshold);
  CHECK(episode.pauses(6));
  CHECK_FALSE(episode.pauses(5));
}

TEST_CASE("episode: a minute that is held alerts without a score, and makes nothing sharp") {
  Episode episode{MonitorParameters{}};
  (void)episode.decide(high, low, threshold);
  CHECK_FALSE(episode.decide(low, low, threshold, true));
  CHECK(episode.alert());
  CHECK(episode.hits() == 2);
  CHECK(episode.is_hit(high, low, threshold));
}
