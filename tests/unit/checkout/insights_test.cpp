// SPDX-License-Identifier: MIT
#include "checkout/insights.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "unit/checkout/tables.hpp"

using namespace pos;
using namespace pos::checkout;
using doctest::Approx;

namespace {

std::vector<Insight> insights_of(const HourlyTable& table) {
  std::optional<HourlyTest> test;
  if (why_not(table).empty()) test = test_hours(table, 0.05);
  return insights(table, test);
}

// The text of all insights of this topic.
std::string text_of(const std::vector<Insight>& insights, const std::string& topic) {
  std::string text;
  for (const Insight& insight : insights) {
    if (insight.topic == topic) text += (text.empty() ? "" : "\n") + insight.text;
  }
  return text;
}

double figure_of(const std::vector<Insight>& insights, const std::string& name) {
  for (const Insight& insight : insights) {
    for (const auto& [figure, value] : insight.figures) {
      if (figure == name) return value;
    }
  }
  return std::nan("");
}

}  // namespace

TEST_CASE("checkout insights: counts and averages are told apart") {
  CHECK(
      text_of(insights_of(first_example()), "columns") ==
      "Counts of single days, whole numbers an hour: today (0 to 38), yesterday (0 to 36) and same_day_last_week (0 to "
      "45). Averages of several days: avg_last_week (0 to 35.86) and avg_last_month (0 to 36.10). Averaging smooths "
      "the "
      "lowest and the highest hour: they are not compared with those of one day.");
}

TEST_CASE("checkout insights: today is put beside every reference, by per cent") {
  const auto found = insights_of(first_example());
  CHECK(text_of(found, "total") == "432 sales today in 24 hours: 18.00 an hour.");
  // sums of the columns: 437, 477, 433.71 and 427.92
  const std::string text = text_of(found, "reference");
  CHECK(has(text, "Against yesterday: -1.1%. Sales 432 to 437, an hour 18.00 to 18.21."));
  CHECK(has(text, "Against same_day_last_week: -9.4%. Sales 432 to 477, an hour 18.00 to 19.88."));
  CHECK(has(text, "Against avg_last_week: -0.4%. Sales 432 to 433.71, an hour 18.00 to 18.07."));
  CHECK(has(text, "Against avg_last_month: +1.0%. Sales 432 to 427.92, an hour 18.00 to 17.83."));
  CHECK(figure_of(found, "yesterday_change_percent") == Approx((432.0 / 437 - 1) * 100));
}

TEST_CASE("checkout insights: a reference with an outage of its own is said to flatter today") {
  HourlyTable table = first_example();
  for (std::size_t h = 12; h < 15; ++h) table.columns[1].values[h] = 0;  // 95 sales
  const auto found = insights_of(table);
  CHECK(has(text_of(found, "reference"), "Against yesterday: +26.3%."));  // 432 to 437 - 95
  CHECK(has(text_of(found, "reference"), "yesterday itself had an outage 12h-14h (nothing sold, "));
  CHECK(has(text_of(found, "reference"), "so the comparison flatters today"));
  CHECK(figure_of(found, "yesterday_without_incident") == Approx(437).epsilon(0.05));
}

TEST_CASE("checkout insights: hours without sales are closed, chance, or should have sold") {
  CHECK(text_of(insights_of(first_example()), "quiet") ==
        "No sales in 5 hours. 00h-02h and 04h: as good as closed, at most 0.56 expected in an hour. 05h: at most 1.7 "
        "expected in an hour, few enough for chance in one alone.");
  const auto found = insights_of(second_example());
  CHECK(has(text_of(found, "quiet"), "12h-14h should have sold: 107.3 expected."));
  CHECK(
      text_of(found, "outage") ==
      "Not ordinary: an outage 12h-14h (nothing sold, 107.3 expected). About 107 sales lost: with ordinary sales there "
      "the day would have had about 446.");
  CHECK(figure_of(found, "should_have_sold_hours") == 3);
}

