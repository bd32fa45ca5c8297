// SPDX-License-Identifier: MIT
#include "pipeline/row_scorer.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>

#include "base/error.hpp"

namespace pos::pipeline {
namespace {

constexpr std::size_t most_explained = std::size_t{1} << 16;  // 6 MB

}  // namespace

void refuse_blind(const model::Model& model, const Settings& settings, const std::string& name) {
  if (settings.policy != Policy::forest || !model.forest.is_blind()) return;
  throw Error(Fault::bad_data, name + ": its forest was grown on one row or none, and gives every row the score 0.5: " +
                                   "train on more rows, or leave out --policy forest");
}

RowScorer::RowScorer(const model::Model& model, const Settings& settings)
    : model_(model),
      settings_(settings),
      threshold_(settings.threshold.value_or(model_.threshold)),
      table_(model.forest, model.statuses.names().size()) {
  if (!settings.explain) return;
  explainer_.emplace(model_.forest);
  explained_.resize(most_explained);
}

Scored RowScorer::score(const Transaction& transaction) const {
  Scored scored = score(status(transaction.status), transaction.time, transaction.count);
  if (explainer_) scored.explanation = explain(model::features_of(transaction, model_.statuses));
  return scored;
}

Scored RowScorer::judge(const Status& status, double score, bool alert) const {
  Scored scored;
  scored.score = score;
  scored.alert = alert;
  if (settings_.policy != Policy::above_normal && (alert || !status.rule.empty())) {
    scored.decision = Decision::alert;
    scored.reason =
        status.rule.empty() ? fmt::format("forest: score {:.6f} above {:.6f}", score, threshold_) : status.rule;
  }
  return scored;
}

RowScorer::Status RowScorer::status(std::string_view name) const {
  const model::Features features = model::features_of({{}, name, 0}, model_.statuses);
  const bool by_rule = settings_.policy == Policy::seed &&
                       std::find(settings_.issues.begin(), settings_.issues.end(), name) != settings_.issues.end();
  return {model::ScoreTable::status(features[model::status_feature], features[model::issue_feature] != 0),
          by_rule ? fmt::format("rule: {}", name) : std::string()};
}

void RowScorer::score(std::span<const PlainRow> rows, std::span<const Status> statuses, std::span<double> to) const {
  for (const PlainRow& row : rows) table_.prefetch(statuses[row.status].of_forest, row.time.minute_of_day(), row.count);
  for (std::size_t i = 0; i < rows.size(); ++i)
    to[i] = table_.score(statuses[rows[i].status].of_forest, rows[i].time.minute_of_day(), rows[i].count);
}

// Rows that come again, or differ by less than the forest can tell, are explained once.
const Explanation& RowScorer::explain(const model::Features& features) const {
  const model::Features first = table_.representative(features);
  std::uint64_t hash = 0;
  for (const std::int64_t feature : first) {
    hash = (hash ^ static_cast<std::uint64_t>(feature)) * 0x9e3779b97f4a7c15;
    hash ^= hash >> 32;
  }
  Explained& known = explained_[hash % explained_.size()];
  if (known.features != first) known = {first, explainer_->explain(first)};
  return known.explanation;
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
