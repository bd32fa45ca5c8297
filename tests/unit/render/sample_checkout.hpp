// SPDX-License-Identifier: MIT
// Reports of checkout-stats to render in tests.
#pragma once

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "checkout/report.hpp"

namespace pos::render::sample_checkout {

// A table whose descriptions are those of pandas for its values: six hours, or as many as are there.
inline checkout::DayReport day(std::string name, std::vector<int> hours, std::vector<HourlyColumn> columns) {
  checkout::DayReport day;
  day.table = {std::move(name), std::move(hours), std::move(columns)};
  for (const HourlyColumn& column : day.table.columns) {
    day.info.push_back({column.name, checkout::Kind::count, true, column.values.size(), 24 - column.values.size()});
    day.descriptions.push_back({column.values.size(), 18.5, 15.5, 0, 4.5, 21.125, 30.75, 37});
  }
  day.untested = "it has no column today";
  return day;
}

// 10h to 15h: an outage at 12h and 13h with its edge at 14h; the reference is odd at 15h.
inline checkout::DayReport outage_day(std::string name = "data/monday.csv") {
  checkout::DayReport report =
      day(std::move(name), {10, 11, 12, 13, 14, 15},
          {{"today", {29, 37, 0, 0, 21, 30}}, {"avg_last_week", {26, 31.57, 35.86, 34, 33.71, 31.14}}});
  report.info[1].kind = checkout::Kind::average;
  report.info[1].whole = false;
  using checkout::Anomaly;
  checkout::HourlyTest test;
  test.hours = {
      {10, 29, 26, 11, 45, 0.51, 1, Anomaly::none, false, 0, "", ""},
      {11, 37, 31.57, 15, 53, 0.27, 1, Anomaly::none, false, 0, "", ""},
      {12, 0, 35.86, 18, 58, 2.7e-16, 6.5e-15, Anomaly::outage, false, 35.86, "", "Nothing was sold, 36 expected."},
      {13, 0, 34, 17, 56, 1.7e-15, 4e-14, Anomaly::outage, false, 34, "", "Nothing was sold, 34 expected."},
      {14, 21, 33.71, 16, 55, 0.02, 0.4, Anomaly::shoulder, false, 12.71, "", "The outage before ends here."},
      {15, 30, 31.14, 15, 52, 0.84, 1, Anomaly::none, false, 0, "yesterday", "yesterday has an outage here."}};
  test.lost = 82.57;
  report.test = std::move(test);
  report.untested.clear();
  report.insights = {{"total", "117 were sold today.", {{"today", 117}, {"expected", 192.28}}},
                     {"quiet", "Nothing was sold in 2 hours.", {}}};
  return report;
}

inline checkout::DayReport ordinary_day(std::string name = "data/sunday.csv") {
  checkout::DayReport report = outage_day(std::move(name));
  report.table.columns[0].values = {28, 33, 35, 34, 31, 30};
  for (std::size_t i = 0; i < report.test->hours.size(); ++i) {
    checkout::HourResult& hour = report.test->hours[i];
    hour.value = report.table.columns[0].values[i];
    hour.p = hour.holm = 1;
    hour.anomaly = checkout::Anomaly::none;
    hour.lost = 0;
    hour.odd.clear();
    hour.explained.clear();
  }
  report.test->lost = 0;
  return report;
}

inline checkout::Report one_file() { return {0.05, {outage_day()}, {}, {}}; }

// Sunday, then Monday with its outage.
inline checkout::Report two_files() {
  checkout::Report report{0.05, {ordinary_day(), outage_day()}, checkout::Comparison{}, {}};
  report.comparison->hours = {{10, 28, 29}, {11, 33, 37}, {12, 35, 0}, {13, 34, 0}, {14, 31, 21}, {15, 30, 30}};
  report.comparison->before = 191;
  report.comparison->after = 117;
  report.comparison->checked = true;
  report.comparison->explanation = "Most of it is the outage of 12h and 13h.";
  return report;
}

// What an unkind file may name a column, and itself.
inline const std::vector<std::string>& hostile_columns() {
  static const std::vector<std::string> names = {"<img src=x onerror=alert(1)>",
                                                 "\x1b[2J\x1b[31mowned",
                                                 "a,\"b\"\nc",
                                                 "\u202Eyadot",
                                                 "</style><script>alert(1)</script>",
                                                 "stat",
                                                 std::string(300, 'x')};
  return names;
}
inline checkout::Report hostile() {
  std::vector<HourlyColumn> columns;
  for (const std::string& name : hostile_columns()) columns.push_back({name, {1e300, 0, -5}});
  checkout::Report report{0.05, {day("\x1b[2J<b>\xff.csv", {0, 12, 23}, columns)}, {}, {}};
  for (checkout::DayReport& one : report.days) {
    one.descriptions.assign(columns.size(), {3, 1e300, 1e300, -5, 0, 0, 1e300, 1e300});
    for (const std::string& name : hostile_columns())
      one.insights.push_back({"columns", name + " is odd", {{name, 1}}});
  }
  return report;
}

}  // namespace pos::render::sample_checkout
