// SPDX-License-Identifier: MIT
// Describes columns of numbers, one a line on standard input, numbers parted by blanks: whole ones as pos-report does, by
// how often each is there, others as checkout-stats does. compare-describe reads the
// result: count, mean, std, min, quartiles and max, with all their digits.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "base/description.hpp"

namespace {

pos::Description described(const std::vector<double>& values) {
  if (!std::all_of(values.begin(), values.end(), [](double value) { return value == std::floor(value); }))
    return pos::describe(values);
  pos::Frequencies frequencies;
  for (const double value : values) frequencies.add(static_cast<std::int64_t>(value));
  return frequencies.describe();
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream numbers(line);
    std::vector<double> values;
    for (double value = 0; numbers >> value;) values.push_back(value);
    if (values.empty()) continue;
    const auto d = described(values);
    std::printf("%zu %.17g %.17g %.17g %.17g %.17g %.17g %.17g\n", d.count, d.mean, d.std, d.min, d.q25, d.q50, d.q75,
                d.max);
  }
}
