// SPDX-License-Identifier: MIT
// Drawing rows at random without putting any back.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/random.hpp"

namespace pos::model {

// Some of the numbers 0 to population - 1.
//
// Cost     A bit for each number; Ranks take as much.
class Subset {
 public:
  // None of them.
  explicit Subset(std::size_t population) : words_(population / 64 + 1, 0) {}
  // `size` of them, all where it is larger. Every subset is equally likely.
  // Source: Floyd's algorithm, Bentley & Floyd (1987), "A sample of brilliance", CACM 30:9.
  Subset(std::size_t population, std::size_t size, Random& random);

  void insert(std::size_t number) { words_[number / 64] |= std::uint64_t{1} << number % 64; }
  [[nodiscard]] bool contains(std::size_t number) const { return (words_[number / 64] >> number % 64 & 1U) != 0; }
  // Ascending.
  [[nodiscard]] std::vector<std::size_t> numbers() const;

 private:
  friend class Ranks;
  std::vector<std::uint64_t> words_;
};

// The place of each number among those of a subset, which must outlive it.
class Ranks {
 public:
  explicit Ranks(const Subset& subset);
  // How many numbers of the subset are smaller.
  [[nodiscard]] std::size_t of(std::size_t number) const {
    const std::uint64_t below = (std::uint64_t{1} << number % 64) - 1;
    return before_[number / 64] + static_cast<std::size_t>(std::popcount(subset_.words_[number / 64] & below));
  }

 private:
  const Subset& subset_;
  std::vector<std::size_t> before_;  // each word
};

// The numbers of such a random subset.
[[nodiscard]] std::vector<std::size_t> sample(std::size_t population, std::size_t size, Random& random);

}  // namespace pos::model
