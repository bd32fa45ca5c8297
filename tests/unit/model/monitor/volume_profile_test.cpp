// SPDX-License-Identifier: MIT
#include "model/monitor/volume_profile.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>

#include "shop.hpp"

using namespace pos::model;
using doctest::Approx;

namespace {

template <typename Rate>
VolumeProfile after_a_day(Rate rate, int last_minute = minutes_per_day) {
  VolumeProfile profile{MonitorParameters{}};
  for (int m = 0; m < last_minute; ++m) profile.add(m, rate(m));
  (void)profile.end_of_day(0, 1);
  return profile;
}

}  // namespace

TEST_CASE("volume_profile: flat at the mean so far, until half of the day has been seen") {
  VolumeProfile profile{MonitorParameters{}};
  CHECK(profile.at(0).rate == Approx(0.05));
  profile.add(0, 10);
  profile.add(1, 20);
  CHECK(profile.at(700).rate == Approx(15));
  for (int m = 2; m < 47 * 15; ++m) profile.add(m, 15);
  CHECK_FALSE(profile.end_of_day(0, 1));  // 47 slots
  CHECK_FALSE(profile.usable());
  for (int m = 47 * 15; m < 48 * 15; ++m) profile.add(m, 15);
  CHECK(profile.end_of_day(1, 2));  // 48
  CHECK(profile.usable());
  CHECK_FALSE(profile.end_of_day(2, 3));  // only the first is news
}

TEST_CASE("volume_profile: today says nothing before midnight") {
  VolumeProfile profile = after_a_day([](int) { return 10.0; });
  for (int m = 0; m < minutes_per_day; ++m) profile.add(m, 1000);
  CHECK(profile.at(100).rate == Approx(10));
  CHECK_FALSE(profile.end_of_day(1, 2));
  CHECK(profile.at(100).rate == Approx((0.9 * 10 + 1000) / 1.9));
}

TEST_CASE("volume_profile: log-linear between slot centres") {
  // Slots 20 and 21 hold 8 and 16: their boundary, 7.5 minutes from both centres, is sqrt(8 x 16)
  const auto profile = after_a_day([](int m) { return m < 21 * 15 ? 8.0 : 16.0; });
  CHECK(profile.at(21 * 15).rate == Approx(std::sqrt(8.0 * 16.0)));
}

TEST_CASE("volume_profile: slots never seen lie geometrically between their neighbours") {
  // The first 48 slots seen, 4 then 16 a minute. The gap runs from slot 47 (16) to slot 96 = 0 (4);
  // slot 71 lies 24 after the one and 25 before the other.
  const auto profile = after_a_day([](int m) { return m < 24 * 15 ? 4.0 : 16.0; }, 48 * 15);
  const double slot_71 = std::exp((25 * std::log(16.0) + 24 * std::log(4.0)) / 49);
  const double slot_72 = std::exp((24 * std::log(16.0) + 25 * std::log(4.0)) / 49);
  CHECK(profile.at(72 * 15).rate == Approx(std::sqrt(slot_71 * slot_72)));
}

TEST_CASE("volume_profile: at opening the whole range nearby is normal, elsewhere only the rate") {
  const auto profile = after_a_day([](int m) { return m < 480 ? 0.0 : 40.0; });
  const VolumeRate opening = profile.at(480);
  CHECK(opening.low == Approx(0.05));
  CHECK(opening.high == Approx(40));
  const VolumeRate later = profile.at(600);
  CHECK(later.low == later.rate);
  CHECK(later.high == later.rate);
}

TEST_CASE("volume_profile: a shop open for seven hours has a curve after its first midnight") {
  // Invariant 17. At night the flat profile saw an incident: nothing of it was learned, and all of it was seen.
  VolumeProfile profile{MonitorParameters{}};
  for (int m = 0; m < minutes_per_day; ++m) {
    const bool open = m >= 600 && m < 1020;
    profile.see(m, open ? 20 : 0);
    if (open) profile.add(m, 20);
  }
  CHECK(profile.end_of_day(0, 1));
  CHECK(profile.at(800).rate == Approx(20));
  CHECK(profile.at(200).rate == Approx(0.05));
  CHECK(profile.days() == Approx(1));
}

