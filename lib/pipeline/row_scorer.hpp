// SPDX-License-Identifier: MIT
// Scores rows one by one.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/row.hpp"
#include "base/scored.hpp"
#include "model/explainer.hpp"
#include "model/features.hpp"
#include "model/model_file.hpp"
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

  // True the first time a status comes that the model was not trained on. It remembers 1,000 of
  // them; after that it says nothing more, so that a hostile stream cannot fill memory or stderr.
  bool is_news(std::string_view status);

 private:
  struct Remembered {
    model::Features features{0, -1, 0, 0, 0};  // no row's
    double score = 0;
  };

  [[nodiscard]] bool is_issue(std::string_view status) const;
  [[nodiscard]] double forest_score(const model::Features& features) const;
  [[nodiscard]] std::string reason(std::string_view status, const Scored& scored) const;

  const model::Model& model_;
  Settings settings_;
  double threshold_;
  std::optional<model::Explainer> explainer_;
  std::set<std::string, std::less<>> unknown_;
  mutable std::array<Remembered, 8192> remembered_;  // by a hash of the features
};

}  // namespace pos::pipeline
