// SPDX-License-Identifier: MIT
// Follows a training: what the days of the history brought, and what the monitor told in those held out.
#pragma once

#include <cstdint>
#include <optional>

#include "incident/replay.hpp"
#include "model/coverage.hpp"
#include "model/history_days.hpp"
#include "model/knowledge.hpp"
#include "model/training.hpp"

namespace pos::tools {

// Incidents are those of pos-alert and pos-report.
class TrainingWatch final : public model::TrainingListener {
 public:
  // days: those of the training.
  TrainingWatch(const model::History& history, const model::SpecialDays& days);

  [[nodiscard]] model::Report wants(const LocalTime& begin, const model::Monitor& monitor) override;
  void minute(const model::TrainedMinute& minute) override;

  [[nodiscard]] const model::Coverage& coverage() const { return coverage_; }
  [[nodiscard]] const model::HistoryDays& days() const { return days_; }
  // Nothing: the history is too short. What is in it for people is in that language. Once.
  [[nodiscard]] std::optional<model::HeldOut> finish(const std::string& volume, Language language);

 private:
  [[nodiscard]] bool holds_out(const LocalTime& begin) const { return from_ && to_seconds(begin) >= *from_; }

  model::Coverage coverage_;
  model::HistoryDays days_;
  std::optional<LocalSeconds> from_;
  std::optional<incident::Replay> replay_;  // since the first minute that is held out
  std::optional<double> surcharge_;         // of keys, by the days before
  std::optional<std::int64_t> judged_day_;  // the last one
  model::HeldOut held_;
};

}  // namespace pos::tools
