// SPDX-License-Identifier: MIT
#include "checkout/table_of_days.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

namespace pos::checkout {
namespace {

using Days = std::map<std::int32_t, HourlySales>;

void leave_out(TableOfDays& made, std::string_view name) {
  made.incomplete.push_back(std::string(name) + " is left out");
}

HourlySales with_all_hours(HourlySales sales) {
  for (std::size_t hour = 1; hour + 1 < sales.size(); ++hour) {
    if (std::isnan(sales[hour])) sales[hour] = (sales[hour - 1] + sales[hour + 1]) / 2;
  }
  return sales;
}

void add_day(TableOfDays& made, std::string_view name, const Days& days, std::int32_t day) {
  const auto found = days.find(day);
  if (found == days.end()) return leave_out(made, name);
  made.table.columns.push_back({std::string(name), with_all_hours(found->second)});
}

// What a single day shares with that of a week before it is of the weekday.
void add_week_before(TableOfDays& made, std::string_view name, const Days& days, std::int32_t day) {
  const auto found = days.find(day - 7);
  if (found != days.end() && made.table.find(name) != nullptr)
    made.table.week_before.push_back({std::string(name), with_all_hours(found->second)});
}

void add_average(TableOfDays& made, std::string_view name, const Days& days, std::int32_t day, std::int32_t length) {
  HourlySales means(24, 0.0);
  std::array<std::int32_t, 24> had{};
  std::int32_t known = 0;
  for (auto at = days.lower_bound(day - length); at != days.end() && at->first < day; ++at, ++known) {
    for (std::size_t hour = 0; hour < means.size(); ++hour) {
      if (std::isnan(at->second[hour])) continue;
      means[hour] += at->second[hour];
      ++had[hour];
    }
  }
  if (2 * known < length) return leave_out(made, name);
  for (std::size_t hour = 0; hour < means.size(); ++hour) means[hour] /= std::max(had[hour], 1);
  made.table.columns.push_back({std::string(name), std::move(means)});
  if (known < length) made.incomplete.push_back(std::string(name) + " is the mean of " + std::to_string(known) + " days");
}

// Out of all columns.
void skip_hour(HourlyTable& table, int hour) {
  const auto at = std::lower_bound(table.hours.begin(), table.hours.end(), hour) - table.hours.begin();
  table.hours.erase(table.hours.begin() + at);
  for (auto* columns : {&table.columns, &table.week_before}) {
    for (HourlyColumn& column : *columns) column.values.erase(column.values.begin() + at);
  }
  table.skipped.push_back(hour);
}

}  // namespace

TableOfDays table_of(const Days& days, std::int32_t day, int hours_over) {
  TableOfDays made;
  made.table.day = day;
  for (int hour = 0; hour < 24; ++hour) made.table.hours.push_back(hour);
  add_day(made, "today", days, day);
  for (auto hour = static_cast<std::size_t>(hours_over); hour < 24; ++hour)
    made.table.columns.front().values[hour] = std::numeric_limits<double>::quiet_NaN();
  add_day(made, "yesterday", days, day - 1);
  add_day(made, "same_day_last_week", days, day - 7);
  add_week_before(made, "yesterday", days, day - 1);
  add_week_before(made, "same_day_last_week", days, day - 7);
  add_average(made, "avg_last_week", days, day, 7);
  add_average(made, "avg_last_month", days, day, 30);
  for (int hour = 0; hour < 24; ++hour) {
    if (std::isnan(days.at(day)[static_cast<std::size_t>(hour)])) skip_hour(made.table, hour);
  }
  return made;
}

}  // namespace pos::checkout
