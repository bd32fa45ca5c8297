// SPDX-License-Identifier: MIT
// What pos-train tells about a model: for people as text, for programs as JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/language.hpp"
#include "model/evaluation.hpp"
#include "model/event_evaluation.hpp"
#include "model/knowledge.hpp"
#include "model/model_file.hpp"

namespace pos::model {

struct TrainingReport {
  std::optional<Knowledge> knowledge;  // nothing: there was no row
  // Where the evaluated rows came from: `847 rows held out at random`; empty: there is no evaluation.
  std::string judged_on;
  std::string label;     // what a row is judged by
  bool by_rule = false;  // which is the seed's rule, for want of labels
  Evaluation evaluation;
  std::int64_t training_alerts = 0;
  std::optional<EventEvaluation> events;  // of labelled rows in a test file
};

// Of the forest, which decides nothing unless it is asked to; and before that of labelled events, where there are any.
[[nodiscard]] std::string forest_text(const Model& model, const TrainingReport& report, Language language);
// All of it.
[[nodiscard]] std::string to_json(const Model& model, const TrainingReport& report);

// The model alone, without its trees, as JSON.
[[nodiscard]] std::string describe(const Model& model);

}  // namespace pos::model