TEST_CASE("checkout insights: which hours hold the day's sales") {
  const auto found = insights_of(first_example());
  // 29 + 37 + 31 + 35 + 38 + 32 + 33 = 235; no 6 hours in a row reach 216: the best, 11h to 16h, hold 206
  CHECK(has(text_of(found, "share"), "10h-16h hold 235 of 432 sales, 54.4%"));
  // 196 from 12h to 17h
  CHECK(figure_of(found, "afternoon_percent") == Approx(196 / 4.32));
  CHECK(figure_of(found, "night_percent") + figure_of(found, "morning_percent") +
            figure_of(found, "afternoon_percent") + figure_of(found, "evening_percent") ==
        Approx(100));
}

TEST_CASE("checkout insights: median against mean, and peaks") {
  const auto found = insights_of(second_example());
  // numpy.median of the column: 10.5; 9 hours above 14.125 with 281 of 339 sales
  CHECK(
      has(text_of(found, "median"),
          "The median hour sold 10.50, the mean is 14.12: few strong hours carry the day. 9 of 24 hours are above the "
          "mean, with 82.9% of the sales."));
  CHECK(has(text_of(found, "peak"), "Strongest hours: 11h (39), 18h (36) and 17h (35)."));
  CHECK(has(text_of(found, "peak"), "Peak elsewhere: yesterday at 14h (38), "));
}

TEST_CASE("checkout insights: without today there are statements on the columns alone") {
  HourlyTable table = first_example();
  table.columns.erase(table.columns.begin());
  for (const Insight& insight : insights_of(table)) CHECK((insight.topic == "columns" || insight.topic == "spread"));
}

TEST_CASE("checkout insights: without a past nothing is said of it") {
  HourlyTable table = first_example();
  table.columns.resize(1);
  const auto found = insights_of(table);
  CHECK(text_of(found, "reference") == "");
  CHECK(has(text_of(found, "quiet"), "nobody can say"));
}

TEST_CASE("checkout insights: figures are numbers and texts have none that are not, whatever the table") {
  Chance chance(3);
  for (int i = 0; i < 200; ++i) {
    CAPTURE(i);
    HourlyTable table = ordinary_table(chance, 0.04);
    for (HourlyColumn& column : table.columns) {
      if (chance.below(4) == 0) std::fill(column.values.begin(), column.values.end(), 0.0);
    }
    while (table.columns.size() > 1 && chance.below(4) == 0)
      table.columns.erase(table.columns.begin() + chance.below(2));
    const std::size_t hours = static_cast<std::size_t>(1 + chance.below(24));
    table.hours.resize(hours);
    for (HourlyColumn& column : table.columns) column.values.resize(hours);
    for (const Insight& insight : insights_of(table)) {
      CAPTURE(insight.text);
      CHECK(!insight.text.empty());
      CHECK(!has(insight.text, "nan"));
      CHECK(!has(insight.text, "inf"));
      for (const auto& [name, value] : insight.figures) CHECK(std::isfinite(value));
    }
  }
}

TEST_CASE("checkout insights: a column's name cannot steer the terminal") {
  HourlyTable table = first_example();
  table.columns.push_back({"\x1b[2J", std::vector<double>(24, 1.0)});
  for (const Insight& insight : insights_of(table)) CHECK(!has(insight.text, "\x1b"));
}

namespace {

// A day whose strong hours are `peaks`, all others alike.
std::vector<double> day_with_peaks(int peaks) {
  std::vector<double> sales(24, 20);
  for (int h = 0; h < peaks; ++h) sales[static_cast<std::size_t>(h)] = 60;
  return sales;
}

}  // namespace

