// SPDX-License-Identifier: MIT
#include "checkout/comparison.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "unit/checkout/tables.hpp"

using namespace pos;
using namespace pos::checkout;

namespace {

std::optional<HourlyTest> test_of(const HourlyTable& table) {
  if (!why_not(table).empty()) return std::nullopt;
  return test_hours(table, 0.05);
}

Comparison compare_days(const HourlyTable& first, const HourlyTable& second) {
  return compare(first, test_of(first), second, test_of(second));
}

void remove_hour(HourlyTable& table, std::size_t at) {
  table.hours.erase(table.hours.begin() + static_cast<std::ptrdiff_t>(at));
  for (HourlyColumn& column : table.columns)
    column.values.erase(column.values.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace

TEST_CASE("checkout compare: an outage explains the difference of two days") {
  const Comparison comparison = compare_days(first_example(), second_example());
  CHECK(comparison.hours.size() == 24);
  CHECK(comparison.before == 432);
  CHECK(comparison.after == 339);
  CHECK(comparison.checked);
  CHECK(comparison.contradictions.empty());
  // 107.3 expected from 12h to 14h by the reference; 339 + 107.3 = 446.3
  CHECK(
      comparison.explanation ==
      "The second day sold 339, the first 432: 93 fewer (-21.5%). The second day had an outage 12h-14h (nothing sold, "
      "107.3 expected): -107 sales. Incidents make -107 of the difference, all else +14: without them the second day "
      "would have sold about 446 against 432, 14 more (+3.3%), no more than chance can make: nothing points to a "
      "change "
      "in general.");
}

TEST_CASE("checkout compare: the real days differ by their outages [original checkouts]") {
  const auto days = real_days();
  if (!days) return;
  const Comparison comparison = compare_days(days->first, days->second);
  CHECK(comparison.contradictions.empty());
  CHECK(has(comparison.explanation, "99 fewer (-18.8%)"));
  CHECK(has(comparison.explanation, "The second day had an outage 15h-17h (nothing sold, "));
  CHECK(has(comparison.explanation, "Incidents make -102 of the difference, all else +3"));
}

TEST_CASE("checkout compare: two ordinary days differ by ups and downs") {
  HourlyTable second = first_example();
  second.columns[1].values = second.columns[0].values;
  second.columns[0].values[15] += 9;
  second.columns[0].values[20] -= 2;
  CHECK(compare_days(first_example(), second).explanation ==
        "The second day sold 439, the first 432: 7 more (+1.6%). No hour of either day is out of the ordinary: the "
        "difference is spread over the day, and may be chance. Largest at 15h (+9) and 20h (-2).");
}

TEST_CASE("checkout compare: hours where yesterday is not the first file's today are told") {
  HourlyTable second = second_example();
  second.columns[1].values[7] += 1;
  second.columns[1].values[21] = 0;
  CHECK(compare_days(first_example(), second).contradictions == std::vector{7, 21});
  second.columns.erase(second.columns.begin() + 1);
  const Comparison unchecked = compare_days(first_example(), second);
  CHECK(!unchecked.checked);
  CHECK(unchecked.contradictions.empty());
}

TEST_CASE("checkout compare: only hours that both files have are compared") {
  HourlyTable first = first_example();
  remove_hour(first, 13);
  const Comparison comparison = compare_days(first, second_example());
  CHECK(comparison.hours.size() == 23);
  CHECK(comparison.before == 432 - 35);
  CHECK(comparison.after == 339);
  // the 35.9 sales lost at 13h are no part of it
  CHECK(
      has(comparison.explanation,
          "an outage 12h (nothing sold, 36.7 expected): -37 sales and an outage 14h (nothing sold, 34.7 expected): -35 "
          "sales."));
}

TEST_CASE("checkout compare: the edge of an incident that only one file has is no incident") {
  HourlyTable second = second_example();
  second.columns[0].values[12] = second.columns[0].values[13] = 33;
  second.columns[0].values[15] = 18;  // the shoulder of 14h
  REQUIRE(test_of(second)->hours[15].anomaly == Anomaly::shoulder);
  HourlyTable first = first_example();
  remove_hour(first, 14);
  CHECK(has(compare_days(first, second).explanation, "No hour of either day is out of the ordinary"));
}

TEST_CASE("checkout compare: a day that cannot be tested is said to be") {
  HourlyTable first = first_example();
  first.columns.resize(1);
  CHECK(has(compare_days(first, first_example()).explanation, "Incidents of the first day are unknown."));
  CHECK(has(compare_days(first, first).explanation, "no difference. Incidents of the days are unknown."));
}

TEST_CASE("checkout compare: what cannot be compared is told why") {
  HourlyTable first = first_example(), second = second_example();
  CHECK(why_not(first, second) == "");
  second.columns[0].name = "tomorrow";
  CHECK(why_not(first, second) == "checkout-2 has no column today (--columns today=NAME says which it is)");
  second = second_example();
  first.hours = {3};
  second.hours = {4};
  CHECK(why_not(first, second) == "the files have no hour in common");
}
