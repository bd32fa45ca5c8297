// SPDX-License-Identifier: MIT
#include "model/training.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "base/record.hpp"
#include "model/monitor/calendar.hpp"
#include "model/monitor/minute_assembler.hpp"
#include "model/monitor/monitor.hpp"
#include "model/random.hpp"
#include "model/sample.hpp"
#include "model/usual_counts.hpp"

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
  return {{std::move(codes), summarise(rows), std::move(forest), threshold, std::nullopt, {}, {}}, alerts, {}};
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

// Steps the monitor through rows as pos-score would. `log` (or none) gets the alerts, and the rows
// that are labelled.
void watch(Monitor& monitor, const History& rows, const SpecialDays& days, Report report, EventLog* log) {
  MinuteAssembler minutes(monitor.last_minute(), monitor.grace(), rows.zone());
  const auto close = [&] {
    while (const auto closed = minutes.take()) {
      const DayKind kind = days.at(to_seconds(minutes.begin_of(closed->minute)) / 60);
      const auto verdicts = monitor.step(closed->at(), closed->counts, report, Extent::whole, kind);
      if (log != nullptr) log->minute(closed->minute);
      for (const Verdict& verdict : verdicts) {
        if (log != nullptr && verdict.alert) log->alert(closed->minute, verdict.status);
      }
    }
  };
  const UsualCounts usual = monitor.is_warm() ? UsualCounts() : usual_counts(rows);
  rows.replay([&] { minutes.start_file(); },
              [&](const Transaction& row, bool label) {
                const auto minute = minutes.place(row.time, MinuteAssembler::Leap::believed);
                close();
                if (!minute) return;  // late
                const std::int64_t count = monitor.is_warm() ? row.count : believed_count(row, usual);
                minutes.add(*minute, monitor.intern(row.status), static_cast<std::uint64_t>(count));
                if (log != nullptr && label && row.count > 0) log->label(*minute, row.status);
              });
  minutes.finish();
  close();
  monitor.set_grace(minutes.grace());
}

Monitor train_monitor(const History& history, const std::string& volume, const SpecialDays& days) {
  MonitorParameters parameters;
  parameters.volume = volume;
  Monitor monitor(parameters);
  watch(monitor, history, days, Report::nothing, nullptr);
  // exp() and log() may differ in their last bit between machines; ten digits are the same on all.
  constexpr int portable_digits = 10;
  return Monitor::from_state(monitor.state(portable_digits));
}

}  // namespace

double contamination_threshold(std::vector<double> scores, double contamination) {
  if (scores.empty()) throw std::invalid_argument("contamination threshold: no scores");
  std::sort(scores.begin(), scores.end());
  const double place = (1 - contamination) * static_cast<double>(scores.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, scores.size() - 1);
  const double quantile = scores[below] + (scores[above] - scores[below]) * (place - static_cast<double>(below));
  return std::ceil(quantile * 1e9) / 1e9;
}

Model untrained(const MonitorParameters& parameters) {
  return {{}, std::nullopt, IsolationForest::untrained(), 1, Monitor(parameters), {}, {}};
}

Trained train(const History& history, const TrainingSettings& settings) {
  if (history.size() == 0) {
    MonitorParameters parameters;
    if (!settings.volume.empty()) parameters.volume = settings.volume;
    return {untrained(parameters), 0, {parameters.volume, VolumeRule::asked}};
  }
  VolumeChoice volume = volume_of(history, settings.volume);
  StatusCodes codes(history.statuses());
  const auto rows = history.features(codes);
  Trained trained = train(rows, std::move(codes), settings);
  trained.model.monitor = train_monitor(history, volume.status, settings.days);
  trained.volume = std::move(volume);
  return trained;
}

EventEvaluation judge_events(const Model& model, const History& rows, const SpecialDays& days) {
  EventLog log;
  Monitor monitor = *model.monitor;
  watch(monitor, rows, days, Report::alerts, &log);
  return evaluate_events(log);
}

std::vector<Judged> judge(const Model& model, const History& rows) {
  return judge(model, rows.features(model.statuses), rows.labels());
}

std::vector<Judged> judge_holdout(const History& history, const TrainingSettings& settings) {
  if (settings.holdout == 0 || history.size() == 0) return {};
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
