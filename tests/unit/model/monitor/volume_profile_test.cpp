// SPDX-License-Identifier: MIT
#include "model/monitor/volume_profile.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace pos::model;
using doctest::Approx;

namespace {

template <typename Rate>
VolumeProfile after_a_day(Rate rate, int last_minute = minutes_per_day) {
  VolumeProfile profile;
  for (int m = 0; m < last_minute; ++m) profile.add(m, rate(m));
  (void)profile.end_of_day();
  return profile;
}

}  // namespace

TEST_CASE("volume_profile: flat at the mean so far, until half of the day has been seen") {
  VolumeProfile profile;
  CHECK(profile.at(0, 2.5).rate == Approx(0.05));
  profile.add(0, 10);
  profile.add(1, 20);
  CHECK(profile.at(700, 2.5).rate == Approx(15));
  for (int m = 2; m < 47 * 15; ++m) profile.add(m, 15);
  CHECK_FALSE(profile.end_of_day());  // 47 slots
  CHECK_FALSE(profile.usable());
  for (int m = 47 * 15; m < 48 * 15; ++m) profile.add(m, 15);
  CHECK(profile.end_of_day());  // 48
  CHECK(profile.usable());
  CHECK_FALSE(profile.end_of_day());  // only the first is news
}

TEST_CASE("volume_profile: today says nothing before midnight") {
  VolumeProfile profile = after_a_day([](int) { return 10.0; });
  for (int m = 0; m < minutes_per_day; ++m) profile.add(m, 1000);
  CHECK(profile.at(100, 2.5).rate == Approx(10));
  CHECK_FALSE(profile.end_of_day());
  CHECK(profile.at(100, 2.5).rate == Approx((0.9 * 10 + 1000) / 1.9));
}

TEST_CASE("volume_profile: log-linear between slot centres") {
  // Slots 20 and 21 hold 8 and 16: their boundary, 7.5 minutes from both centres, is sqrt(8 x 16)
  const auto profile = after_a_day([](int m) { return m < 21 * 15 ? 8.0 : 16.0; });
  CHECK(profile.at(21 * 15, 2.5).rate == Approx(std::sqrt(8.0 * 16.0)));
}

TEST_CASE("volume_profile: slots never seen lie geometrically between their neighbours") {
  // The first 48 slots seen, 4 then 16 a minute. The gap runs from slot 47 (16) to slot 96 = 0 (4);
  // slot 71 lies 24 after the one and 25 before the other.
  const auto profile = after_a_day([](int m) { return m < 24 * 15 ? 4.0 : 16.0; }, 48 * 15);
  const double slot_71 = std::exp((25 * std::log(16.0) + 24 * std::log(4.0)) / 49);
  const double slot_72 = std::exp((24 * std::log(16.0) + 25 * std::log(4.0)) / 49);
  CHECK(profile.at(72 * 15, 2.5).rate == Approx(std::sqrt(slot_71 * slot_72)));
}

TEST_CASE("volume_profile: at opening the whole range nearby is normal, elsewhere only the rate") {
  const auto profile = after_a_day([](int m) { return m < 480 ? 0.0 : 40.0; });
  const VolumeRate opening = profile.at(480, 2.5);
  CHECK(opening.low == Approx(0.05));
  CHECK(opening.high == Approx(40));
  const VolumeRate later = profile.at(600, 2.5);
  CHECK(later.low == later.rate);
  CHECK(later.high == later.rate);
}
