// SPDX-License-Identifier: MIT
// Drawing rows at random without putting any back.
#pragma once

#include <cstddef>
#include <vector>

#include "model/random.hpp"

namespace pos::model {

// `size` different numbers of 0 to population - 1, ascending; all of them where size is larger.
// Every subset is equally likely. Time and memory O(size log size), whatever the population.
// Source: Floyd's algorithm, Bentley & Floyd (1987), "A sample of brilliance", CACM 30:9.
[[nodiscard]] std::vector<std::size_t> sample(std::size_t population, std::size_t size, Random& random);

}  // namespace pos::model
