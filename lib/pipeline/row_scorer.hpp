// SPDX-License-Identifier: MIT
// Scores rows one by one.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/row.hpp"
#include "base/scored.hpp"
#include "model/explainer.hpp"
#include "model/features.hpp"
#include "model/model_file.hpp"
#include "model/score_table.hpp"
#include "pipeline/settings.hpp"

namespace pos::pipeline {

// A forest that has seen nothing decides nothing. Errors: pos::Error(Fault::bad_data), `name` first, where the policy
// is the forest's and that of the model is blind.
void refuse_blind(const model::Model& model, const Settings& settings, const std::string& name);

// What can be said of a row that stands alone: the forest's score and verdict, and the decision of the
// policies that ask for no more.
class RowScorer {
 public:
  // `model` must outlive the scorer.
  RowScorer(const model::Model& model, const Settings& settings);

  // Depends on the transaction alone.
  [[nodiscard]] Scored score(const Transaction& transaction) const;

  // A row's status, looked up once for many rows.
  struct Status {
    model::ScoreTable::Status of_forest = 0;
    std::string rule;  // of the policy seed: why it alerts on it; empty: it does not
  };
  [[nodiscard]] Status status(std::string_view name) const;
  // score() without an explanation.
  [[nodiscard]] Scored score(const Status& status, const LocalTime& time, std::int64_t count) const {
    const double score = table_.score(status.of_forest, time.minute_of_day(), count);
    return judge(status, score, is_alert(score));
  }
  // Of what score() says, the forest's part alone.
  void score(const Status& status, const LocalTime& time, std::int64_t count, Scored& scored) const {
    scored.score = table_.score(status.of_forest, time.minute_of_day(), count);
    scored.alert = is_alert(scored.score);
  }
  // Scores alone; `statuses` by PlainRow::status. As many of `to` are written as there are rows.
  void score(std::span<const PlainRow> rows, std::span<const Status> statuses, std::span<double> to) const;
  // What score() says of a row of that score.
  [[nodiscard]] Scored judge(const Status& status, double score, bool alert) const;
  [[nodiscard]] bool is_alert(double score) const { return score > threshold_; }  // the forest's

  // True the first time a status comes that the model was not trained on. It remembers 1,000 of
  // them; after that it says nothing more, so that a hostile stream cannot fill memory or stderr.
  bool is_news(std::string_view status);

 private:
  struct Explained {
    model::Features features{0, -1, 0, 0, 0};  // no row's
    Explanation explanation;
  };

  [[nodiscard]] const Explanation& explain(const model::Features& features) const;

  const model::Model& model_;
  Settings settings_;
  double threshold_;
  mutable model::ScoreTable table_;
  std::optional<model::Explainer> explainer_;
  mutable std::vector<Explained> explained_;  // by a hash of the features
  std::set<std::string, std::less<>> unknown_;
};

}  // namespace pos::pipeline
