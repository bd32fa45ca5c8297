// SPDX-License-Identifier: MIT
// Describes columns of numbers, one a line on standard input, numbers parted by blanks. compare-describe reads the
// result: count, mean, std, min, quartiles and max, with all their digits.
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "checkout/describe.hpp"

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream numbers(line);
    std::vector<double> values;
    for (double value = 0; numbers >> value;) values.push_back(value);
    if (values.empty()) continue;
    const auto d = pos::checkout::describe(values);
    std::printf("%zu %.17g %.17g %.17g %.17g %.17g %.17g %.17g\n", d.count, d.mean, d.std, d.min, d.q25, d.q50, d.q75,
                d.max);
  }
}
