// SPDX-License-Identifier: MIT
#include "model/monitor/status_ratio.hpp"

#include <doctest/doctest.h>

using namespace pos::model;
using doctest::Approx;

TEST_CASE("status_ratio: nothing known is half a transaction in two hundred") {
  const StatusRatio ratio{MonitorParameters{}};
  CHECK(ratio.seasonal(StatusRatio::Table::around(0)) == Approx(0.0025));
  CHECK(ratio.drift() == Approx(1.0));
  CHECK(ratio.spread2() == Approx(1.0 / 5));  // weak_count
}

TEST_CASE("status_ratio: a slot is shrunk to the mean of the day by prior_count transactions") {
  StatusRatio ratio{MonitorParameters{}};
  ratio.learn(0, 100, 1000, 0.1);
  // mean = 100.5 / 1200; slot 0 = (100 + 20) / (1000 + 20 / mean); 60 is the centre of slot 0
  const double mean = 100.5 / 1200;
  CHECK(ratio.seasonal(StatusRatio::Table::around(60)) == Approx(120 / (1000 + 20 / mean)));
  // an empty slot is the mean: (0 + 20) / (0 + 20 / mean)
  CHECK(ratio.seasonal(StatusRatio::Table::around(660)) == Approx(mean));
  // halfway between the centres of slots 0 and 1
  CHECK(ratio.seasonal(StatusRatio::Table::around(120)) == Approx((120 / (1000 + 20 / mean) + mean) / 2));
}

TEST_CASE("status_ratio: drift is what came over what the table said") {
  StatusRatio ratio{MonitorParameters{}};
  ratio.learn(0, 30, 100, 0.1);
  CHECK(ratio.drift() == Approx(35.0 / 15));  // (30 + 5 x 1) / (0.1 x 100 + 5)
}

TEST_CASE("status_ratio: hostile counts stay within bounds") {
  StatusRatio ratio{MonitorParameters{}};
  const double huge = static_cast<double>(max_count);
  for (int m = 0; m < minutes_per_day; ++m) ratio.learn(StatusRatio::Table::slot(m), huge, 0, 1.0);
  CHECK(ratio.seasonal(StatusRatio::Table::around(0)) <= huge);
}

TEST_CASE("status_ratio: sums that are kept are those of the table, to the last bit") {
  StatusRatio ratio{MonitorParameters{}};
  for (int minute = 0; minute < 3 * minutes_per_day; ++minute) {
    const int clock = minute % minutes_per_day;
    if (clock == 0) ratio.end_of_day();
    ratio.learn(StatusRatio::Table::slot(clock), minute % 7 / 3.0, minute % 11 / 7.0, 0.3);
    if (minute % 97 != 0) continue;
    StateWriter out;
    ratio.save(out);
    const std::string text = out.take();
    StateReader in(text);
    StatusRatio anew{MonitorParameters{}};  // adds its table up
    anew.restore(in);
    const SlotBlend blend = StatusRatio::Table::around(clock);
    REQUIRE(ratio.seasonal(blend) == anew.seasonal(blend));
  }
}
