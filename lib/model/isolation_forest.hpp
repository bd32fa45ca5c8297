// SPDX-License-Identifier: MIT
// Isolation Forest: rows that random cuts isolate early are anomalies.
//
//   score(x) = 2^(-E[h(x)] / c(sample size))      h: edges to the leaf + c(rows in the leaf)
//   c(n)     = 2 H(n-1) - 2 (n-1)/n               mean depth of a search in a binary tree of n
//
// Source   Liu, Ting & Zhou (2008), "Isolation Forest", ICDM; H(i) = ln i + Euler's constant, and
//          c(2) = 1, c(1) = 0, as scikit-learn has them, so that scores agree with scikit-learn's.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "model/features.hpp"
#include "model/sample.hpp"

namespace pos::model {

// Mean path length c(n) of an unsuccessful search in a binary search tree of n keys.
[[nodiscard]] double average_path_length(double n);

// A node in preorder: a split is followed by its left subtree (value <= threshold), then its right.
// Features are integers, so an integer threshold says all that a real one can.
struct Node {
  static constexpr std::int32_t leaf = -1;

  std::int32_t feature = leaf;
  std::int64_t value = 1;  // split: threshold, 0 to 2^53; leaf: training rows in it, at least 1

  friend bool operator==(const Node&, const Node&) = default;
};
using Tree = std::vector<Node>;

class IsolationForest {
 public:
  static constexpr int max_depth = 64;

  struct Settings {
    std::size_t trees = 100;
    std::size_t sample_size = 256;  // fewer where the training set has fewer rows
    std::uint64_t seed = 42;
  };

  // Grows each tree on a sample of `rows` of its own, at most ceil(log2(sample size)) deep, by a cut
  // at random of a feature at random among those that vary. Same rows and settings, same trees, on
  // any machine. Errors: std::invalid_argument without rows, or for settings of 0.
  static IsolationForest fit(std::span<const Features> rows, const Settings& settings);
  // The same of rows that are kept elsewhere: `gather` gives those of a subset, ascending. It is asked once, or a few
  // times for many trees or large samples.
  using Gather = std::function<std::vector<Features>(const Subset& wanted)>;
  static IsolationForest fit(std::size_t rows, const Gather& gather, const Settings& settings);

  // One that has seen nothing: every score is 0.5.
  static IsolationForest untrained() { return {{{{Node::leaf, 1}}}, 1}; }

  // Trees as they stand in a model file. Errors: std::invalid_argument for no tree, a node too many
  // or too few, a tree deeper than max_depth, a value out of range.
  IsolationForest(std::vector<Tree> trees, std::size_t sample_size);

  // Anomaly score, above 0 and at most 1; about 0.5 for the ordinary. Depends on the row alone.
  [[nodiscard]] double score(const Features& row) const;

  // score() of every minute of the day for each of `counts`, all of one status: that of minute m (60 times its hour,
  // and its minute) for counts[i] is put at m * counts.size() + i. `counts` ascend; their number is at least 1. `work`
  // is memory that the next call may use again.
  // Cost     What about 200 calls of score() cost, for all scores of 16 counts: leaves are boxes, and are added box by
  //          box.
  void score_day(std::int64_t status, std::int64_t issue, std::span<const std::int64_t> counts,
                 std::span<double> scores, std::vector<std::int64_t>& work) const;

  // The score of a row whose mean path over the trees is this long.
  [[nodiscard]] double score_of_path(double mean_path) const;

  // Grown on one row, or none: every score is 0.5, whatever comes.
  [[nodiscard]] bool is_blind() const { return sample_size_ == 1; }

  [[nodiscard]] std::span<const Tree> trees() const { return trees_; }
  [[nodiscard]] std::size_t sample_size() const { return sample_size_; }

 private:
  // A leaf waits for the end of the walk: it leads to itself, since nothing is above its threshold
  // in the feature that no row has. Its threshold holds its path length, in units of 2^-32 edges: so
  // sums do not depend on their order, and the last bit of a machine's log() is rounded away.
  struct FlatNode {
    std::int64_t threshold = 0;
    std::uint32_t left = 0;  // right is left + 1
    std::uint32_t feature = feature_count;
  };

  // Trees that are walked down together.
  struct Group {
    static constexpr std::size_t size = 10;
    std::array<std::uint32_t, size> roots{};
    int depth = 0;  // edges to the deepest leaf
  };

  [[nodiscard]] int flatten(const Tree& tree);
  [[nodiscard]] std::int64_t path_sum(const Features& row) const;
  [[nodiscard]] double score_of_sum(std::int64_t sum) const;

  class DayGrid;

  std::vector<Tree> trees_;
  std::size_t sample_size_ = 0;
  double expected_path_ = 0;  // c(sample size)
  std::vector<FlatNode> nodes_;
  std::vector<Group> groups_;
};

}  // namespace pos::model
