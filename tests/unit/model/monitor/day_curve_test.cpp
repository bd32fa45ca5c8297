// SPDX-License-Identifier: MIT
#include "model/monitor/day_curve.hpp"

#include <doctest/doctest.h>

#include <functional>

using namespace pos::model;
using doctest::Approx;

namespace {

DayCurve curve(const std::function<double(int)>& rate_at) {
  DayCurve::Row rate{};
  for (int slot = 0; slot < volume_slots; ++slot) rate[static_cast<std::size_t>(slot)] = rate_at(slot * slot_minutes);
  return {rate, rate, rate, 2.5};
}

}  // namespace

TEST_CASE("day_curve: business that begins at once may do so half an hour early or late") {
  const DayCurve shop = curve([](int minute) { return minute >= 540 && minute < 1260 ? 20.0 : 0.05; });
  CHECK(shop.at(540 + 29).low == Approx(0.05));
  CHECK(shop.at(540 + 30).low == Approx(20));
  CHECK(shop.at(540 - 30).high == Approx(20));
  CHECK(shop.at(540 - 31).high == Approx(0.05));
}

TEST_CASE("day_curve: where it grows by less, one neighbour is enough") {
  const DayCurve shop = curve([](int minute) { return minute >= 540 ? 20.0 : 5.0; });
  CHECK(shop.at(540 + 14).low == Approx(5));
  CHECK(shop.at(540 + 15).low == Approx(20));
  const DayCurve even = curve([](int minute) { return minute >= 540 ? 20.0 : 10.0; });
  CHECK(even.at(540).low == even.at(540).rate);
}

TEST_CASE("day_curve: since when it is open, and what was to be expected since") {
  const DayCurve shop = curve([](int minute) { return minute >= 540 && minute < 1260 ? 20.0 : 0.05; });
  CHECK(shop.minutes_since_opening(600) == 60);
  CHECK_FALSE(shop.minutes_since_opening(1300).has_value());
  CHECK(shop.expected_since(9, 609) == Approx(200));
  // From half past the hour on, 20 a minute; before, the curve rises between the slots' centres.
  CHECK(shop.expected_since(60, 600) > 1000);
  CHECK(shop.expected_since(60, 600) < 1220);
}

TEST_CASE("day_curve: a business that is open over midnight opened yesterday, one that never closes did not") {
  const DayCurve bar = curve([](int minute) { return minute >= 1080 || minute < 180 ? 8.0 : 0.05; });
  CHECK(bar.minutes_since_opening(60) == 1440 - 1080 + 60);
  CHECK_FALSE(curve([](int minute) { return minute < 360 ? 2.0 : 20.0; }).minutes_since_opening(600).has_value());
}
