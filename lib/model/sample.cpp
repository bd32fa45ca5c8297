// SPDX-License-Identifier: MIT
#include "model/sample.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>

namespace pos::model {

std::vector<std::size_t> sample(std::size_t population, std::size_t size, Random& random) {
  if (size >= population) {
    std::vector<std::size_t> all(population);
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
  }
  std::unordered_set<std::size_t> taken(size * 2);
  for (std::size_t last = population - size; last < population; ++last) {
    const std::size_t drawn = random.below(last + 1);
    if (!taken.insert(drawn).second) taken.insert(last);
  }
  std::vector<std::size_t> chosen(taken.begin(), taken.end());
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace pos::model
