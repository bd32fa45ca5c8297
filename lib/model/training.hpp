// SPDX-License-Identifier: MIT
// From a history of transactions to a model and a report on it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/evaluation.hpp"
#include "model/event_evaluation.hpp"
#include "model/history.hpp"
#include "model/history_volume.hpp"
#include "model/keys/key_training.hpp"
#include "model/model_file.hpp"
#include "model/monitor/minute_assembler.hpp"

namespace pos::model {

struct TrainingSettings {
  IsolationForest::Settings forest;
  double contamination = 0.05;  // above 0, at most 0.5
  double holdout = 0.2;         // 0 to below 1: share of rows held out for the report
  std::string volume;           // status that measures business, or every_status; empty: to be chosen
  SpecialDays days;             // of the monitor
};

struct Trained {
  Model model;
  std::int64_t alerts = 0;  // training rows that score above the threshold
  VolumeChoice volume;      // of the monitor, and why
};

// A minute of the history that the monitor has just been stepped through.
struct TrainedMinute {
  const ClosedMinute& closed;
  LocalTime begin;  // on the wall clock of its rows; without dates the first day is 1970-01-01
  DayKind kind = DayKind::ordinary;
  std::span<const Verdict> verdicts;  // those that were wanted
  const Monitor& monitor;
  const KeyTraining* keys = nullptr;          // none: the history has no families
  std::span<const KeyAlert> key_alerts = {};  // as KeyTraining::close() has them
};

// Hears how a history goes by while the monitor is trained on it. That changes no model.
class TrainingListener {
 public:
  virtual ~TrainingListener() = default;
  // Of the minute that is to be judged by what came before it; then it is learnt from.
  [[nodiscard]] virtual Report wants(const LocalTime& begin, const Monitor& monitor) = 0;
  virtual void minute(const TrainedMinute& minute) = 0;
};

// A model that knows nothing yet: its monitor learns as it goes, its forest is blind.
[[nodiscard]] Model untrained(const MonitorParameters& parameters = {});

// Forest, threshold, feature summaries, and the monitor as it stands after the history. Without a row it is
// untrained(). Errors: as of volume_of() for a volume that a history with rows does not have.
[[nodiscard]] Trained train(const History& history, const TrainingSettings& settings,
                            TrainingListener* listener = nullptr);

// The score that `contamination` of the scores exceed: their (1 - contamination) quantile by linear
// interpolation, as numpy's and scikit-learn's, rounded up at the ninth decimal, so that scores tied
// with it do not exceed it on any machine. Not empty; 0 < contamination <= 0.5.
// It sorts them.
[[nodiscard]] double contamination_threshold(std::span<Judged> scores, double contamination);

// Judges rows by a model. Here and below those of the same score, label and verdict may come as one.
[[nodiscard]] std::vector<Judged> judge(const Model& model, const History& rows);

// Judges rows by a model's monitor as pos-score would, against events made of their labels.
[[nodiscard]] EventEvaluation judge_events(const Model& model, const History& rows, const SpecialDays& days = {});

// Trains on all but a random share of the rows and judges that share.
[[nodiscard]] std::vector<Judged> judge_holdout(const History& history, const TrainingSettings& settings);

}  // namespace pos::model
