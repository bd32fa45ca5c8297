// SPDX-License-Identifier: MIT
#include "model/score_table.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "base/row.hpp"
#include "model/random.hpp"

using namespace pos;
using namespace pos::model;

namespace {

std::int64_t below(Random& random, std::int64_t n) {
  return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(n)));
}

// As rows are: some statuses, counts of all sizes, every minute.
Features any_row(Random& random, std::int64_t statuses) {
  const std::int64_t large = std::int64_t{1} << below(random, 54);
  const std::int64_t count = random.below(2) == 0 ? below(random, 200) : below(random, large);
  return {below(random, statuses + 1), count, below(random, 24), below(random, 60), below(random, 2)};
}

IsolationForest grown(std::uint64_t seed, std::int64_t statuses) {
  Random random(seed, 0);
  std::vector<Features> rows(2000);
  for (Features& row : rows) row = any_row(random, statuses);
  return IsolationForest::fit(rows, {.trees = 30, .sample_size = 256, .seed = seed});
}

double score(ScoreTable& table, const Features& row) {
  return table.score(ScoreTable::status(row[0], row[4] == 1), static_cast<int>(row[2] * 60 + row[3]), row[1]);
}

void check_random_rows(const IsolationForest& forest, std::int64_t statuses, int rows) {
  ScoreTable table(forest, static_cast<std::size_t>(statuses));
  Random random(7, 1);
  int different = 0;
  for (int i = 0; i < rows; ++i) {
    const Features row = any_row(random, statuses);
    if (score(table, row) != forest.score(row) || forest.score(table.representative(row)) != forest.score(row))
      ++different;
  }
  CHECK(different == 0);
}

}  // namespace

TEST_CASE("score_day: every minute and count as score() has them, one by one") {
  const auto forest = grown(3, 4);
  const std::vector<std::int64_t> counts = {0, 1, 2, 50, 51, 199, 5000, 5000, Transaction::max_count};
  for (const std::int64_t status : {0, 2, 4, 900}) {
    std::vector<double> scores(1440 * counts.size());
    std::vector<std::int64_t> work(3, 7);
    forest.score_day(status, status == 2 ? 1 : 0, counts, scores, work);
    int different = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const auto minute = static_cast<std::int64_t>(i / counts.size());
      const Features row{status, counts[i % counts.size()], minute / 60, minute % 60, status == 2 ? 1 : 0};
      if (scores[i] != forest.score(row)) ++different;
    }
    CHECK(different == 0);
  }
}

TEST_CASE("score_table: says to the bit what the forest says, of few rows and of many") {
  for (const std::uint64_t seed : {1U, 2U, 3U}) check_random_rows(grown(seed, 5), 5, 30'000);
}

TEST_CASE("score_table: splits where no row is") {
  constexpr std::int64_t most = Transaction::max_count;
  const auto leaf = [](std::int64_t rows) { return Node{Node::leaf, rows}; };
  // hour <= 30, minute <= 59, status <= most, issue <= 0, count <= most: all, or none, on one side
  for (const Node split :
       {Node{2, 30}, Node{3, 59}, Node{0, most}, Node{4, 0}, Node{4, 7}, Node{1, most}, Node{1, 0}}) {
    check_random_rows(IsolationForest({{split, leaf(3), {1, 40}, leaf(2), leaf(9)}}, 14), 3, 3000);
  }
  check_random_rows(IsolationForest::untrained(), 0, 100);
}

TEST_CASE("score_table: more statuses than there is memory for begin anew, and more than can be looked up are asked") {
  check_random_rows(grown(5, 300), 300, 20'000);
  check_random_rows(grown(6, 300'000), 300'000, 500);
}
