// SPDX-License-Identifier: MIT
// Which features made a row's anomaly score what it is.
#pragma once

#include <vector>

#include "base/scored.hpp"
#include "model/isolation_forest.hpp"

namespace pos::model {

// Splits a score over the features. Along a row's path, every split moves the path length that is to
// be expected (the mean of the training rows that came this far); the moves, summed by feature over
// all trees, are scaled so that the base, the score of a row nothing is known of, and the parts sum to
// the score.
//
// Source   Saabas (2014), "Interpreting random forests". That method is blamed for favouring the
//          features asked last; in isolation trees the order of features is random.
class Explainer {
 public:
  // `forest` must outlive the explainer.
  explicit Explainer(const IsolationForest& forest);

  // Parts that sum to the score, in the order of the features; of a forest that is blind all are 0.
  [[nodiscard]] Explanation explain(const Features& row) const;

 private:
  struct Expectation {
    double path = 0;        // mean path length of the training rows below this node
    double rows = 0;        // how many they are
    std::size_t right = 0;  // where the right subtree begins; the left one follows its node
  };

  Expectation measure(const Tree& tree, std::size_t at, int depth);

  const IsolationForest& forest_;
  std::vector<std::vector<Expectation>> trees_;  // by tree and node, as forest.trees()
};

}  // namespace pos::model