TEST_CASE("checkout insights: a median below the mean as a week ago, and on no other day, is of the weekday") {
  const auto few = day_with_peaks(6), many = day_with_peaks(14);  // median 20, mean 30; median 60, mean 43.33
  const HourlyTable table =
      table_of({{"today", few}, {"yesterday", many}, {"same_day_last_week", few}, {"avg_last_month", many}});
  const auto found = insights(table, std::nullopt);
  CHECK(text_of(found, "weekday") ==
        "Today's median hour is below the mean (20.00 to 30.00), as on the same weekday a week ago (20.00 to 30.00). It "
        "is not so in yesterday and avg_last_month: a pattern of this weekday.");
  CHECK(figure_of(found, "as_same_day_last_week") == 1);
  CHECK(figure_of(found, "other_days_unlike") == 2);
  CHECK(figure_of(found, "same_day_last_week_median") == 20);
  CHECK(figure_of(found, "same_day_last_week_mean") == 30);
}

TEST_CASE("checkout insights: what is so on other days too, or on none, is no pattern of the weekday") {
  const auto few = day_with_peaks(6), many = day_with_peaks(14);
  const auto told = [](const std::vector<double>& today, const std::vector<double>& week_ago,
                       const std::vector<double>& yesterday) {
    return text_of(insights(table_of({{"today", today}, {"yesterday", yesterday}, {"same_day_last_week", week_ago}}),
                            std::nullopt),
                   "weekday");
  };
  CHECK(told(few, few, few).empty());
  CHECK(told(many, few, few) ==
        "Today's median hour is above the mean (60.00 to 43.33), unlike on the same weekday a week ago (20.00 to 30.00). "
        "So it is no pattern of this weekday.");
  CHECK(told(std::vector<double>(24, 7), few, many).empty());               // median and mean are the same
  CHECK(told(few, std::vector<double>(24, 0), many).empty());               // nothing was sold a week ago
  CHECK(told(std::vector<double>(24, 0), few, many).empty());               // nor today
  CHECK(told(std::vector<double>(24, -7), few, many).empty());              // no sales at all, perhaps their returns
  CHECK(text_of(insights(table_of({{"today", few}, {"same_day_last_week", few}}), std::nullopt), "weekday").empty());
}

TEST_CASE("checkout insights: an outage is a reason for a low median, before the weekday is") {
  // With what was expected of 12h-14h the sorted column of the second example has 14 and 21 in its middle.
  const auto found = insights_of(second_example());
  CHECK(text_of(found, "weekday") ==
        "Today's median hour is below the mean (10.50 to 14.12), unlike on the same weekday a week ago (23.00 to 21.21). "
        "With ordinary sales at 12h-14h today would have a median of 17.50 and a mean of 18.60: what happened then "
        "explains it, not the weekday.");
  CHECK(figure_of(found, "ordinary_median") == 17.5);
}

TEST_CASE("checkout insights: the weekday of the real days") {
  const auto days = real_days();
  if (!days) return;
  CHECK(text_of(insights_of(days->first), "weekday").empty());
  CHECK(text_of(insights_of(days->second), "weekday") ==
        "Today's median hour is below the mean (15.00 to 17.79), as on the same weekday a week ago (18.00 to 20.33). It is "
        "not so in yesterday, avg_last_week and avg_last_month, which looks like a pattern of this weekday. But with "
        "ordinary sales at 14h-18h today would have a median of 28.50 and a mean of 24.14: what happened then explains "
        "it as well.");
}

TEST_CASE("checkout insights: what is not as on other days is marked, and of an ordinary day nothing is") {
  const auto unusual = [](const HourlyTable& table) {
    std::string topics;
    for (const Insight& insight : insights_of(table)) {
      if (!insight.ordinary) topics += insight.topic + " ";
    }
    return topics;
  };
  CHECK(unusual(first_example()).empty());
  CHECK(unusual(second_example()) == "outage weekday ");
  HourlyTable table = first_example();
  for (std::size_t h = 12; h < 15; ++h) table.columns[1].values[h] = 0;  // yesterday had an outage
  CHECK(unusual(table) == "reference ");
}
