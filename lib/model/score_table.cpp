// SPDX-License-Identifier: MIT
#include "model/score_table.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace pos::model {
namespace {

constexpr std::size_t most_places = std::size_t{1} << 20;
constexpr std::size_t most_filled = 215;  // 40 MB
constexpr std::int64_t most_near = 1 << 16;
// To fill a block costs as much as to ask for so many scores.
constexpr int worth = 200;

// 0, and the count above each threshold: counts from one to the next are of one bin.
std::vector<std::int64_t> least_counts(const IsolationForest& forest) {
  std::vector<std::int64_t> least = {0};
  for (const Tree& tree : forest.trees()) {
    for (const Node& node : tree) {
      if (node.feature == static_cast<std::int32_t>(count_feature)) least.push_back(node.value + 1);
    }
  }
  std::ranges::sort(least);
  least.erase(std::unique(least.begin(), least.end()), least.end());
  return least;
}

}  // namespace

ScoreTable::ScoreTable(const IsolationForest& forest, std::size_t statuses)
    : forest_(forest), least_(least_counts(forest)), blocks_of_status_((least_.size() + bins - 1) / bins) {
  if ((statuses + 1) * 2 > most_places / blocks_of_status_ || least_.size() > std::numeric_limits<std::uint16_t>::max())
    return;
  blocks_.resize((statuses + 1) * 2 * blocks_of_status_);
  near_.resize(static_cast<std::size_t>(std::min(least_.back() + 1, most_near)));
  for (std::size_t count = 0, bin = 0; count < near_.size(); ++count) {
    if (bin + 1 < least_.size() && static_cast<std::int64_t>(count) == least_[bin + 1]) ++bin;
    near_[count] = static_cast<std::uint16_t>(bin);
  }
}

std::size_t ScoreTable::far_bin(std::int64_t count) const {
  if (count >= least_.back()) return least_.size() - 1;
  return static_cast<std::size_t>(std::upper_bound(least_.begin(), least_.end(), count) - least_.begin()) - 1;
}

Features ScoreTable::representative(const Features& row) const {
  Features first = row;
  first[count_feature] = least_[bin_of(row[count_feature])];
  return first;
}

Features ScoreTable::features(Status status, int minute, std::int64_t count) const {
  return {status / 2, count, minute / 60, minute % 60, status % 2};
}

double ScoreTable::ask(Status status, int minute, std::int64_t count) const {
  return forest_.score(features(status, minute, count));
}

double ScoreTable::work_out(Status status, int minute, std::size_t bin) {
  Block& block = blocks_[status * blocks_of_status_ + bin / bins];
  if (++block.asked <= worth) return ask(status, minute, least_[bin]);
  if (filled_ == most_filled) {
    for (Block& old : blocks_) old = {};
    filled_ = 0;
  }
  fill(block, status, bin - bin % bins);
  return block.scores[place(minute, bin)];
}

void ScoreTable::fill(Block& block, Status status, std::size_t first_bin) {
  std::array<std::int64_t, bins> counts{};
  for (std::size_t i = 0; i < bins; ++i) counts[i] = least_[std::min(first_bin + i, least_.size() - 1)];
  constexpr std::size_t size = minutes * bins;
  block.scores = std::make_unique_for_overwrite<double[]>(size);
  forest_.score_day(status / 2, status % 2, counts, {block.scores.get(), size}, work_);
  ++filled_;
}

}  // namespace pos::model
