// SPDX-License-Identifier: MIT
#include "checkout/day_so_far.hpp"

#include <algorithm>
#include <cmath>

namespace pos::checkout {
namespace {

// Rows up to the last one with a number of today.
std::size_t rows_so_far(const HourlyTable& table) {
  const HourlyColumn* today = table.find("today");
  std::size_t rows = table.hours.size();
  while (today != nullptr && rows > 0 && std::isnan(today->values[rows - 1])) --rows;
  return rows;
}

}  // namespace

std::optional<int> last_hour_so_far(const HourlyTable& table) {
  const std::size_t rows = rows_so_far(table);
  if (rows == table.hours.size() || rows == 0) return std::nullopt;
  return table.hours[rows - 1];
}

HourlyTable so_far(const HourlyTable& table) {
  HourlyTable cut = table;
  const std::size_t rows = rows_so_far(table);
  cut.hours.resize(rows);
  for (HourlyColumn& column : cut.columns) column.values.resize(rows);
  for (HourlyColumn& column : cut.week_before) column.values.resize(rows);
  return cut;
}

std::vector<int> missing_hours(const HourlyTable& table) {
  std::vector<int> missing;
  for (int hour = 0; hour <= last_hour_so_far(table).value_or(23); ++hour) {
    const bool is_there = std::binary_search(table.hours.begin(), table.hours.end(), hour);
    const bool is_skipped = std::find(table.skipped.begin(), table.skipped.end(), hour) != table.skipped.end();
    if (!is_there && !is_skipped) missing.push_back(hour);
  }
  return missing;
}

HourlyColumn known_part(const HourlyColumn& column) {
  HourlyColumn known = column;
  std::erase_if(known.values, [](double value) { return std::isnan(value); });
  return known;
}

}  // namespace pos::checkout
