// SPDX-License-Identifier: MIT
#include "checkout/day_in_short.hpp"

#include <doctest/doctest.h>

#include "unit/checkout/tables.hpp"

using namespace pos;
using namespace pos::checkout;

TEST_CASE("checkout: a day in short is its sales, against each reference that sold") {
  // sums of the columns: 432; 437, 477, 433.71 and 427.92
  CHECK(day_in_short(first_example(), Language::en) ==
        "432 sales today in 24 hours: -1.1% against yesterday, -9.4% against same_day_last_week, -0.4% against "
        "avg_last_week and +1.0% against avg_last_month.");
  CHECK(day_in_short(first_example(), Language::pt).starts_with("432 vendas hoje em 24 horas: -1,1% contra yesterday, "));
  HourlyTable table = four_references(usual_day());
  table.columns.resize(2);
  table.columns[1].values.assign(24, 0);
  CHECK(day_in_short(table, Language::en) == "541 sales today in 24 hours.");
  table.columns[0].name = "other";
  CHECK(day_in_short(table, Language::en).empty());
}
