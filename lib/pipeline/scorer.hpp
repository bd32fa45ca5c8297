// SPDX-License-Identifier: MIT
// One transaction in, what pos-tools say of it out. The one place where policies are decided.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/row.hpp"
#include "base/scored.hpp"
#include "model/explainer.hpp"
#include "model/model_file.hpp"

namespace pos::pipeline {

// forest: alert where the forest does. seed: also where the status is denied, failed or reversed,
// the original project's rule.
enum class Policy { forest, seed };

struct ScorerSettings {
  Policy policy = Policy::forest;
  std::optional<double> threshold;  // in place of the model's
  bool explain = false;
};

class Scorer {
 public:
  Scorer(model::Model model, const ScorerSettings& settings);
  Scorer(const Scorer&) = delete;  // the explainer points into the model
  Scorer& operator=(const Scorer&) = delete;

  // Depends on the transaction alone.
  [[nodiscard]] Scored score(const Transaction& transaction) const;

  // True the first time a status comes that the model was not trained on. It remembers 1,000 of
  // them; after that it says nothing more, so that a hostile stream cannot fill memory or stderr.
  bool is_news(std::string_view status);

 private:
  [[nodiscard]] std::string reason(std::string_view status, const Scored& scored) const;

  model::Model model_;
  ScorerSettings settings_;
  double threshold_;
  std::optional<model::Explainer> explainer_;
  std::set<std::string, std::less<>> unknown_;
};

}  // namespace pos::pipeline