namespace {

// Four weeks of 20 a minute from a Monday on; of minutes from 600 to 899 on the days asked for, what came.
VolumeProfile after_weeks(const std::function<double(std::int64_t)>& odd) {
  VolumeProfile profile{MonitorParameters{}};
  for (std::int64_t day = 0; day < 28; ++day) {
    for (int m = 0; m < minutes_per_day; ++m) {
      const double count = m >= 600 && m < 900 ? odd(day) : 20.0;
      profile.see(m, count);
      if (count == 20.0) profile.add(m, count);
    }
    (void)profile.end_of_day(test::monday + day, test::monday + day + 1);
  }
  return profile;
}

}  // namespace

TEST_CASE("volume_profile: invariant 20, one odd weekday changes no later one, and two in a row do") {
  const auto once = after_weeks([](std::int64_t day) { return day == 21 ? 0.0 : 20.0; });
  VolumeProfile next = once;  // the Monday after: one of the last two had nothing
  next.begin_day(test::monday + 28);
  CHECK(next.at(750).low == Approx(20));
  CHECK(next.at(750).rate == Approx(20));

  auto twice = after_weeks([](std::int64_t day) { return day == 21 || day == 14 ? 0.0 : 20.0; });
  twice.begin_day(test::monday + 28);
  // (0 + weak_count) / (15 minutes + weak_count / 20), by hand
  CHECK(twice.at(750).rate == Approx(5 / 15.25));
  CHECK(twice.at(750).low == Approx(5 / 15.25));
  CHECK(twice.at(750).high == Approx(20));
  twice.begin_day(test::monday + 29);
  CHECK(twice.at(750).rate == Approx(20));
}

TEST_CASE("volume_profile: of one weekday known, all between it and the curve is normal") {
  VolumeProfile profile{MonitorParameters{}};
  for (std::int64_t day = 0; day < 8; ++day) {
    for (int m = 0; m < minutes_per_day; ++m) {
      profile.see(m, day == 1 ? 4 : 20);
      if (day != 1) profile.add(m, 20);
    }
    (void)profile.end_of_day(test::monday + day, test::monday + day + 1);
  }
  const VolumeRate tuesday = profile.at(750);
  CHECK(tuesday.rate == Approx(20));
  CHECK(tuesday.low == Approx((15 * 4 + 5) / 15.25));
  CHECK(tuesday.high == Approx(20));
}

TEST_CASE("volume_profile: a holiday is anything from the lesser of the last two Sundays to an ordinary day") {
  // The Sundays are days 20 and 27; from 10:00 to 15:00 they had 4 and 6 a minute.
  VolumeProfile profile = after_weeks([](std::int64_t day) { return day == 20 ? 4.0 : day == 27 ? 6.0 : 20.0; });
  profile.begin_day(test::monday + 30);
  const VolumeRate usual = profile.at(750);
  const VolumeRate holiday = profile.at(750, DayKind::holiday);
  CHECK(usual.low == Approx(20));
  CHECK(holiday.low == Approx(4));
  CHECK(holiday.rate == usual.rate);
  CHECK(holiday.high == usual.high);
  CHECK(profile.at(300, DayKind::holiday).low == Approx(20));  // as on Sundays
  CHECK(profile.at(750, DayKind::excluded).low == usual.low);
}

TEST_CASE("volume_profile: where no Sunday is known nothing is missed on a holiday, nor ever while it is closed") {
  VolumeProfile profile = after_a_day([](int) { return 20.0; });
  CHECK(profile.at(750, DayKind::holiday).low == Approx(0.05));
  CHECK(profile.at(750, DayKind::closed).low == Approx(0.05));
  CHECK(profile.at(750, DayKind::closed).rate == Approx(0.05));
  CHECK(profile.at(750, DayKind::closed).high == Approx(20));
  VolumeProfile young{MonitorParameters{}};
  young.add(0, 20);
  CHECK(young.at(1, DayKind::holiday).low == Approx(0.05));
  CHECK(young.at(1, DayKind::closed).high == Approx(20));
}

TEST_CASE("volume_profile: a clock without dates knows no weekday") {
  VolumeProfile profile{MonitorParameters{}};
  for (std::int64_t day = 0; day < 15; ++day) {
    for (int m = 0; m < minutes_per_day; ++m) {
      profile.see(m, day % 7 == 1 ? 0 : 20);
      profile.add(m, 20);
    }
    (void)profile.end_of_day(day, day + 1);
  }
  CHECK(profile.at(750).low == Approx(20));
}
