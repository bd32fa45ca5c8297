// SPDX-License-Identifier: MIT
#include "pipeline/row_scorer.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>

#include "base/error.hpp"

namespace pos::pipeline {

void refuse_blind(const model::Model& model, const Settings& settings, const std::string& name) {
  if (settings.policy != Policy::forest || !model.forest.is_blind()) return;
  throw Error(Fault::bad_data, name + ": its forest was grown on one row or none, and gives every row the score 0.5: " +
                                   "train on more rows, or leave out --policy forest");
}

RowScorer::RowScorer(const model::Model& model, const Settings& settings)
    : model_(model), settings_(settings), threshold_(settings.threshold.value_or(model_.threshold)) {
  if (settings.explain) explainer_.emplace(model_.forest);
}

Scored RowScorer::score(const Transaction& transaction) const {
  const auto features = model::features_of(transaction, model_.statuses);
  Scored scored;
  scored.score = forest_score(features);
  scored.alert = scored.score > threshold_;
  const bool by_rule = settings_.policy == Policy::seed && is_issue(transaction.status);
  if (settings_.policy != Policy::above_normal && (by_rule || scored.alert)) {
    scored.decision = Decision::alert;
    scored.reason = reason(by_rule ? transaction.status : std::string_view(), scored);
  }
  if (explainer_) scored.explanation = explainer_->explain(features);
  return scored;
}

bool RowScorer::is_issue(std::string_view status) const {
  return std::find(settings_.issues.begin(), settings_.issues.end(), status) != settings_.issues.end();
}

// A feed of single transactions has thousands of rows a minute that the forest cannot tell apart.
double RowScorer::forest_score(const model::Features& features) const {
  std::uint64_t hash = 0;
  for (const std::int64_t feature : features) {
    hash = (hash ^ static_cast<std::uint64_t>(feature)) * 0x9e3779b97f4a7c15;
    hash ^= hash >> 32;
  }
  Remembered& known = remembered_[hash % remembered_.size()];
  if (known.features != features) known = {features, model_.forest.score(features)};
  return known.score;
}

// `ruled_out`: the status that the seed's rule alerts on, or nothing.
std::string RowScorer::reason(std::string_view ruled_out, const Scored& scored) const {
  if (!ruled_out.empty()) return fmt::format("rule: {}", ruled_out);
  return fmt::format("forest: score {:.6f} above {:.6f}", scored.score, threshold_);
}

bool RowScorer::is_news(std::string_view status) {
  constexpr std::size_t most = 1000;
  if (model_.forest.is_blind()) return false;  // it tells no status from another
  if (unknown_.size() >= most || model_.statuses.code(status)) return false;
  if (unknown_.contains(status)) return false;
  unknown_.emplace(status);
  return true;
}

}  // namespace pos::pipeline
