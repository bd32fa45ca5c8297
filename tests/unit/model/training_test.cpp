// SPDX-License-Identifier: MIT
#include "model/training.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include "model/random.hpp"
#include "model/usual_counts.hpp"

using namespace pos;
using namespace pos::model;

namespace {

History small_history() {
  History history;
  for (int minute = 0; minute < 600; ++minute) {
    history.add({{LocalTime::no_day, minute * 60}, "approved", 20 + minute % 7});
    if (minute % 5 == 0) history.add({{LocalTime::no_day, minute * 60}, "denied", 1 + minute % 3});
  }
  return history;
}

double threshold_of(const std::vector<double>& scores) {
  std::vector<Judged> rows;
  for (const double score : scores) rows.push_back({score, false, false, 1});
  return contamination_threshold(rows, 0.05);
}

}  // namespace

TEST_CASE("contamination_threshold: numpy's percentile, rounded up") {
  std::vector<double> scores(101);
  std::iota(scores.begin(), scores.end(), 0.0);
  for (double& score : scores) score /= 1000;
  CHECK(threshold_of(scores) == doctest::Approx(0.095).epsilon(1e-8));
  // numpy.percentile([0.1, 0.2, 0.4], 95) = 0.38
  CHECK(threshold_of({0.4, 0.1, 0.2}) == doctest::Approx(0.38).epsilon(1e-8));
  CHECK(threshold_of({0.3}) == doctest::Approx(0.3).epsilon(1e-8));
}

TEST_CASE("contamination_threshold: scores tied with it do not exceed it") {
  const double tied = 1.0 / 3;
  std::vector<double> scores(100, tied);
  scores[0] = 0.9;
  CHECK(threshold_of(scores) >= tied);
  CHECK(threshold_of(scores) < tied + 1e-8);
}

TEST_CASE("contamination_threshold, evaluate: rows that come as one count as each would") {
  Random random(5, 0);
  for (int round = 0; round < 200; ++round) {
    std::vector<Judged> together;
    std::vector<Judged> each;
    for (std::uint64_t kinds = 1 + random.below(12); kinds > 0; --kinds) {
      Judged kind{static_cast<double>(random.below(8)) / 8, random.below(2) == 1, random.below(2) == 1, 1};
      const std::uint64_t rows = 1 + random.below(5);
      each.insert(each.end(), rows, kind);
      kind.rows = static_cast<std::int64_t>(rows);
      together.push_back(kind);
    }
    const double contamination = static_cast<double>(1 + random.below(50)) / 100;
    CHECK(contamination_threshold(together, contamination) == contamination_threshold(each, contamination));
    CHECK(evaluate(together).roc_auc == evaluate(each).roc_auc);
    CHECK(classification_report(evaluate(together)) == classification_report(evaluate(each)));
  }
}

TEST_CASE("train: the share of alerts is the contamination") {
  const Trained trained = train(small_history(), {});
  CHECK(trained.alerts <= 36);  // 5 % of 720
  CHECK(trained.alerts >= 30);
  CHECK(trained.model.statuses.names().size() == 2);
}

TEST_CASE("train: feature means and standard deviations, by hand") {
  History history;
  history.add({{LocalTime::no_day, 10 * 3600 + 60 * 30}, "approved", 10});
  history.add({{LocalTime::no_day, 12 * 3600 + 60 * 30}, "denied", 20});
  const auto features = train(history, {}).model.features.value();
  CHECK(features[0].mean == 0.5);  // codes 0 and 1
  CHECK(features[1].mean == 15);
  CHECK(features[1].deviation == doctest::Approx(std::sqrt(50.0)));  // n - 1
  CHECK(features[2].mean == 11);
  CHECK(features[3].deviation == 0);
  CHECK(features[4].mean == 0.5);  // denied is an issue
}

TEST_CASE("judge_holdout: a fifth of the rows, rounded up, judged by the seed's rule") {
  const auto judged = judge_holdout(small_history(), {});
  std::int64_t rows = 0;
  std::int64_t issues = 0;
  for (const Judged& row : judged) {
    rows += row.rows;
    issues += row.label ? row.rows : 0;
  }
  CHECK(rows == 144);  // 720 / 5
  CHECK(issues > 10);
  CHECK(issues < 40);  // about 24 of 144
  TrainingSettings none;
  none.holdout = 0;
  CHECK(judge_holdout(small_history(), none).empty());
}

TEST_CASE("train: without a row a model that knows nothing, which its file brings back") {
  TrainingSettings settings;
  settings.volume = "capturada";
  const std::string text = to_text(train(History(), settings).model);
  const Model model = parse_model(text, "m");
  CHECK(to_text(model) == text);
  CHECK(model.forest.is_blind());
  CHECK(model.forest.score({0, 1'000'000, 3, 3, 1}) == 0.5);
  CHECK(model.threshold == 1);
  CHECK(model.monitor->age() == 0);
  CHECK(model.monitor->parameters().volume == "capturada");
  CHECK(untrained().monitor->parameters().volume == "approved");
  CHECK(judge_holdout(History(), {}).empty());
}

TEST_CASE("features: an unknown status is as far out as a status can be") {
  const StatusCodes codes({"approved", "denied"});
  CHECK(features_of({{LocalTime::no_day, 14 * 3600 + 31 * 60}, "chargeback", 3}, codes) == Features{2, 3, 14, 31, 0});
  CHECK(features_of({{LocalTime::no_day, 0}, "denied", 3}, codes) == Features{1, 3, 0, 0, 1});
}

TEST_CASE("usual counts: a first row is held against those that follow it") {
  History history;
  history.begin_file();
  const auto add = [&](int minute, std::string_view status, std::int64_t count) {
    history.add({LocalTime{0, minute * 60}, status, count});
  };
  add(0, "approved", 3'000'000);
  for (int minute = 1; minute < 10; ++minute) add(minute, "approved", 30);
  add(3, "failed", 5'000);
  const UsualCounts usual = usual_counts(history);
  const std::uint32_t approved = 0, failed = 1;
  CHECK(believed_count({{}, approved, 3'000'000}, usual) == 30);
  CHECK(believed_count({{}, approved, 3'000}, usual) == 3'000);  // a hundred times: a surge
  CHECK(believed_count({{}, failed, 5'000}, usual) == 5'000);    // alone: it may be the usual one
}
