// SPDX-License-Identifier: MIT
// Expected numbers marked "reference" are those of the readable implementation of the specification.
#include "checkout/long_run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "checkout/incident.hpp"
#include "unit/checkout/tables.hpp"

using namespace pos;
using namespace pos::checkout;
using doctest::Approx;

namespace {

// Hours of a column, both included, at a part or a multiple of their sales.
void scale_hours(std::vector<double>& column, std::size_t first, std::size_t last, double factor) {
  for (std::size_t h = first; h <= last; ++h) column[h] = std::floor(factor * column[h]);
}

HourlyTable half_afternoon() {
  HourlyTable table = first_example();
  scale_hours(today_of(table), 12, 17, 0.5);
  return table;
}

const std::string afternoon_drop = "12h drop run, 13h drop run, 14h drop run, 15h drop run, 16h drop run, 17h drop run";

bool has_long_run(const HourlyTest& test) {
  return std::any_of(test.hours.begin(), test.hours.end(),
                     [](const HourResult& hour) { return has(hour.explained, " together sold "); });
}

}  // namespace

TEST_CASE("checkout long run: half a day at half volume is found, and held against the rest of the day") {
  const HourlyTest test = test_hours(half_afternoon(), 0.05);
  CHECK(flagged(test) == afternoon_drop);
  // reference: 1.27168, the level of the rest over that of the day, times 28.34, what the day lets expect; 191.265 in
  // all
  CHECK(test.hours[12].expected == Approx(36.0356851618376).epsilon(1e-9));
  CHECK(test.lost == Approx(191.26474083046952 - 96).epsilon(1e-9));
  // reference: 96 / 191.265; 0.00556 = 1 / 180
  CHECK(test.hours[12].explained ==
        "15 sold; 36.0 expected (16 to 62): 12h-17h together sold 50% less than the rest of the day lets expect: by "
        "chance once in 180 days");
}

TEST_CASE("checkout long run: it is found while the day goes on, and where other hours are missing") {
  HourlyTable table = half_afternoon();
  SUBCASE("so far") {
    for (int hour = 20; hour < 24; ++hour) leave_out(table, hour);
    CHECK(flagged(test_hours(table, 0.05)) == afternoon_drop);
  }
  SUBCASE("an hour is missing elsewhere") {
    leave_out(table, 20);
    CHECK(flagged(test_hours(table, 0.05)) == afternoon_drop);
  }
  SUBCASE("an hour that is missing in it parts it") {
    leave_out(table, 14);
    CHECK(flagged(test_hours(table, 0.05)) == "");
  }
  SUBCASE("one reference is enough") {
    table.columns.erase(table.columns.begin() + 1, table.columns.begin() + 4);
    CHECK(flagged(test_hours(table, 0.05)) == afternoon_drop);
  }
}

TEST_CASE("checkout long run: its hours are of one kind, and one incident, whatever each of them sold") {
  HourlyTable table = half_afternoon();
  SUBCASE("more than expected") {
    const std::vector<double> afternoon{15, 12, 14, 36, 12, 13};
    std::copy(afternoon.begin(), afternoon.end(), today_of(table).begin() + 12);
    const HourlyTest test = test_hours(table, 0.05);
    CHECK(test.hours[15].value > test.hours[15].expected);
    CHECK(test.hours[15].lost == 0);
  }
  SUBCASE("nothing, where next to nothing is expected") {
    for (HourlyColumn& column : table.columns) column.values[15] = column.name == "yesterday" ? 1 : 0;
  }
  const HourlyTest test = test_hours(table, 0.05);
  CHECK(flagged(test) == afternoon_drop);
  const std::vector<Incident> incidents = incidents_of(test);
  REQUIRE(incidents.size() == 1);
  CHECK(incidents[0].kind == Anomaly::drop);
  CHECK(incidents[0].hours.size() == 6);
}

TEST_CASE("checkout long run: where more was sold than in the rest of the day nothing is lost, and both are named") {
  HourlyTable table = first_example();
  scale_hours(today_of(table), 10, 17, 1.6);
  today_of(table)[12] = 20;
  const HourlyTest test = test_hours(table, 0.05);
  CHECK(flagged(test) ==
        "10h spike run, 11h spike run, 12h spike run, 13h spike run, 14h spike run, 15h spike run, 16h spike run, 17h "
        "spike run");
  CHECK(has(test.hours[12].explained, "20 sold; 34.2 expected"));
  CHECK(has(test.hours[12].explained,
            "10h-17h together sold 64% more than the rest of the day lets expect, or the rest sold too little: by "
            "chance once in "));
  CHECK(test.lost == 0);
}

TEST_CASE("checkout long run: hours that are flagged by themselves are no part of it") {
  HourlyTable table = half_afternoon();
  today_of(table)[15] = 90;
  today_of(table)[18] = 14;
  const HourlyTest test = test_hours(table, 0.05);
  CHECK(flagged(test) ==
        "12h drop run, 13h drop run, 14h drop run, 15h spike, 16h drop run, 17h drop run, 18h drop run");
  CHECK(has(test.hours[14].explained, "12h-14h and 16h-18h together sold "));
}

TEST_CASE("checkout long run: an hour beside it is its shoulder only if it is off to the side of the run") {
  HourlyTable table = first_example();
  scale_hours(today_of(table), 9, 16, 0.4);
  today_of(table)[7] = 13;  // 9 sold on the ordinary day, as 7 at 08h: more than what the low day lets expect of both
  const HourlyTest test = test_hours(table, 0.05);
  CHECK(test.hours[7].value > test.hours[7].expected);
  CHECK(test.hours[7].anomaly == Anomaly::none);
  CHECK(test.hours[8].anomaly == Anomaly::drop);
}

TEST_CASE("checkout long run: half a day of yesterday's makes no incident of today, and is told") {
  HourlyTable table = four_references(usual_day());
  scale_hours(table.columns[1].values, 12, 17, 0.5);
  const HourlyTest test = test_hours(table, 0.05);
  CHECK(flagged(test) == "");
  CHECK(test.odd.size() == 6);
  // 43 is what all other references have at 15h
  CHECK(has(test.hours[15].explained,
            "ordinary; more than yesterday, which had a drop of its own here (21 sold, 43.0 expected of it)"));
}

TEST_CASE("checkout long run: a few sales that come together are none") {
  Chance chance(4);
  for (int day = 0; day < 500; ++day) {
    HourlyTable table = ordinary_table(chance, 0.04);
    for (HourlyColumn& column : table.columns) {
      for (double& value : column.values) value = chance.count(0.3, 0.04);
    }
    if (why_not(table).empty()) CHECK(!has_long_run(test_hours(table, 0.05)));
  }
}

TEST_CASE("checkout long run: most half days at half volume are found, ordinary days are quiet") {
  Chance chance(5);
  int ordinary = 0, found = 0;
  for (int day = 0; day < 500; ++day) {
    HourlyTable table = ordinary_table(chance, 0.02);
    if (has_long_run(test_hours(table, 0.05))) ++ordinary;
    for (std::size_t h = 12; h < 18; ++h) today_of(table)[h] = chance.count(usual_day()[h] / 2, 0.02);
    if (has_long_run(test_hours(table, 0.05))) ++found;
  }
  MESSAGE("of 500 ordinary days ", ordinary, ", of 500 at half volume from 12h to 17h ", found);
  CHECK(ordinary < 20);
  CHECK(found > 300);
}
