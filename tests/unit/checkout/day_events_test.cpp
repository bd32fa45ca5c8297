// SPDX-License-Identifier: MIT
#include "checkout/day_events.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "checkout/wording.hpp"
#include "unit/checkout/tables.hpp"

using namespace pos;
using namespace pos::checkout;

namespace {

std::string told(const std::vector<DayEvent>& events, std::vector<double> sold) {
  const HourlyTest test = test_hours(four_references(std::move(sold)), 0.05);
  std::string text;
  for (const Insight& insight : tell_events(test, events, Language::en)) text += insight.text;
  return text;
}

}  // namespace

TEST_CASE("day events: a promotion is held against what the rest of the day lets expect") {
  std::vector<double> day = usual_day();
  for (std::size_t hour = 12; hour < 15; ++hour) day[hour] *= 2;
  const std::string text = told({{12 * 60, 15 * 60, "two for one", "promotion"}}, day);
  CHECK(has(text, "The day had two for one (promotion): +"));
  CHECK(has(text, "at 12h-14h, 236 sold and "));
}

TEST_CASE("day events: half an hour makes an hour one of the event's") {
  CHECK(has(told({{12 * 60 + 31, 14 * 60 + 30, "fair", ""}}, usual_day()), "The day had fair: 0.0% at 13h-14h"));
}

TEST_CASE("day events: a whole day is held against the days before") {
  std::vector<double> day = scaled(usual_day(), 0.5);
  for (double& count : day) count = std::round(count);
  const std::string text = told({{0, minutes_of_day, "carnival", "holiday"}}, day);
  CHECK(has(text, "The day had carnival (holiday): -"));
  CHECK(has(text, "all day against the days before ("));
  CHECK(!has(text, "Without"));
}

TEST_CASE("day events: of a whole day hours that stand out count, and are told apart") {
  std::vector<double> day = usual_day();
  const double usual = std::accumulate(day.begin(), day.end(), 0.0);
  for (std::size_t hour = 12; hour < 15; ++hour) day[hour] = 0;
  const double sold = std::accumulate(day.begin(), day.end(), 0.0);
  const std::string text = told({{0, minutes_of_day, "sale", ""}}, day);
  CHECK(has(text, "The day had sale: " + change(usual, sold) + " all day against the days before ("));
  CHECK(has(text, "). Without 12h-14h: 0.0%."));
}

TEST_CASE("day events: what the weekday does is not the event's") {
  HourlyTable table = four_references(usual_day());
  for (const std::size_t column : {1U, 3U, 4U})
    table.columns[column].values = scaled(usual_day(), 0.8);  // it is a Saturday, and sells like the one before
  const std::vector<DayEvent> events{{0, minutes_of_day, "sale", "promotion"}};
  const std::string text = tell_events(test_hours(table, 0.05), events, Language::en).front().text;
  CHECK(has(text, "Against same_day_last_week, the same weekday: 0.0%."));
  CHECK(!has(told(events, usual_day()), "the same weekday"));
}

TEST_CASE("day events: a moment has its time") {
  CHECK(told({{14 * 60 + 2, 14 * 60 + 2, "deploy 4.2", ""}}, usual_day()) == "The day had deploy 4.2 at 14:02.");
}
