// SPDX-License-Identifier: MIT
#include "model/training.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "model/random.hpp"
#include "model/sample.hpp"

namespace pos::model {
namespace {

// The generator that chooses rows to hold out; trees have the streams from 0 on.
constexpr std::uint64_t holdout_stream = ~std::uint64_t{0};

// Two passes: the plain sum of squares loses its digits on large counts.
std::array<FeatureSummary, feature_count> summarise(std::span<const Features> rows) {
  std::array<FeatureSummary, feature_count> summaries;
  const auto n = static_cast<double>(rows.size());
  for (std::size_t i = 0; i < feature_count; ++i) {
    double sum = 0;
    for (const Features& row : rows) sum += static_cast<double>(row[i]);
    const double mean = sum / n;
    double squares = 0;
    for (const Features& row : rows)
      squares += (static_cast<double>(row[i]) - mean) * (static_cast<double>(row[i]) - mean);
    summaries[i] = {mean, rows.size() > 1 ? std::sqrt(squares / (n - 1)) : 0};
  }
  return summaries;
}

Trained train(std::span<const Features> rows, StatusCodes codes, const TrainingSettings& settings) {
  auto forest = IsolationForest::fit(rows, settings.forest);
  std::vector<double> scores;
  scores.reserve(rows.size());
  for (const Features& row : rows) scores.push_back(forest.score(row));
  const double threshold = contamination_threshold(scores, settings.contamination);
  const auto alerts = std::count_if(scores.begin(), scores.end(), [&](double score) { return score > threshold; });
  return {{std::move(codes), summarise(rows), std::move(forest), threshold, {}, {}}, alerts};
}

std::vector<Judged> judge(const Model& model, std::span<const Features> rows, const std::vector<bool>& labels) {
  std::vector<Judged> judged;
  judged.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double score = model.forest.score(rows[i]);
    judged.push_back({score, labels[i], score > model.threshold});
  }
  return judged;
}

}  // namespace

void History::add(const Transaction& transaction, std::optional<bool> label) {
  auto found = status_numbers_.find(transaction.status);
  if (found == status_numbers_.end()) {
    found = status_numbers_.emplace(transaction.status, static_cast<std::int32_t>(status_names_.size())).first;
    status_names_.emplace_back(transaction.status);
  }
  labelled_ = labelled_ && label.has_value();
  rows_.push_back({transaction.time, found->second, label.value_or(false), transaction.count});
}

std::vector<std::string> History::statuses() const {
  auto names = status_names_;
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<Features> History::features(const StatusCodes& codes) const {
  std::vector<Features> all;
  all.reserve(rows_.size());
  for (const Kept& row : rows_) {
    all.push_back(features_of({row.time, status_names_[static_cast<std::size_t>(row.status)], row.count}, codes));
  }
  return all;
}

std::vector<bool> History::labels() const {
  std::vector<bool> all;
  all.reserve(rows_.size());
  for (const Kept& row : rows_)
    all.push_back(labelled_ ? row.label : is_issue(status_names_[static_cast<std::size_t>(row.status)]));
  return all;
}

double contamination_threshold(std::vector<double> scores, double contamination) {
  if (scores.empty()) throw std::invalid_argument("contamination threshold: no scores");
  std::sort(scores.begin(), scores.end());
  const double place = (1 - contamination) * static_cast<double>(scores.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, scores.size() - 1);
  const double quantile = scores[below] + (scores[above] - scores[below]) * (place - static_cast<double>(below));
  return std::ceil(quantile * 1e9) / 1e9;
}

Trained train(const History& history, const TrainingSettings& settings) {
  StatusCodes codes(history.statuses());
  const auto rows = history.features(codes);
  return train(rows, std::move(codes), settings);
}

std::vector<Judged> judge(const Model& model, const History& rows) {
  return judge(model, rows.features(model.statuses), rows.labels());
}

std::vector<Judged> judge_holdout(const History& history, const TrainingSettings& settings) {
  const StatusCodes codes(history.statuses());
  const auto features = history.features(codes);
  const auto labels = history.labels();
  const auto held_size = static_cast<std::size_t>(std::ceil(settings.holdout * static_cast<double>(features.size())));
  Random random(settings.forest.seed, holdout_stream);
  const auto held = sample(features.size(), held_size, random);
  if (held.size() == features.size()) return {};

  std::vector<Features> kept;
  std::vector<Features> test;
  std::vector<bool> test_labels;
  for (std::size_t i = 0, next = 0; i < features.size(); ++i) {
    if (next < held.size() && held[next] == i) {
      test.push_back(features[i]);
      test_labels.push_back(labels[i]);
      ++next;
    } else {
      kept.push_back(features[i]);
    }
  }
  return judge(train(kept, codes, settings).model, test, test_labels);
}

}  // namespace pos::model
