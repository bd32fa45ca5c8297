// SPDX-License-Identifier: MIT
#include "checkout/report.hpp"

#include <doctest/doctest.h>

#include "unit/checkout/tables.hpp"

using namespace pos;
using namespace pos::checkout;

TEST_CASE("checkout report: has all there is to know of two days") {
  const Report report = make_report({first_example(), second_example()}, 0.01);
  CHECK(report.alpha == 0.01);
  REQUIRE(report.days.size() == 2);
  const DayReport& day = report.days[1];
  REQUIRE(day.info.size() == 5);
  REQUIRE(day.descriptions.size() == 5);
  CHECK(day.table.name == "checkout-2");
  CHECK(day.info[0].kind == Kind::count);
  CHECK(day.info[0].values == 24);
  CHECK(day.info[0].missing == 0);
  CHECK(day.info[4].kind == Kind::average);
  CHECK(!day.info[4].whole);
  CHECK(day.descriptions[0].max == 39);
  REQUIRE(day.test);
  CHECK(day.untested.empty());
  CHECK(!day.insights.empty());
  CHECK(report.comparison);
  CHECK(report.not_compared.empty());
}

TEST_CASE("checkout report: of a file with few hours and no today it says what it can, and why not more") {
  HourlyTable table;
  table.name = "short";
  table.hours = {8, 9};
  table.columns = {{"avg_last_week", {3, 4}}};
  const Report report = make_report({table, first_example()}, 0.05);
  CHECK(report.days[0].info[0].missing == 22);
  CHECK(report.days[0].info[0].kind == Kind::average);
  CHECK(report.days[0].info[0].whole);
  CHECK(!report.days[0].test);
  CHECK(report.days[0].untested == "there is no column today");
  CHECK(!report.comparison);
  CHECK(report.not_compared == "short has no column today");
}

TEST_CASE("checkout report: one file is not compared, and lacks nothing for it") {
  const Report report = make_report({first_example()}, 0.05);
  CHECK(!report.comparison);
  CHECK(report.not_compared.empty());
}
