// SPDX-License-Identifier: MIT
#include "checkout/describe.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pos::checkout {

bool is_whole(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return value == std::floor(value); });
}

double total(std::span<const double> values) { return std::accumulate(values.begin(), values.end(), 0.0); }

Kind kind_of(const HourlyColumn& column, bool is_money) {
  if (column.name.starts_with("avg_")) return Kind::average;
  if (is_money) return Kind::amount;
  return is_whole(column.values) ? Kind::count : Kind::average;
}

}  // namespace pos::checkout
