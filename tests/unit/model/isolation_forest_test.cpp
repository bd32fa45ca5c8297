// SPDX-License-Identifier: MIT
#include "model/isolation_forest.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <stdexcept>

#include "model/random.hpp"
#include "model/sample.hpp"

using namespace pos;
using namespace pos::model;

namespace {

// Ordinary rows around a point, and one far away.
std::vector<Features> cluster(std::size_t size, std::uint64_t seed) {
  Random random(seed, 0);
  std::vector<Features> rows;
  for (std::size_t i = 0; i < size; ++i) {
    const auto below = [&](std::uint64_t n) { return static_cast<std::int64_t>(random.below(n)); };
    rows.push_back({below(3), 100 + below(20), 10 + below(4), below(60), below(2)});
  }
  return rows;
}

IsolationForest one_tree(Tree tree, std::size_t sample_size) { return {{std::move(tree)}, sample_size}; }

std::string complaint(const Tree& tree) {
  try {
    one_tree(tree, 256);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("average_path_length: c(n) of Liu, Ting and Zhou, with scikit-learn's small cases") {
  CHECK(average_path_length(0) == 0);
  CHECK(average_path_length(1) == 0);
  CHECK(average_path_length(2) == 1);
  // 2 (ln 255 + 0.5772156649) - 2 * 255 / 256
  CHECK(average_path_length(256) == doctest::Approx(10.244770920).epsilon(1e-9));
}

TEST_CASE("score: a tree of three leaves, by hand") {
  // count <= 10: leaf of 2 (path 1 + c(2) = 2); else hour <= 5: leaf of 1 (path 2); else leaf of 1 (path 2)
  const auto forest = one_tree({{1, 10}, {Node::leaf, 2}, {2, 5}, {Node::leaf, 1}, {Node::leaf, 1}}, 4);
  const double c4 = average_path_length(4);  // 2 (ln 3 + 0.5772156649) - 6/4 = 1.851656
  CHECK(c4 == doctest::Approx(1.851655907).epsilon(1e-9));
  CHECK(forest.score({0, 10, 0, 0, 0}) == doctest::Approx(std::exp2(-2 / c4)).epsilon(1e-9));
  CHECK(forest.score({0, 11, 5, 0, 0}) == doctest::Approx(std::exp2(-2 / c4)).epsilon(1e-9));
}

TEST_CASE("score: a split sends its threshold left and the next integer right") {
  const auto forest = one_tree({{1, 10}, {Node::leaf, 1}, {1, 20}, {Node::leaf, 1}, {Node::leaf, 9}}, 11);
  CHECK(forest.score({0, 10, 0, 0, 0}) > forest.score({0, 11, 0, 0, 0}));
  CHECK(forest.score({0, 20, 0, 0, 0}) > forest.score({0, 21, 0, 0, 0}));
}

TEST_CASE("score: a sample of one row isolates nothing") {
  CHECK(one_tree({{Node::leaf, 1}}, 1).score({0, 0, 0, 0, 0}) == 0.5);
}

TEST_CASE("score: any number of trees, also where they fill no group") {
  const Tree tree = {{1, 10}, {Node::leaf, 1}, {1, 20}, {Node::leaf, 1}, {Node::leaf, 9}};
  const double alone = one_tree(tree, 11).score({0, 5, 0, 0, 0});
  for (std::size_t n = 2; n < 25; ++n) {
    CHECK(IsolationForest(std::vector<Tree>(n, tree), 11).score({0, 5, 0, 0, 0}) ==
          doctest::Approx(alone).epsilon(1e-12));
  }
}

TEST_CASE("fit: the row far away is the strangest") {
  auto rows = cluster(1000, 7);
  rows.push_back({2, 5000, 3, 59, 1});
  const auto forest = IsolationForest::fit(rows, {});
  const double far = forest.score(rows.back());
  CHECK(far > 0.6);
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) REQUIRE(forest.score(rows[i]) < far);
}

TEST_CASE("fit: same rows and seed, same trees; another seed, others") {
  const auto rows = cluster(500, 1);
  const auto trees = [&](std::uint64_t seed) {
    const auto forest = IsolationForest::fit(rows, {20, 64, seed});
    return std::vector<Tree>(forest.trees().begin(), forest.trees().end());
  };
  CHECK(trees(1) == trees(1));
  CHECK(trees(1) != trees(2));
}

TEST_CASE("fit: trees hold the sample, and stay within the height limit") {
  const auto rows = cluster(500, 1);
  const auto forest = IsolationForest::fit(rows, {30, 64, 5});
  CHECK(forest.sample_size() == 64);
  for (const Tree& tree : forest.trees()) {
    std::int64_t held = 0;
    int open = 1;
    std::vector<int> depths = {0};
    for (const Node& node : tree) {
      const int depth = depths.back();
      depths.pop_back();
      if (node.feature == Node::leaf) {
        held += node.value;
        CHECK(depth <= 6);  // ceil(log2(64))
        --open;
      } else {
        depths.insert(depths.end(), 2, depth + 1);
        ++open;
      }
    }
    CHECK(open == 0);
    CHECK(held == 64);
  }
}

TEST_CASE("fit: fewer rows than the sample size are all taken; equal rows make one leaf") {
  const std::vector<Features> equal(5, Features{1, 2, 3, 4, 0});
  const auto forest = IsolationForest::fit(equal, {3, 256, 42});
  CHECK(forest.sample_size() == 5);
  for (const Tree& tree : forest.trees()) CHECK(tree == Tree{{Node::leaf, 5}});
  CHECK_THROWS_AS(IsolationForest::fit({}, {}), std::invalid_argument);
}

TEST_CASE("fit: counts up to 2^53 do not overflow") {
  const std::vector<Features> rows = {{0, 0, 0, 0, 0}, {1, Transaction::max_count, 23, 59, 1}, {0, 5, 1, 1, 0}};
  const auto forest = IsolationForest::fit(rows, {});
  CHECK(forest.score(rows[1]) > forest.score(rows[2]));
}

TEST_CASE("fit: standardising would change nothing: features scaled and shifted give the same scores") {
  const auto rows = cluster(800, 3);
  const Features scale = {1, 3, 7, 1000, 5};
  const Features shift = {0, 11, 2, 1'000'000, 1};
  auto scaled = rows;
  for (Features& row : scaled) {
    for (std::size_t i = 0; i < feature_count; ++i) row[i] = row[i] * scale[i] + shift[i];
  }
  const auto forest = IsolationForest::fit(rows, {});
  const auto other = IsolationForest::fit(scaled, {});
  for (std::size_t i = 0; i < rows.size(); ++i) REQUIRE(forest.score(rows[i]) == other.score(scaled[i]));
}

TEST_CASE("forest: what is no tree is refused") {
  CHECK(complaint({}) == "tree 1: tree is not complete");
  CHECK(complaint({{1, 10}, {Node::leaf, 1}}) == "tree 1: tree is not complete");
  CHECK(complaint({{Node::leaf, 1}, {Node::leaf, 1}}) == "tree 1: nodes behind the end of a tree");
  CHECK(complaint({{5, 10}, {Node::leaf, 1}, {Node::leaf, 1}}) == "tree 1: no such feature");
  CHECK(complaint({{1, -1}, {Node::leaf, 1}, {Node::leaf, 1}}) == "tree 1: threshold out of range");
  CHECK(complaint({{Node::leaf, 0}}) == "tree 1: leaf without rows");
  Tree deep;
  for (int i = 0; i < 65; ++i) deep.insert(deep.end(), {Node{1, 10}, Node{Node::leaf, 1}});
  deep.push_back({Node::leaf, 1});
  CHECK(complaint(deep) == "tree 1: tree is deeper than 64");
  deep.erase(deep.begin(), deep.begin() + 2);
  CHECK(complaint(deep) == "none");
}

TEST_CASE("sample: different numbers, ascending, every one as likely") {
  std::array<int, 10> seen{};
  for (std::uint64_t stream = 0; stream < 10'000; ++stream) {
    Random random(1, stream);
    const auto drawn = sample(10, 3, random);
    REQUIRE(drawn.size() == 3);
    REQUIRE((drawn[0] < drawn[1] && drawn[1] < drawn[2] && drawn[2] < 10));
    for (const std::size_t i : drawn) ++seen[i];
  }
  for (const int n : seen) CHECK(std::abs(n - 3000) < 250);  // sd of a binomial (10,000, 0.3) is 46
  Random random(1, 0);
  CHECK(sample(3, 5, random) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("random: SplitMix64, the same numbers everywhere") {
  // Seed 1234567's first outputs: Rosetta Code, "Pseudo-random numbers/Splitmix64".
  // Stream 0 starts at the first number of the seed's own sequence.
  Random outer(1234567, 0);
  static_assert(sizeof(Random) == 8);
  std::uint64_t state = 6457827717110365317U;
  state += 0x9E3779B97F4A7C15U;
  std::uint64_t z = (state ^ (state >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  CHECK(outer.next() == (z ^ (z >> 31U)));
  for (int i = 0; i < 1000; ++i) REQUIRE(outer.below(7) < 7);
}
