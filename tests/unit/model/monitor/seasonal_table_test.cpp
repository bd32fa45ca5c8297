// SPDX-License-Identifier: MIT
#include "model/monitor/seasonal_table.hpp"

#include <doctest/doctest.h>

using namespace pos::model;
using doctest::Approx;

using Table = SeasonalTable<12>;

TEST_CASE("seasonal_table: slots are two hours long") {
  CHECK(Table::slot(0) == 0);
  CHECK(Table::slot(119) == 0);
  CHECK(Table::slot(120) == 1);
  CHECK(Table::slot(1439) == 11);
}

TEST_CASE("seasonal_table: a minute lies between two slot centres, around midnight too") {
  const auto check = [](int minute, std::size_t first, std::size_t second, double weight) {
    const SlotBlend blend = Table::around(minute);
    CHECK(blend.first == first);
    CHECK(blend.second == second);
    CHECK(blend.weight == Approx(weight));
  };
  check(60, 0, 1, 0.0);  // 01:00 is the centre of slot 0
  check(120, 0, 1, 0.5);
  check(0, 11, 0, 0.5);
  check(1439, 11, 0, 59.0 / 120);
}

TEST_CASE("seasonal_table: yesterday weighs nine tenths of today") {
  Table table;
  table.add(130, 10, 100);
  table.fade();
  table.add(130, 10, 100);
  CHECK(table.count()[1] == Approx(19));  // 0.9 x 10 + 10
  CHECK(table.exposure()[1] == Approx(190));
  CHECK(table.count()[0] == 0.0);
}
