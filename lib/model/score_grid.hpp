// SPDX-License-Identifier: MIT
// The scores of all rows that a status can have, at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "model/isolation_forest.hpp"

namespace pos::model {

// A forest tells counts apart by its cuts alone: those between two cuts are one bin. So a status has no more scores
// than a day has minutes, times the bins.
//
// Cost     32 bytes a leaf of the forest. path_sums() is two additions a cell and a look at each leaf: as much as
//          walking 100 rows through the trees, and one for a thousand cells.
class ScoreGrid {
 public:
  static constexpr std::size_t hours = 24;
  static constexpr std::size_t minutes_per_hour = 60;
  static constexpr std::size_t minutes = hours * minutes_per_hour;

  explicit ScoreGrid(const IsolationForest& forest);

  // 0 for the lowest counts; counts of the same bin have the same score.
  [[nodiscard]] std::size_t bin(std::int64_t count) const {
    return count < small_counts ? bin_of_small_[static_cast<std::size_t>(count)] : bin_of(count);
  }
  // The lowest of a bin.
  [[nodiscard]] std::int64_t count_of(std::size_t bin) const { return bin == 0 ? 0 : cuts_[bin - 1] + 1; }
  // Whether so many rows of a status are quicker looked up in its cells than walked through the trees one by one.
  [[nodiscard]] static bool is_worth(std::size_t cells, std::size_t rows) { return rows > 100 + cells / 1000; }

  // The sums of the paths (IsolationForest::score_of_sum) of rows with this code and issue, hour by hour: for each of
  // the hour's minutes those of all bins up to that of `highest`. They are good until `take` returns.
  using HourHandler = std::function<void(std::size_t hour, std::span<const std::int64_t> sums)>;
  void path_sums(std::int64_t code, bool issue, std::int64_t highest, const HourHandler& take) const;

 private:
  static constexpr std::int64_t small_counts = 1024;
  [[nodiscard]] std::size_t bin_of(std::int64_t count) const;

  struct Leaf {  // of a tree, from where it begins in the grid to where it ends
    std::int64_t path;
    std::uint32_t first_code, end_code;
    std::uint32_t first_bin, end_bin;
    std::uint8_t first_minute, end_minute, end_hour;
    std::uint8_t issues;  // bits: it has rows that are none, it has rows that are
  };

  std::array<std::vector<Leaf>, hours + 1> leaves_;  // by the hour that they begin in
  std::vector<std::int64_t> cuts_;                   // of counts
  std::vector<std::uint32_t> bin_of_small_;
};

}  // namespace pos::model
