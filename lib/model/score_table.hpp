// SPDX-License-Identifier: MIT
// Scores of a forest, looked up: over integers it is a finite function of status, minute of the day and count.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "model/isolation_forest.hpp"

namespace pos::model {

// Counts between two thresholds of the forest (a bin) have the same score. Scores stand in blocks: all minutes of the
// day, by 16 bins, of one status. The forest is asked for the first scores of a block one by one; when that has cost as
// much as to work out the whole block, the block is worked out. So no input is slow, and one of a few rows pays for
// those alone.
//
// Result   that of forest.score(), to the bit.
// Memory   184 kB a block, and only where many rows came; 40 MB at most: beyond that it forgets all and begins anew.
// Edge     A model of so many statuses or thresholds that the places of blocks alone would need more than 16 MB is not
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
    if (blocks_.empty()) return ask(status, minute, count);
    const std::size_t bin = bin_of(count);
    const Block& block = blocks_[status * blocks_of_status_ + bin / bins];
    return block.scores ? block.scores[place(minute, bin)] : work_out(status, minute, bin);
  }

  // That score() of this will be asked for soon: blocks are larger than caches.
  void prefetch(Status status, int minute, std::int64_t count) const {
    if (blocks_.empty()) return;
    const std::size_t bin = bin_of(count);
    const Block& block = blocks_[status * blocks_of_status_ + bin / bins];
    if (block.scores) __builtin_prefetch(&block.scores[place(minute, bin)]);
  }

  // Of a count the bin, and of a bin its least count.
  [[nodiscard]] std::size_t bin_of(std::int64_t count) const {
    return static_cast<std::uint64_t>(count) < near_.size() ? near_[static_cast<std::size_t>(count)] : far_bin(count);
  }
  [[nodiscard]] std::int64_t least(std::size_t bin) const { return least_[bin]; }
  // The row with the least count of its bin: all that the forest says of the two is the same.
  [[nodiscard]] Features representative(const Features& row) const;

 private:
  static constexpr std::size_t bins = 16;  // of a block
  static constexpr std::size_t minutes = 1440;
  struct Block {
    std::unique_ptr<double[]> scores;  // none: not worked out
    int asked = 0;
  };

  [[nodiscard]] static std::size_t place(int minute, std::size_t bin) {
    return static_cast<std::size_t>(minute) * bins + bin % bins;
  }
  [[nodiscard]] std::size_t far_bin(std::int64_t count) const;
  [[nodiscard]] Features features(Status status, int minute, std::int64_t count) const;
  [[nodiscard]] double ask(Status status, int minute, std::int64_t count) const;
  double work_out(Status status, int minute, std::size_t bin);
  void fill(Block& block, Status status, std::size_t first_bin);

  const IsolationForest& forest_;
  std::vector<std::int64_t> least_;  // count of each bin
  std::vector<std::uint16_t> near_;  // bins of the counts from 0 on, as far as rows usually go
  std::size_t blocks_of_status_ = 0;
  std::vector<Block> blocks_;       // by status and bin; empty: the table is not used
  std::size_t filled_ = 0;          // of them
  std::vector<std::int64_t> work_;  // of score_day()
};

}  // namespace pos::model
