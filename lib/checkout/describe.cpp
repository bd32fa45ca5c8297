// SPDX-License-Identifier: MIT
#include "checkout/describe.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace pos::checkout {
namespace {

// As numpy does it, to the last digit: from the nearer of the two neighbours.
double quantile(std::span<const double> sorted, double share) {
  const double position = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  if (below + 1 >= sorted.size()) return sorted.back();
  const double part = position - static_cast<double>(below);
  const double step = sorted[below + 1] - sorted[below];
  return part < 0.5 ? sorted[below] + step * part : sorted[below + 1] - step * (1 - part);
}

// Two passes: the sum of squares less the square of the sum would have no digits left for large, like numbers.
double sample_deviation(std::span<const double> values, double mean) {
  if (values.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace

bool is_whole(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return value == std::floor(value); });
}

double total(std::span<const double> values) { return std::accumulate(values.begin(), values.end(), 0.0); }

Description describe(std::span<const double> values) {
  assert(!values.empty());
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  Description result;
  result.count = values.size();
  result.mean = total(values) / static_cast<double>(values.size());
  result.std = sample_deviation(values, result.mean);
  result.min = sorted.front();
  result.q25 = quantile(sorted, 0.25);
  result.q50 = quantile(sorted, 0.5);
  result.q75 = quantile(sorted, 0.75);
  result.max = sorted.back();
  return result;
}

Kind kind_of(const HourlyColumn& column) {
  return column.name.starts_with("avg_") || !is_whole(column.values) ? Kind::average : Kind::count;
}

}  // namespace pos::checkout
