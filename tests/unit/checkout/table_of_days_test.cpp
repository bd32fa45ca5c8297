// SPDX-License-Identifier: MIT
#include "checkout/table_of_days.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace pos;
using namespace pos::checkout;

namespace {

// Days from `first` to 100, each with as many sales in each hour as its number.
std::map<std::int32_t, HourlySales> days_from(std::int32_t first) {
  std::map<std::int32_t, HourlySales> days;
  for (std::int32_t day = first; day <= 100; ++day) days[day] = HourlySales(24, day);
  return days;
}

// `today 100, yesterday 99`: each column and its first value.
std::string columns(const TableOfDays& made) {
  std::string text;
  for (const HourlyColumn& column : made.table.columns)
    text += (text.empty() ? "" : ", ") + column.name + " " +
            std::to_string(static_cast<int>(std::lround(column.values[0] * 10)));
  return text;
}

}  // namespace

TEST_CASE("table of days: the references are those of an export") {
  const TableOfDays made = table_of(days_from(60), 100, 24);
  // of 93 to 99, and of 70 to 99, in tenths
  CHECK(columns(made) == "today 1000, yesterday 990, same_day_last_week 930, avg_last_week 960, avg_last_month 845");
  CHECK(made.incomplete.empty());
  CHECK(made.table.hours.size() == 24);
  CHECK(made.table.day == 100);
  REQUIRE(made.table.week_before.size() == 2);  // of 92 and 86
  CHECK(made.table.week_before[0].name == "yesterday");
  CHECK(made.table.week_before[0].values[0] == 92);
  CHECK(made.table.week_before[1].values[0] == 86);
}

TEST_CASE("table of days: days that nobody knows are not zero") {
  auto days = days_from(80);
  days.erase(99);
  days.erase(95);
  const TableOfDays made = table_of(days, 100, 24);
  CHECK(columns(made) == "today 1000, same_day_last_week 930, avg_last_week 956, avg_last_month 887");
  CHECK(made.incomplete == std::vector<std::string>{"yesterday is left out", "avg_last_week is the mean of 5 days",
                                                    "avg_last_month is the mean of 18 days"});
}

TEST_CASE("table of days: an average of less than half of its days is none") {
  CHECK(columns(table_of(days_from(97), 100, 24)) == "today 1000, yesterday 990");
  CHECK(columns(table_of(days_from(96), 100, 24)) == "today 1000, yesterday 990, avg_last_week 975");
  CHECK(columns(table_of(days_from(100), 100, 24)) == "today 1000");
}

TEST_CASE("table of days: hours that are not over are not known") {
  const TableOfDays made = table_of(days_from(60), 100, 9);
  CHECK(made.table.columns[0].values[8] == 100);
  CHECK(std::isnan(made.table.columns[0].values[9]));
  CHECK(made.table.columns[1].values[9] == 99);
}

// Clocks that are put on leave out 02h, which is no hour without sales.
TEST_CASE("table of days: an hour that a day does not have") {
  const double none = std::nan("");
  auto days = days_from(60);
  days[99][2] = none;
  const TableOfDays after = table_of(days, 100, 24);
  CHECK(after.table.hours.size() == 24);
  CHECK(after.table.find("yesterday")->values[2] == 99);
  CHECK(after.table.find("avg_last_week")->values[1] == 96);
  CHECK(after.table.find("avg_last_week")->values[2] == doctest::Approx(95.5));  // of 93 to 98
  days[100][2] = none;
  const TableOfDays made = table_of(days, 100, 24);
  CHECK(made.table.hours.size() == 23);
  CHECK(made.table.hours[2] == 3);
  CHECK(made.table.skipped == std::vector<int>{2});
  for (const HourlyColumn& column : made.table.columns) CHECK(column.values.size() == 23);
}
