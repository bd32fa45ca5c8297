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
  CHECK(report.days[0].untested == "there is no column today (--columns today=NAME says which it is)");
  CHECK(!report.comparison);
  CHECK(report.not_compared == "short has no column today (--columns today=NAME says which it is)");
}

TEST_CASE("checkout report: one file is not compared, and lacks nothing for it") {
  const Report report = make_report({first_example()}, 0.05);
  CHECK(!report.comparison);
  CHECK(report.not_compared.empty());
}

TEST_CASE(
    "checkout report: a day that is not over is judged, told and compared as far as it goes, described as it is") {
  HourlyTable running = second_example();
  HourlyTable until = second_example();
  const std::size_t rows = 17;  // 00h to 16h
  for (std::size_t h = rows; h < 24; ++h) running.columns[0].values[h] = std::nan("");
  until.hours.resize(rows);
  for (HourlyColumn& column : until.columns) column.values.resize(rows);

  const Report report = make_report({first_example(), running}, 0.05);
  const Report cut = make_report({first_example(), until}, 0.05);
  const DayReport& day = report.days[1];
  CHECK(day.up_to == 16);
  CHECK(day.missing.empty());
  CHECK(cut.days[1].missing.size() == 7);
  CHECK(day.info[0].kind == Kind::count);
  CHECK(day.info[0].values == 17);
  CHECK(day.info[1].values == 24);
  CHECK(day.descriptions[0].mean == cut.days[1].descriptions[0].mean);
  REQUIRE(day.test);
  REQUIRE(day.test->hours.size() == rows);
  for (std::size_t h = 0; h < rows; ++h) CHECK(day.test->hours[h].p == cut.days[1].test->hours[h].p);
  REQUIRE(day.insights.size() == cut.days[1].insights.size() + 1);
  CHECK(day.insights[0].topic == "running");
  CHECK(day.insights[1].text == cut.days[1].insights[0].text);
  REQUIRE(report.comparison);
  CHECK(report.comparison->before == cut.comparison->before);
  CHECK(report.comparison->after == cut.comparison->after);
  CHECK(report.comparison->explanation.starts_with("Up to 16h the second day sold "));
}

TEST_CASE("checkout report: an hour without a row is missing, one that is to come is not") {
  HourlyTable table = first_example();
  table.columns[0].values[23] = std::nan("");
  table.hours.erase(table.hours.begin() + 4);
  for (HourlyColumn& column : table.columns) column.values.erase(column.values.begin() + 4);
  CHECK(make_report({table}, 0.05).days[0].missing == std::vector<int>{4});
}
