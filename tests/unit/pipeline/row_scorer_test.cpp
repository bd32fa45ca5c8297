// SPDX-License-Identifier: MIT
#include "pipeline/row_scorer.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "base/error.hpp"

using namespace pos;
using namespace pos::pipeline;

namespace {

// One tree: counts above 100 are alone at depth 1, all others share a leaf.
model::Model small_model() {
  using model::Node;
  return {model::StatusCodes({"approved", "denied"}),
          std::nullopt,
          model::IsolationForest({{{1, 100}, {Node::leaf, 63}, {Node::leaf, 1}}}, 64),
          0.6,
          std::nullopt,
          {},
          {}};
}

Settings policy(Policy policy, std::optional<double> threshold = std::nullopt) {
  Settings settings;
  settings.policy = policy;
  settings.threshold = threshold;
  return settings;
}

Transaction at_noon(std::string_view status, std::int64_t count) {
  return {{LocalTime::no_day, 12 * 3600}, status, count};
}

}  // namespace

TEST_CASE("row_scorer: a forest that has seen nothing decides nothing, and knows no news") {
  model::Model model = small_model();
  CHECK_NOTHROW(refuse_blind(model, policy(Policy::forest), "m"));
  model.forest = model::IsolationForest::untrained();
  CHECK_NOTHROW(refuse_blind(model, policy(Policy::seed), "m"));
  CHECK_THROWS_WITH_AS(refuse_blind(model, policy(Policy::forest), "m"),
                       doctest::Contains("m: its forest was grown on one row or none"), Error);
  RowScorer scorer(model, policy(Policy::seed));
  CHECK_FALSE(scorer.is_news("chargeback"));
  CHECK(scorer.score(at_noon("denied", 3)).reason == "rule: denied");
  CHECK(scorer.score(at_noon("approved", 3)).decision == Decision::approve);
}

TEST_CASE("row_scorer: the forest's verdict is the decision under the forest policy") {
  const model::Model model = small_model();
  RowScorer scorer(model, policy(Policy::forest));
  const Scored calm = scorer.score(at_noon("denied", 50));
  CHECK_FALSE(calm.alert);
  CHECK(calm.decision == Decision::approve);
  CHECK(calm.reason.empty());
  const Scored odd = scorer.score(at_noon("approved", 101));
  CHECK(odd.alert);
  CHECK(odd.decision == Decision::alert);
  CHECK(odd.reason.starts_with("forest: score 0.9"));
}

TEST_CASE("row_scorer: the seed policy alerts on denied, failed and reversed as well") {
  const model::Model model = small_model();
  RowScorer scorer(model, policy(Policy::seed));
  const Scored denied = scorer.score(at_noon("denied", 50));
  CHECK(denied.decision == Decision::alert);
  CHECK_FALSE(denied.alert);
  CHECK(denied.reason == "rule: denied");
  CHECK(scorer.score(at_noon("backend_reversed", 50)).decision == Decision::approve);
  CHECK(scorer.score(at_noon("approved", 101)).decision == Decision::alert);
}

TEST_CASE("row_scorer: a threshold given moves alerts, never scores") {
  const model::Model model = small_model();
  RowScorer scorer(model, policy(Policy::forest, 0.99));
  const Scored odd = scorer.score(at_noon("approved", 101));
  CHECK_FALSE(odd.alert);
  CHECK(odd.score == RowScorer(model, policy(Policy::forest)).score(at_noon("approved", 101)).score);
}

TEST_CASE("row_scorer: an unknown status is news once, and a flood of them ends") {
  const model::Model model = small_model();
  RowScorer scorer(model, policy(Policy::forest));
  CHECK_FALSE(scorer.is_news("approved"));
  CHECK(scorer.is_news("chargeback"));
  CHECK_FALSE(scorer.is_news("chargeback"));
  int told = 0;
  for (int i = 0; i < 5000; ++i) told += scorer.is_news("s" + std::to_string(i)) ? 1 : 0;
  CHECK(told == 999);
}

TEST_CASE("row_scorer: under above-normal the decision is the monitor's, not the forest's") {
  const model::Model model = small_model();
  const Scored odd = RowScorer(model, policy(Policy::above_normal)).score(at_noon("denied", 101));
  CHECK(odd.alert);
  CHECK(odd.decision == Decision::approve);
}

TEST_CASE("row_scorer: rows that are scored together have the scores that they have alone") {
  const model::Model model = small_model();
  RowScorer scorer(model, policy(Policy::forest));
  const std::vector<RowScorer::Status> statuses = {scorer.status("approved"), scorer.status("denied")};
  std::vector<PlainRow> rows(3);
  for (PlainRow& row : rows) row.time = {LocalTime::no_day, 12 * 3600};
  rows[0].count = 101;
  rows[1].status = 1;
  rows[2].status = 1;
  rows[2].count = 5000;
  std::vector<double> scores(3);
  scorer.score(rows, statuses, scores);
  CHECK(scores[0] == scorer.score(at_noon("approved", 101)).score);
  CHECK(scores[1] == scorer.score(at_noon("denied", 1)).score);
  CHECK(scores[2] == scorer.score(at_noon("denied", 5000)).score);
  CHECK(scores[0] != scores[1]);
}
