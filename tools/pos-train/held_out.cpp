// SPDX-License-Identifier: MIT
#include "held_out.hpp"

#include <algorithm>
#include <utility>

#include "incident/words.hpp"
#include "model/monitor/calendar.hpp"

namespace pos::tools {
namespace {

Record record_of(const model::Verdict& verdict, LocalSeconds time) {
  Record record;
  record.time = time;
  record.status = verdict.status;
  record.count = static_cast<std::int64_t>(verdict.count);
  record.made_up = !verdict.has_row;
  record.scored.expected = verdict.expected;
  record.scored.surprise = verdict.score;
  record.scored.severity = verdict.severity;
  record.scored.decision = verdict.alert ? Decision::alert : Decision::approve;
  record.scored.reason = verdict.reason;
  return record;
}

// A key tells what it would have told with this surcharge.
std::optional<Record> record_of(const model::KeyAlert& alert, const model::TrainedMinute& minute, double surcharge) {
  constexpr double critical = 3.0;  // as of Verdict
  const model::KeyMonitor& keys = minute.keys->keys();
  const double score = alert.score + keys.surcharge() - surcharge;
  const double above = score - minute.monitor.threshold();
  if (above < 0) return std::nullopt;
  Record record;
  record.time = to_seconds(minute.begin);
  record.status = minute.monitor.name(alert.status);
  record.count = static_cast<std::int64_t>(alert.count);
  record.made_up = !alert.has_row;
  record.scored.expected = alert.expected;
  record.scored.surprise = score;
  record.scored.severity = above < critical ? Severity::warning : Severity::critical;
  record.scored.decision = Decision::alert;
  record.scored.reason = alert.reason;
  record.scored.key = keys.name(alert.key);
  return record;
}

model::HeldOut::Told told(const incident::Incident& incident, const std::string& volume, Language language) {
  const incident::Part part = incident::leading_part(incident);
  return {{incident.first, incident.last + 60},
          incident.group,
          incident::statuses(incident),
          incident.severity,
          part.reason,
          incident::of_group(incident.group, part.first == incident.first
                                                 ? incident::what_words(part, volume, language)
                                                 : incident::part_words(part, volume, incident.last, language))};
}

}  // namespace

TrainingWatch::TrainingWatch(const model::History& history, const model::SpecialDays& days)
    : coverage_(history, days), from_(coverage_.held_out_from()) {}

model::Report TrainingWatch::wants(const LocalTime& begin, const model::Monitor& monitor) {
  if (!holds_out(begin)) return model::Report::nothing;
  if (!replay_) {
    incident::Rules rules;
    rules.volume = monitor.parameters().volume;
    replay_.emplace(std::move(rules));
    held_.period.begin = to_seconds(begin);
    held_.minutes_before = coverage_.minutes_before(*from_);
  }
  return model::Report::rows;
}

void TrainingWatch::minute(const model::TrainedMinute& minute) {
  const LocalSeconds time = to_seconds(minute.begin);
  const model::HistoryGap* gap = minute.closed.counts.empty() ? coverage_.gap_at(time) : nullptr;
  if (gap == nullptr) days_.see(minute.closed, minute.begin, minute.kind, minute.monitor);
  if (!replay_ || !holds_out(minute.begin)) return;
  if (gap == nullptr || gap->minutes < model::minutes_per_day) {
    const std::int64_t passed = std::min(minute.closed.quiet, (time - *from_) / 60);  // of a pause, passed over
    const std::int64_t first = model::day_of(time / 60 - passed);
    const std::int64_t last = model::day_of(time / 60);
    held_.minutes += passed + 1;
    held_.calendar_days += last - std::max(first - 1, judged_day_.value_or(first - 1));
    judged_day_ = last;
  }
  held_.period.end = time + 60;
  if (minute.keys != nullptr && !surcharge_) surcharge_ = minute.keys->surcharge(minute.monitor);
  for (const model::KeyAlert& alert : minute.key_alerts) {
    if (const auto record = record_of(alert, minute, *surcharge_)) replay_->push(*record);
  }
  for (const model::Verdict& verdict : minute.verdicts) {
    Record record = record_of(verdict, time);
    // As in pos-score: what keys tell the whole need not tell, too.
    const bool is_theirs = verdict.alert && minute.keys != nullptr && minute.keys->keys().explains(verdict);
    if (is_theirs) record.scored.decision = Decision::approve;
    replay_->push(record);
  }
}

std::optional<model::HeldOut> TrainingWatch::finish(const std::string& volume, Language language) {
  if (!replay_) return std::nullopt;
  for (const incident::Incident& incident : replay_->finish())
    held_.incidents.push_back(told(incident, volume, language));
  return std::move(held_);
}

}  // namespace pos::tools
