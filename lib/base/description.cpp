// SPDX-License-Identifier: MIT
#include "base/description.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace pos {
namespace {

// Of a value that is there some times.
using Times = std::pair<double, std::size_t>;

// The one at that place, were each there as often as it is.
double value_at(std::span<const Times> sorted, std::size_t place) {
  for (const auto& [value, times] : sorted) {
    if (place < times) return value;
    place -= times;
  }
  return sorted.back().first;
}

// As numpy does it, to the last digit: from the nearer of the two neighbours.
double quantile(std::span<const Times> sorted, std::size_t count, double share) {
  const double position = share * static_cast<double>(count - 1);
  const auto below = static_cast<std::size_t>(position);
  const double part = position - static_cast<double>(below);
  const double low = value_at(sorted, below), high = value_at(sorted, below + 1);
  const double step = high - low;
  return part < 0.5 ? low + step * part : high - step * (1 - part);
}

// Two passes: the sum of squares less the square of the sum would have no digits left for large, like numbers.
double sample_deviation(std::span<const Times> values, std::size_t count, double mean) {
  if (count < 2) return std::numeric_limits<double>::quiet_NaN();
  double squares = 0;
  for (const auto& [value, times] : values) squares += (value - mean) * (value - mean) * static_cast<double>(times);
  return std::sqrt(squares / static_cast<double>(count - 1));
}

// `values` as they came: so their sum is that of numpy.
Description describe_times(std::vector<Times> values) {
  Description result;
  double sum = 0;
  for (const auto& [value, times] : values) {
    sum += value * static_cast<double>(times);
    result.count += times;
  }
  result.mean = sum / static_cast<double>(result.count);
  result.std = sample_deviation(values, result.count, result.mean);
  std::sort(values.begin(), values.end());
  result.min = values.front().first;
  result.q25 = quantile(values, result.count, 0.25);
  result.q50 = quantile(values, result.count, 0.5);
  result.q75 = quantile(values, result.count, 0.75);
  result.max = values.back().first;
  return result;
}

}  // namespace

Description describe(std::span<const double> values) {
  assert(!values.empty());
  std::vector<Times> times;
  times.reserve(values.size());
  for (const double value : values) times.emplace_back(value, 1);
  return describe_times(std::move(times));
}

Description Frequencies::describe() const {
  assert(!rows_.empty());
  std::vector<Times> times;
  times.reserve(rows_.size());
  for (const auto& [value, rows] : rows_) times.emplace_back(static_cast<double>(value), rows);
  std::sort(times.begin(), times.end());  // the same sum everywhere, whatever the order of the table
  return describe_times(std::move(times));
}

}  // namespace pos
