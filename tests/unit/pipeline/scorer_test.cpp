// SPDX-License-Identifier: MIT
#include "pipeline/scorer.hpp"

#include <doctest/doctest.h>

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
          {},
          {}};
}

Transaction at_noon(std::string_view status, std::int64_t count) {
  return {{LocalTime::no_day, 12 * 3600}, status, count};
}

}  // namespace

TEST_CASE("scorer: the forest's verdict is the decision under the forest policy") {
  Scorer scorer(small_model(), {});
  const Scored calm = scorer.score(at_noon("denied", 50));
  CHECK_FALSE(calm.alert);
  CHECK(calm.decision == Decision::approve);
  CHECK(calm.reason.empty());
  const Scored odd = scorer.score(at_noon("approved", 101));
  CHECK(odd.alert);
  CHECK(odd.decision == Decision::alert);
  CHECK(odd.reason.starts_with("forest: score 0.9"));
}

TEST_CASE("scorer: the seed policy alerts on denied, failed and reversed as well") {
  Scorer scorer(small_model(), {Policy::seed, std::nullopt, false});
  const Scored denied = scorer.score(at_noon("denied", 50));
  CHECK(denied.decision == Decision::alert);
  CHECK_FALSE(denied.alert);
  CHECK(denied.reason == "rule: denied");
  CHECK(scorer.score(at_noon("backend_reversed", 50)).decision == Decision::approve);
  CHECK(scorer.score(at_noon("approved", 101)).decision == Decision::alert);
}

TEST_CASE("scorer: a threshold given moves alerts, never scores") {
  Scorer scorer(small_model(), {Policy::forest, 0.99, false});
  const Scored odd = scorer.score(at_noon("approved", 101));
  CHECK_FALSE(odd.alert);
  CHECK(odd.score == Scorer(small_model(), {}).score(at_noon("approved", 101)).score);
}

TEST_CASE("scorer: an unknown status is news once, and a flood of them ends") {
  Scorer scorer(small_model(), {});
  CHECK_FALSE(scorer.is_news("approved"));
  CHECK(scorer.is_news("chargeback"));
  CHECK_FALSE(scorer.is_news("chargeback"));
  int told = 0;
  for (int i = 0; i < 5000; ++i) told += scorer.is_news("s" + std::to_string(i)) ? 1 : 0;
  CHECK(told == 999);
}
