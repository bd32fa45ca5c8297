// SPDX-License-Identifier: MIT
#include "model/training.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "base/record.hpp"
#include "model/keys/key_training.hpp"
#include "model/monitor/calendar.hpp"
#include "model/monitor/minute_assembler.hpp"
#include "model/monitor/monitor.hpp"
#include "model/random.hpp"
#include "model/sample.hpp"
#include "model/score_tally.hpp"
#include "model/usual_counts.hpp"

namespace pos::model {
namespace {

// The generator that chooses rows to hold out; trees have the streams from 0 on.
constexpr std::uint64_t holdout_stream = ~std::uint64_t{0};

// Two passes: the plain sum of squares loses its digits on large counts.
std::array<FeatureSummary, feature_count> summarise(const History& history, const HistoryFeatures& features) {
  std::array<FeatureSummary, feature_count> summaries;
  const auto n = static_cast<double>(history.size());
  std::array<double, feature_count> sums{};
  history.replay([&](const History::Row& row) {
    const Features values = features.of(row);
    for (std::size_t i = 0; i < feature_count; ++i) sums[i] += static_cast<double>(values[i]);
  });
  for (std::size_t i = 0; i < feature_count; ++i) summaries[i].mean = sums[i] / n;
  std::array<double, feature_count> squares{};
  history.replay([&](const History::Row& row) {
    const Features values = features.of(row);
    for (std::size_t i = 0; i < feature_count; ++i) {
      const double distance = static_cast<double>(values[i]) - summaries[i].mean;
      squares[i] += distance * distance;
    }
  });
  for (std::size_t i = 0; i < feature_count; ++i)
    summaries[i].deviation = history.size() > 1 ? std::sqrt(squares[i] / (n - 1)) : 0;
  return summaries;
}

// Sets what is an alert, and counts those rows.
std::int64_t judge_by(double threshold, std::vector<Judged>& scores) {
  std::int64_t alerts = 0;
  for (Judged& row : scores) {
    row.alert = row.score > threshold;
    if (row.alert) alerts += row.rows;
  }
  return alerts;
}

// On the rows that are not held out.
IsolationForest fit_forest(const History& history, const HistoryFeatures& features, const Subset& held,
                           std::size_t size, const TrainingSettings& settings) {
  const auto gather = [&](const Subset& wanted) {
    std::vector<Features> found;
    std::size_t place = 0;
    std::size_t kept = 0;
    history.replay([&](const History::Row& row) {
      if (!held.contains(place++) && wanted.contains(kept++)) found.push_back(features.of(row));
    });
    return found;
  };
  return IsolationForest::fit(size, gather, settings.forest);
}

Trained train_forest(const History& history, const TrainingSettings& settings) {
  StatusCodes codes(history.statuses());
  const HistoryFeatures features(history, codes);
  auto forest = fit_forest(history, features, Subset(history.size()), history.size(), settings);
  ScoreTally tally(forest, history, features);
  history.replay([&](const History::Row& each) { tally.add(each, ScoreTally::Group::learnt); });
  auto scores = std::move(tally.scores().front());
  const double threshold = contamination_threshold(scores, settings.contamination);
  const std::int64_t alerts = judge_by(threshold, scores);
  const auto summaries = summarise(history, features);
  return {{std::move(codes), summaries, std::move(forest), threshold, std::nullopt, {}, {}}, alerts, {}};
}

bool is_same(const LocalTime& a, const LocalTime& b) { return a == b && a.offset == b.offset && a.clock == b.clock; }

// Who else follows the replay of a history; nobody need.
struct Followers {
  EventLog* log = nullptr;  // gets the alerts, and the rows that are labelled
  KeyTraining* keys = nullptr;
  TrainingListener* listener = nullptr;
};

// Steps the monitor through rows as pos-score would.
void watch(Monitor& monitor, const History& rows, const SpecialDays& days, const Followers& followers) {
  EventLog* const log = followers.log;
  KeyTraining* const keys = followers.keys;
  TrainingListener* const listener = followers.listener;
  MinuteAssembler minutes(monitor.last_minute(), monitor.grace(), rows.zone());
  const auto close = [&] {
    while (const auto closed = minutes.take()) {
      const LocalTime begin = minutes.begin_of(closed->minute);
      const DayKind kind = days.at(to_seconds(begin) / 60);
      const Report report = log != nullptr        ? Report::alerts
                            : listener != nullptr ? listener->wants(begin, monitor)
                                                  : Report::nothing;
      const auto verdicts = monitor.step(closed->at(), closed->counts, report, Extent::whole, kind);
      std::span<const KeyAlert> key_alerts;
      if (keys != nullptr) key_alerts = keys->close(closed->minute, monitor);
      if (listener != nullptr) listener->minute({*closed, begin, kind, verdicts, monitor, keys, key_alerts});
      if (log != nullptr) log->minute(closed->minute);
      for (const Verdict& verdict : verdicts) {
        if (log != nullptr && verdict.alert) log->alert(closed->minute, verdict.status);
      }
    }
  };
  const UsualCounts usual = monitor.is_warm() ? UsualCounts() : usual_counts(rows);
  std::vector<std::optional<StatusId>> ids(rows.names().size());
  bool begins = true;
  LocalTime time;                      // of the row before in the same file,
  std::optional<std::int64_t> minute;  // which was placed here
  const auto begin_file = [&] {
    minutes.start_file();
    begins = true;
  };
  rows.replay(begin_file, [&](const History::Row& row) {
    if (std::exchange(begins, false) || !is_same(time, row.time)) {
      time = row.time;
      minute = minutes.place(row.time, MinuteAssembler::Leap::believed);
      close();
    }
    if (!minute) return;  // late
    if (!ids[row.status]) ids[row.status] = monitor.intern(rows.names()[row.status]);
    const std::int64_t count = monitor.is_warm() ? row.count : believed_count(row, usual);
    minutes.add(*minute, *ids[row.status], static_cast<std::uint64_t>(count));
    if (keys != nullptr) keys->add(*minute, row, *ids[row.status], static_cast<std::uint64_t>(count));
    if (log != nullptr && row.label && row.count > 0) log->label(*minute, rows.names()[row.status]);
  });
  minutes.finish();
  close();
  monitor.set_grace(minutes.grace());
}

// The monitor of a model, and its keys where the history has any.
void train_monitor(Model& model, const History& history, const std::string& volume, const SpecialDays& days,
                   TrainingListener* listener) {
  MonitorParameters parameters;
  parameters.volume = volume;
  Monitor monitor(parameters);
  std::optional<KeyTraining> keys;
  if (!history.families().empty()) keys.emplace(history);
  watch(monitor, history, days, {.keys = keys ? &*keys : nullptr, .listener = listener});
  // exp() and log() may differ in their last bit between machines; ten digits are the same on all.
  constexpr int portable_digits = 10;
  if (keys) model.keys = KeyMonitor::from_state((*std::move(keys)).finish(monitor).state(portable_digits));
  model.monitor = Monitor::from_state(monitor.state(portable_digits));
}

}  // namespace

double contamination_threshold(std::span<Judged> scores, double contamination) {
  if (scores.empty()) throw std::invalid_argument("contamination threshold: no scores");
  std::ranges::sort(scores, {}, &Judged::score);
  std::int64_t rows = 0;
  for (const Judged& row : scores) rows += row.rows;
  const auto score_at = [&](std::int64_t rank) {
    auto at = scores.begin();
    for (; rank >= at->rows; ++at) rank -= at->rows;
    return at->score;
  };
  const double place = (1 - contamination) * static_cast<double>(rows - 1);
  const auto rank = static_cast<std::int64_t>(place);
  const double below = score_at(rank);
  const double above = score_at(std::min(rank + 1, rows - 1));
  const double quantile = below + (above - below) * (place - static_cast<double>(rank));
  return std::ceil(quantile * 1e9) / 1e9;
}

Model untrained(const MonitorParameters& parameters) {
  return {{}, std::nullopt, IsolationForest::untrained(), 1, Monitor(parameters), {}, {}};
}

Trained train(const History& history, const TrainingSettings& settings, TrainingListener* listener) {
  if (history.size() == 0) {
    MonitorParameters parameters;
    if (!settings.volume.empty()) parameters.volume = settings.volume;
    Trained nothing{untrained(parameters), 0, {parameters.volume, VolumeRule::asked}};
    if (!history.families().empty()) nothing.model.keys.emplace(history.families());
    return nothing;
  }
  VolumeChoice volume = volume_of(history, settings.volume);
  Trained trained = train_forest(history, settings);
  train_monitor(trained.model, history, volume.status, settings.days, listener);
  trained.volume = std::move(volume);
  return trained;
}

EventEvaluation judge_events(const Model& model, const History& rows, const SpecialDays& days) {
  EventLog log;
  Monitor monitor = *model.monitor;
  watch(monitor, rows, days, {.log = &log});
  return evaluate_events(log);
}

std::vector<Judged> judge(const Model& model, const History& rows) {
  const HistoryFeatures features(rows, model.statuses);
  ScoreTally tally(model.forest, rows, features);
  rows.replay([&](const History::Row& row) { tally.add(row, ScoreTally::Group::held_out); });
  auto judged = std::move(tally.scores().back());
  judge_by(model.threshold, judged);
  return judged;
}

std::vector<Judged> judge_holdout(const History& history, const TrainingSettings& settings) {
  if (settings.holdout == 0 || history.size() == 0) return {};
  const auto held_size = static_cast<std::size_t>(std::ceil(settings.holdout * static_cast<double>(history.size())));
  Random random(settings.forest.seed, holdout_stream);
  const Subset held(history.size(), held_size, random);
  if (held_size >= history.size()) return {};

  const StatusCodes codes(history.statuses());
  const HistoryFeatures features(history, codes);
  const auto forest = fit_forest(history, features, held, history.size() - held_size, settings);
  ScoreTally tally(forest, history, features);
  std::size_t place = 0;
  history.replay([&](const History::Row& row) {
    tally.add(row, held.contains(place++) ? ScoreTally::Group::held_out : ScoreTally::Group::learnt);
  });
  auto [learnt, judged] = tally.scores();
  judge_by(contamination_threshold(learnt, settings.contamination), judged);
  return judged;
}

}  // namespace pos::model
