// SPDX-License-Identifier: MIT
#include "model/isolation_forest.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>
#include <string>
#include <utility>

#include "model/random.hpp"
#include "model/sample.hpp"

namespace pos::model {
namespace {

constexpr double one_edge = 4294967296.0;  // 2^32: unit of the fixed-point path lengths

// Grows one tree, in preorder.
class Grower {
 public:
  Grower(std::span<const Features> rows, std::vector<std::size_t> sample, Random& random)
      : rows_(rows),
        sample_(std::move(sample)),
        random_(random),
        max_depth_(static_cast<int>(std::bit_width(sample_.size() - 1))) {}  // ceil(log2(size))

  Tree grow() {
    grow(sample_, 0);
    return std::move(tree_);
  }

 private:
  struct Range {
    std::size_t feature;
    std::int64_t low, high;
  };

  void grow(std::span<std::size_t> part, int depth) {
    const auto varying = depth < max_depth_ ? varying_features(part) : std::span<const Range>();
    if (varying.empty()) {
      tree_.push_back({Node::leaf, static_cast<std::int64_t>(part.size())});
      return;
    }
    // A real cut between low and high lies with equal chance in each step from one integer to the next.
    const Range range = varying[random_.below(varying.size())];
    const std::int64_t threshold =
        range.low + static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(range.high - range.low)));
    tree_.push_back({static_cast<std::int32_t>(range.feature), threshold});
    const auto middle =
        std::partition(part.begin(), part.end(), [&](std::size_t i) { return rows_[i][range.feature] <= threshold; });
    grow({part.begin(), middle}, depth + 1);
    grow({middle, part.end()}, depth + 1);
  }

  std::span<const Range> varying_features(std::span<const std::size_t> part) {
    std::size_t varying = 0;
    for (std::size_t feature = 0; feature < feature_count; ++feature) {
      Range range{feature, rows_[part[0]][feature], rows_[part[0]][feature]};
      for (const std::size_t i : part) {
        range.low = std::min(range.low, rows_[i][feature]);
        range.high = std::max(range.high, rows_[i][feature]);
      }
      if (range.low < range.high) ranges_[varying++] = range;
    }
    return std::span(ranges_).first(varying);
  }

  std::span<const Features> rows_;
  std::vector<std::size_t> sample_;
  Random& random_;
  int max_depth_;
  Tree tree_;
  std::array<Range, feature_count> ranges_{};
};

}  // namespace

double average_path_length(double n) {
  if (n <= 1) return 0;
  if (n == 2) return 1;
  return 2 * (std::log(n - 1) + std::numbers::egamma) - 2 * (n - 1) / n;
}

IsolationForest IsolationForest::fit(std::span<const Features> rows, const Settings& settings) {
  if (rows.empty() || settings.sample_size == 0) throw std::invalid_argument("isolation forest: nothing to fit");
  const std::size_t sample_size = std::min(settings.sample_size, rows.size());
  std::vector<Tree> trees;
  for (std::size_t i = 0; i < settings.trees; ++i) {
    Random random(settings.seed, i);
    auto chosen = sample(rows.size(), sample_size, random);
    trees.push_back(Grower(rows, std::move(chosen), random).grow());
  }
  return {std::move(trees), sample_size};
}

IsolationForest::IsolationForest(std::vector<Tree> trees, std::size_t sample_size)
    : trees_(std::move(trees)),
      sample_size_(sample_size),
      expected_path_(average_path_length(static_cast<double>(sample_size))) {
  if (trees_.empty() || sample_size == 0) throw std::invalid_argument("a forest needs a tree and a sample");
  std::size_t size = 1;
  for (const Tree& tree : trees_) size += tree.size();
  nodes_.reserve(size);
  nodes_.emplace_back();  // a leaf of no length, for places in the last group that no tree takes
  for (std::size_t i = 0; i < trees_.size(); ++i) {
    if (i % Group::size == 0) groups_.emplace_back();
    Group& group = groups_.back();
    group.roots[i % Group::size] = static_cast<std::uint32_t>(nodes_.size());
    try {
      group.depth = std::max(group.depth, flatten(trees_[i]));
    } catch (const std::invalid_argument& problem) {
      throw std::invalid_argument("tree " + std::to_string(i + 1) + ": " + problem.what());
    }
  }
}

// Lays a preorder tree out with the children of a node side by side, and checks it on the way.
// Returns its depth.
int IsolationForest::flatten(const Tree& tree) {
  struct Place {
    std::uint32_t node;
    int depth;
  };
  std::vector<Place> open = {{static_cast<std::uint32_t>(nodes_.size()), 0}};
  nodes_.emplace_back();
  int deepest = 0;
  for (const Node& node : tree) {
    if (open.empty()) throw std::invalid_argument("nodes behind the end of a tree");
    const auto [place, depth] = open.back();
    open.pop_back();
    if (node.feature == Node::leaf) {
      if (node.value < 1 || node.value > Transaction::max_count) throw std::invalid_argument("leaf without rows");
      const double path = depth + average_path_length(static_cast<double>(node.value));
      nodes_[place] = {std::llround(path * one_edge), place, feature_count};
      deepest = std::max(deepest, depth);
      continue;
    }
    if (node.feature < 0 || static_cast<std::size_t>(node.feature) >= feature_count)
      throw std::invalid_argument("no such feature");
    if (node.value < 0 || node.value > Transaction::max_count) throw std::invalid_argument("threshold out of range");
    if (depth == max_depth) throw std::invalid_argument("tree is deeper than 64");
    const auto left = static_cast<std::uint32_t>(nodes_.size());
    nodes_[place] = {node.value, left, static_cast<std::uint32_t>(node.feature)};
    nodes_.resize(nodes_.size() + 2);
    open.push_back({left + 1, depth + 1});
    open.push_back({left, depth + 1});
  }
  if (!open.empty()) throw std::invalid_argument("tree is not complete");
  return deepest;
}

// Several trees at once: each step waits for memory, and steps of different trees can wait together.
std::int64_t IsolationForest::path_sum(const Features& row) const {
  std::array<std::int64_t, feature_count + 1> values{};
  std::copy(row.begin(), row.end(), values.begin());
  values[feature_count] = std::numeric_limits<std::int64_t>::min();
  const FlatNode* nodes = nodes_.data();
  std::int64_t sum = 0;
  for (const Group& group : groups_) {
    auto at = group.roots;
    for (int step = group.depth; step > 0; --step) {
      for (std::uint32_t& node : at) {
        const FlatNode& flat = nodes[node];
        node = flat.left + static_cast<std::uint32_t>(values[flat.feature] > flat.threshold);
      }
    }
    for (const std::uint32_t node : at) sum += nodes[node].threshold;
  }
  return sum;
}

double IsolationForest::score_of_path(double mean_path) const {
  // A sample of one row isolates nothing; scikit-learn says 0.5.
  return expected_path_ > 0 ? std::exp2(-mean_path / expected_path_) : 0.5;
}

double IsolationForest::score_of_sum(std::int64_t sum) const {
  return score_of_path(static_cast<double>(sum) / one_edge / static_cast<double>(trees_.size()));
}

double IsolationForest::score(const Features& row) const { return score_of_sum(path_sum(row)); }

}  // namespace pos::model
