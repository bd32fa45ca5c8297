// SPDX-License-Identifier: MIT
#include "model/explainer.hpp"

#include <array>
#include <cmath>

namespace pos::model {

Explainer::Explainer(const IsolationForest& forest) : forest_(forest) {
  for (const Tree& tree : forest.trees()) {
    trees_.emplace_back(tree.size());
    measure(tree, 0, 0);
  }
}

// Fills in the node at `at` and all below it. Recursion ends at IsolationForest::max_depth.
Explainer::Expectation Explainer::measure(const Tree& tree, std::size_t at, int depth) {
  std::vector<Expectation>& nodes = trees_.back();
  const Node& node = tree[at];
  if (node.feature == Node::leaf) {
    const auto rows = static_cast<double>(node.value);
    return nodes[at] = {depth + average_path_length(rows), rows, at + 1};
  }
  const Expectation left = measure(tree, at + 1, depth + 1);
  std::size_t right_at = left.right;
  const Expectation right = measure(tree, right_at, depth + 1);
  const double rows = left.rows + right.rows;
  nodes[at] = {(left.rows * left.path + right.rows * right.path) / rows, rows, right_at};
  return {nodes[at].path, rows, right.right};  // to the parent: where its own right subtree begins
}

Explanation Explainer::explain(const Features& row) const {
  std::array<double, feature_count> moves{};  // of the mean path length, by feature
  double base_path = 0;
  const auto trees = forest_.trees();
  for (std::size_t t = 0; t < trees.size(); ++t) {
    const auto& nodes = trees_[t];
    base_path += nodes[0].path;
    for (std::size_t at = 0; trees[t][at].feature != Node::leaf;) {
      const Node& node = trees[t][at];
      const auto feature = static_cast<std::size_t>(node.feature);
      const std::size_t next = row[feature] <= node.value ? at + 1 : nodes[at].right;
      moves[feature] += nodes[next].path - nodes[at].path;
      at = next;
    }
  }
  double moved = 0;
  for (const double move : moves) moved += move;
  const double score = forest_.score(row);
  const double gain = score - forest_.score_of_path(base_path / static_cast<double>(trees.size()));
  Explanation explanation;
  explanation.base = std::llround(score * 1e6);
  for (std::size_t i = 0; i < feature_count; ++i) {
    // Where the moves cancel out there is nothing to split.
    explanation.parts[i] = std::abs(moved) > 1e-9 ? std::llround(gain * moves[i] / moved * 1e6) : 0;
    explanation.base -= explanation.parts[i];
  }
  return explanation;
}

}  // namespace pos::model
