// SPDX-License-Identifier: MIT
// The median of numbers in any order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace pos::model {

// Of none it is 0, of an even number the mean of the middle two.
[[nodiscard]] inline double median_of(std::vector<double> values) {
  if (values.empty()) return 0.0;
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace pos::model
