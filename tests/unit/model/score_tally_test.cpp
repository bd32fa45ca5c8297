// SPDX-License-Identifier: MIT
#include "model/score_tally.hpp"

#include <doctest/doctest.h>

#include <map>
#include <tuple>

#include "model/random.hpp"

using namespace pos;
using namespace pos::model;

namespace {

// By group, label and score: rows.
using Tallied = std::map<std::tuple<int, bool, double>, std::int64_t>;

void add(Tallied& found, int group, bool label, double score, std::int64_t rows) {
  found[{group, label, score}] += rows;
}

// Days of minutes in which each status comes with this chance in a thousand and counts below `most`.
History random_history(int days, std::uint64_t often, std::uint64_t most, bool labelled, Random& random) {
  History history;
  for (int minute = 0; minute < days * 1440; ++minute) {
    for (const char* status : {"approved", "denied", "failed", "refunded"}) {
      if (random.below(1000) >= often) continue;
      const auto label = labelled ? std::optional(random.below(3) == 0) : std::nullopt;
      history.add({{20'000 + minute / 1440, minute % 1440 * 60}, status, static_cast<std::int64_t>(random.below(most))},
                  label);
    }
  }
  return history;
}

}  // namespace

TEST_CASE("score tally: the scores that rows have one by one") {
  struct Case {
    int days;
    std::uint64_t often, most;
    bool labelled;
  };
  Random random(11, 0);
  // More rows than cells; fewer; few; and counts of all sizes.
  for (const Case& one :
       {Case{90, 900, 9, true}, {2, 900, 200, false}, {1, 20, 5000, true}, {3, 900, std::uint64_t{1} << 53U, false}}) {
    CAPTURE(one.most);
    const History history = random_history(one.days, one.often, one.most, one.labelled, random);
    const StatusCodes codes({"approved", "denied", "refunded"});  // one is unknown
    const HistoryFeatures features(history, codes);
    std::vector<Features> rows;
    history.replay([&](const History::Row& row) { rows.push_back(features.of(row)); });
    const auto forest = IsolationForest::fit(rows, {30, 256, 7});
    ScoreTally tally(forest, history, features);
    Tallied one_by_one;
    std::size_t place = 0;
    history.replay([&](const History::Row& row) {
      const bool held_out = place++ % 5 == 0;
      tally.add(row, held_out ? ScoreTally::Group::held_out : ScoreTally::Group::learnt);
      add(one_by_one, held_out ? 1 : 0, row.label, forest.score(features.of(row)), 1);
    });
    Tallied found;
    const auto [learnt, held_out] = tally.scores();
    for (const Judged& row : learnt) add(found, 0, row.label, row.score, row.rows);
    for (const Judged& row : held_out) add(found, 1, row.label, row.score, row.rows);
    CHECK(found == one_by_one);
  }
}
