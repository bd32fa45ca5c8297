// SPDX-License-Identifier: MIT
#include "model/explainer.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include "model/random.hpp"

using namespace pos;
using namespace pos::model;

TEST_CASE("explain: one split, by hand") {
  // count <= 10: a leaf of 3 rows, path 1 + c(3); else a leaf of 1, path 1. Expected at the root:
  // (3 (1 + c(3)) + 1) / 4; all of the move is the count's.
  const IsolationForest forest({{{1, 10}, {Node::leaf, 3}, {Node::leaf, 1}}}, 4);
  const double root_path = (3 * (1 + average_path_length(3)) + 1) / 4;
  const auto told = Explainer(forest).explain({0, 11, 0, 0, 0});
  CHECK(std::abs(told.base - std::llround(1e6 * std::exp2(-root_path / average_path_length(4)))) <= 1);
  CHECK(told.parts[1] > 0);
  CHECK(told.parts[0] + told.parts[2] + told.parts[3] + told.parts[4] == 0);
}

TEST_CASE("explain: base and parts sum to the score as printed") {
  Random random(5, 0);
  std::vector<Features> rows;
  for (int i = 0; i < 400; ++i) {
    const auto below = [&](std::uint64_t n) { return static_cast<std::int64_t>(random.below(n)); };
    rows.push_back({below(7), below(200), below(24), below(60), below(2)});
  }
  const auto forest = IsolationForest::fit(rows, {});
  const Explainer explainer(forest);
  for (const Features& row : rows) {
    const auto told = explainer.explain(row);
    const auto sum = std::accumulate(told.parts.begin(), told.parts.end(), told.base);
    REQUIRE(sum == std::llround(forest.score(row) * 1e6));
    REQUIRE(std::abs(told.base - 500'000) < 100'000);
  }
}

TEST_CASE("explain: a count far out is put down to the count") {
  std::vector<Features> rows;
  for (std::int64_t i = 0; i < 300; ++i) rows.push_back({i % 3, 50 + i % 10, i % 24, i % 60, i % 2});
  const auto forest = IsolationForest::fit(rows, {});
  const auto told = Explainer(forest).explain({1, 9000, 12, 30, 1});
  for (std::size_t i = 0; i < feature_count; ++i) {
    if (i != 1) CHECK(told.parts[1] > told.parts[i]);
  }
}

TEST_CASE("explain: a forest that knows nothing moves nothing") {
  const IsolationForest forest({{{Node::leaf, 4}}}, 4);
  const auto told = Explainer(forest).explain({0, 0, 0, 0, 0});
  CHECK(told.base == std::llround(forest.score({0, 0, 0, 0, 0}) * 1e6));
}
