// SPDX-License-Identifier: MIT
#include "model/score_grid.hpp"

#include <algorithm>

namespace pos::model {
namespace {

// An hour's minutes and bins. What is added to a part of them is kept as its corners until the sums are asked for.
class Hour {
 public:
  explicit Hour(std::size_t bins)
      : bins_(bins), corners_(ScoreGrid::minutes_per_hour * bins), sums_(ScoreGrid::minutes_per_hour * bins) {}

  // To all cells from this one to the last minute and bin.
  void add(std::size_t minute, std::size_t bin, std::int64_t value) {
    if (minute < ScoreGrid::minutes_per_hour && bin < bins_) corners_[minute * bins_ + bin] += value;
  }

  [[nodiscard]] std::span<const std::int64_t> sums() {
    for (std::size_t row = 0; row < corners_.size(); row += bins_) {
      std::int64_t sum = 0;
      for (std::size_t i = row; i < row + bins_; ++i) {
        sum += corners_[i];
        sums_[i] = row > 0 ? sums_[i - bins_] + sum : sum;
      }
    }
    return sums_;
  }

 private:
  std::size_t bins_;
  std::vector<std::int64_t> corners_;
  std::vector<std::int64_t> sums_;
};

std::uint8_t within(std::int64_t value, std::size_t size) {
  return static_cast<std::uint8_t>(std::min(value, static_cast<std::int64_t>(size)));
}

}  // namespace

ScoreGrid::ScoreGrid(const IsolationForest& forest) : cuts_(forest.cuts(count_feature)) {
  for (std::int64_t count = 0; count < small_counts; ++count)
    bin_of_small_.push_back(static_cast<std::uint32_t>(bin_of(count)));
  forest.each_leaf([this](const IsolationForest::Leaf& leaf) {
    const auto& [code, count, hour, minute, issue] = leaf.low;
    const auto& [last_code, last_count, last_hour, last_minute, last_issue] = leaf.high;
    const auto code_end = static_cast<std::uint32_t>(std::min<std::int64_t>(last_code, UINT32_MAX - 1) + 1);
    const int issues = (issue == 0 ? 1 : 0) | (issue <= 1 && last_issue > 0 ? 2 : 0);
    leaves_[within(hour, hours)].push_back(
        {leaf.path, static_cast<std::uint32_t>(std::min<std::int64_t>(code, UINT32_MAX)), code_end,
         static_cast<std::uint32_t>(bin(count)), static_cast<std::uint32_t>(bin(last_count) + 1),
         within(minute, minutes_per_hour), within(last_minute + 1, minutes_per_hour), within(last_hour + 1, hours),
         static_cast<std::uint8_t>(issues)});
  });
}

// How many cuts are below it: a count at the cut stays on its lower side.
std::size_t ScoreGrid::bin_of(std::int64_t count) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(cuts_, count) - cuts_.begin());
}

void ScoreGrid::path_sums(std::int64_t code, bool issue, std::int64_t highest, const HourHandler& take) const {
  Hour cells(bin(highest) + 1);
  const auto add = [&cells](const Leaf& leaf, std::int64_t path) {
    cells.add(leaf.first_minute, leaf.first_bin, path);
    cells.add(leaf.first_minute, leaf.end_bin, -path);
    cells.add(leaf.end_minute, leaf.first_bin, -path);
    cells.add(leaf.end_minute, leaf.end_bin, path);
  };
  std::array<std::vector<const Leaf*>, hours + 1> ending;
  std::vector<const Leaf*> beginning;
  for (std::size_t hour = 0; hour < hours; ++hour) {
    // Without a branch, which nobody could foretell: each takes a place, and those of other statuses give it up.
    beginning.resize(leaves_[hour].size() + 1);
    std::size_t found = 0;
    for (const Leaf& leaf : leaves_[hour]) {
      beginning[found] = &leaf;
      found += static_cast<std::size_t>(code >= leaf.first_code) & static_cast<std::size_t>(code < leaf.end_code) &
               (leaf.issues >> static_cast<unsigned>(issue));
    }
    for (std::size_t i = 0; i < found; ++i) {
      add(*beginning[i], beginning[i]->path);
      ending[beginning[i]->end_hour].push_back(beginning[i]);
    }
    for (const Leaf* leaf : ending[hour]) add(*leaf, -leaf->path);
    take(hour, cells.sums());
  }
}

}  // namespace pos::model
