// SPDX-License-Identifier: MIT
#include "model/sample.hpp"

#include <algorithm>

namespace pos::model {

Subset::Subset(std::size_t population, std::size_t size, Random& random) : Subset(population) {
  const std::size_t first = population - std::min(size, population);
  for (std::size_t last = first; last < population; ++last) {
    const std::size_t drawn = first > 0 ? random.below(last + 1) : last;  // all of them need no draw
    insert(contains(drawn) ? last : drawn);
  }
}

std::vector<std::size_t> Subset::numbers() const {
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
      all.push_back(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
  }
  return all;
}

Ranks::Ranks(const Subset& subset) : subset_(subset) {
  before_.reserve(subset.words_.size());
  std::size_t before = 0;
  for (const std::uint64_t word : subset.words_) {
    before_.push_back(before);
    before += static_cast<std::size_t>(std::popcount(word));
  }
}

std::vector<std::size_t> sample(std::size_t population, std::size_t size, Random& random) {
  return Subset(population, size, random).numbers();
}

}  // namespace pos::model
