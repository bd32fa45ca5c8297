// SPDX-License-Identifier: MIT
// From a history of transactions to a model and a report on it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/row.hpp"
#include "model/evaluation.hpp"
#include "model/model_file.hpp"

namespace pos::model {

// Rows that are kept: statuses by a number of their own, in order of first appearance.
class History {
 public:
  void add(const Transaction& transaction, std::optional<bool> label = std::nullopt);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool labelled() const { return labelled_; }  // every row has a label
  [[nodiscard]] const LocalTime& first() const { return rows_.front().time; }
  [[nodiscard]] const LocalTime& last() const { return rows_.back().time; }
  [[nodiscard]] std::vector<std::string> statuses() const;  // in byte order
  [[nodiscard]] std::vector<Features> features(const StatusCodes& codes) const;
  // What each row is judged by: its label, or the seed's rule (denied, failed, reversed).
  [[nodiscard]] std::vector<bool> labels() const;

 private:
  struct Kept {
    LocalTime time;
    std::int32_t status;
    bool label;
    std::int64_t count;
  };
  std::vector<Kept> rows_;
  std::map<std::string, std::int32_t, std::less<>> status_numbers_;
  std::vector<std::string> status_names_;
  bool labelled_ = true;
};

struct TrainingSettings {
  IsolationForest::Settings forest;
  double contamination = 0.05;  // above 0, at most 0.5
  double holdout = 0.2;         // 0 to below 1: share of rows held out for the report
};

struct Trained {
  Model model;
  std::int64_t alerts = 0;  // training rows that score above the threshold
};

// Forest, threshold, feature summaries. Errors: std::invalid_argument for an empty history.
[[nodiscard]] Trained train(const History& history, const TrainingSettings& settings);

// The score that `contamination` of the scores exceed: their (1 - contamination) quantile by linear
// interpolation, as numpy's and scikit-learn's, rounded up at the ninth decimal, so that scores tied
// with it do not exceed it on any machine. `scores` not empty; 0 < contamination <= 0.5.
[[nodiscard]] double contamination_threshold(std::vector<double> scores, double contamination);

// Judges rows by a model.
[[nodiscard]] std::vector<Judged> judge(const Model& model, const History& rows);

// Trains on all but a random share of the rows and judges that share.
[[nodiscard]] std::vector<Judged> judge_holdout(const History& history, const TrainingSettings& settings);

}  // namespace pos::model
