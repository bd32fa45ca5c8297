// SPDX-License-Identifier: MIT
// Scores of a forest, looked up: over integers it is a finite function of status, minute of the day and count.
#pragma once

#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <vector>

#include "model/isolation_forest.hpp"

namespace pos::model {

// Counts between two thresholds of the forest (a bin) have the same score. Scores stand in blocks: all minutes of the
// day, by 16 bins, of one status. A block is filled as rows come; once so many scores of it had to be worked out that
// the input must be a wild one, all of it is, which is cheaper than more of them one by one. So no input is slow, and
// one of a few rows pays for those alone.
//
// Result   that of forest.score(), which is asked for what is not there, to the bit.
// Memory   184 kB a block, and only where rows came; 40 MB at most: beyond that it forgets all and begins anew.
// Edge     A model of so many statuses or thresholds that the places of blocks alone would need more than 8 MB is not
//          looked up, but asked.
class ScoreTable {
 public:
  // `forest` must outlive the table; `statuses`: how many the model has codes for.
  ScoreTable(const IsolationForest& forest, std::size_t statuses);
  ScoreTable(const ScoreTable&) = delete;

  // A row's status, for many rows: by its code, which is `statuses` for an unknown one, and whether it is an issue.
  using Status = std::uint32_t;
  [[nodiscard]] static Status status(std::int64_t code, bool issue) {
    return static_cast<Status>(code) * 2 + (issue ? 1 : 0);
  }

  // `minute` of the day, `count` 0 or more.
  [[nodiscard]] double score(Status status, int minute, std::int64_t count) {
    if (places_.empty()) return ask(status, minute, count);
    const std::size_t bin = bin_of(count);
    const Block* block = places_[status * blocks_of_status_ + bin / bins].get();
    const double known = block == nullptr ? 0 : block->scores[place(minute, bin)];
    return known > 0 ? known : work_out(status, minute, bin);
  }

  // That score() of this will be asked for soon: blocks are larger than caches.
  void prefetch(Status status, int minute, std::int64_t count) const {
    if (places_.empty()) return;
    const std::size_t bin = bin_of(count);
    const Block* block = places_[status * blocks_of_status_ + bin / bins].get();
    if (block != nullptr) __builtin_prefetch(&block->scores[place(minute, bin)]);
  }

  // The row with the least count of its bin: all that the forest says of the two is the same.
  [[nodiscard]] Features representative(const Features& row) const;

 private:
  static constexpr std::size_t bins = 16;  // of a block
  static constexpr std::size_t minutes = 1440;
  struct Block {
    std::array<double, minutes * bins> scores;  // 0: not known, as no score is
    int worked_out;
  };
  struct Free {
    void operator()(Block* block) const { std::free(block); }
  };

  [[nodiscard]] static std::size_t place(int minute, std::size_t bin) {
    return static_cast<std::size_t>(minute) * bins + bin % bins;
  }
  [[nodiscard]] std::size_t bin_of(std::int64_t count) const {
    return static_cast<std::uint64_t>(count) < near_.size() ? near_[static_cast<std::size_t>(count)]
                                                            : far_bin_of(count);
  }
  [[nodiscard]] static Block* zeroed();
  [[nodiscard]] std::size_t far_bin_of(std::int64_t count) const;
  [[nodiscard]] Features features(Status status, int minute, std::int64_t count) const;
  [[nodiscard]] double ask(Status status, int minute, std::int64_t count) const;
  double work_out(Status status, int minute, std::size_t bin);
  void fill(Block& block, Status status, std::size_t first_bin) const;

  const IsolationForest& forest_;
  std::vector<std::int64_t> least_;  // count of each bin
  std::vector<std::uint16_t> near_;  // bins of the counts from 0 on, as far as rows usually go
  std::size_t blocks_of_status_ = 0;
  std::vector<std::unique_ptr<Block, Free>> places_;  // by status and bin; empty: the table is not used
  std::size_t blocks_ = 0;                            // that there are
};

}  // namespace pos::model
