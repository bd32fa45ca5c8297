// SPDX-License-Identifier: MIT
// A minute is over: what becomes of its rows, and of who is silent. How it comes there: stream.cpp.
#include <utility>

#include "pipeline/stream.hpp"

namespace pos::pipeline {

void Stream::decide(std::int64_t minute, std::span<model::Verdict> verdicts) {
  const auto keys = parts_.step(minute, monitor_, verdicts);
  if (settings_.split) hush(verdicts);
  sink_.minute({minute, begin_of(minute), verdicts, before_end_.has_value(), keys});
  ++decided_;
  verdict_of_.assign(verdict_of_.size(), nullptr);
  for (const model::Verdict& verdict : verdicts) {
    if (verdict.id >= verdict_of_.size()) verdict_of_.resize(verdict.id + std::size_t{1}, nullptr);
    verdict_of_[verdict.id] = &verdict;
  }
  const auto held = open_.find(minute);
  if (held != open_.end()) decide_rows(held->second, keys);
  if (settings_.fill == Fill::rows) {
    for (const model::Verdict& verdict : verdicts) {
      if (verdict.alert && !verdict.has_row) tell_silence(minute, verdict);
    }
    for (const KeyVerdict& verdict : keys) {
      if (!verdict.alert->has_row) tell_silence(minute, verdict);
    }
  }
  if (held == open_.end()) return;
  spare_ = std::move(held->second);
  spare_.rows.clear();
  spare_.text.clear();
  open_.erase(held);
}

void Stream::decide_rows(Minute& held, std::span<const KeyVerdict> keys) {
  held.for_each([this, keys](const Held& row, Decided decided) {
    decided.open = before_end_.has_value();
    const Scored& scored = judge(row, decided.status);
    const KeyVerdict* key = nullptr;
    if (!keys.empty()) {
      const auto labels = split_labels_.of(decided.labels, parts_.columns().size());
      key = find_verdict(keys, monitor_.name(row.status), labels);
    }
    if (key == nullptr) return sink_.row(decided, scored);
    Scored of_key = scored;
    apply(*key, of_key);
    sink_.row(decided, of_key);
  });
}

// The whole is told by whoever watches its totals.
void Stream::hush(std::span<model::Verdict> verdicts) {
  for (model::Verdict& verdict : verdicts) verdict.alert = false;
}

// What is said of a held row of the minute that is decided. Rows of a status have all but the forest's part in common.
const Scored& Stream::judge(const Held& row, std::string_view status) {
  if (row.status >= known_.size()) known_.resize(row.status + std::size_t{1});
  Known& known = known_[row.status];
  if (known.name != status) known = {std::string(status), scorer_.status(status), {}, 0};
  if (std::exchange(known.minute, decided_) != decided_) {
    known.scored.severity = Severity::none;
    known.scored.decision = Decision::approve;
    known.scored.reason.clear();
    const bool judged = row.status < verdict_of_.size() && verdict_of_[row.status] != nullptr;
    if (judged) {
      apply(*verdict_of_[row.status], known.scored);
    } else {
      known.scored = {};
    }
  }
  if (settings_.explain) known.scored.explanation = scorer_.score({row.time, status, row.count}).explanation;
  scorer_.score(known.status, row.time, row.count, known.scored);
  return known.scored;
}

void Stream::tell_silence(std::int64_t minute, const model::Verdict& verdict) {
  const LocalTime time = begin_of(minute);
  const auto count = static_cast<std::int64_t>(verdict.count);
  Scored scored = scorer_.score({{LocalTime::no_day, time.second_of_day}, verdict.status, count});
  apply(verdict, scored);
  tell_silence(minute, {.status = verdict.status, .time = time, .count = count}, scored);
}

void Stream::tell_silence(std::int64_t minute, const KeyVerdict& verdict) {
  const LocalTime time = begin_of(minute);
  const auto count = static_cast<std::int64_t>(verdict.alert->count);
  Scored scored = scorer_.score({{LocalTime::no_day, time.second_of_day}, verdict.status, count});
  apply(verdict, scored);
  const auto& family = parts_.columns().by[verdict.family];
  tell_silence(minute,
               {.status = verdict.status, .time = time, .count = count, .family = family, .value = verdict.value},
               scored);
}

void Stream::tell_silence(std::int64_t minute, Silence silence, const Scored& scored) {
  silence.open = before_end_.has_value();
  const auto held = open_.find(minute);
  if (held != open_.end()) {
    silence.time_like = held->second.time_text;
  } else {
    // What is written by the wall clock moves with it.
    LocalTime last = begin_of(last_time_minute_);
    last.clock = by_instants_ ? LocalTime::Clock::instant : LocalTime::Clock::wall;
    silence.time_like = last_time_text_;
    silence.minutes_later = minutes_written(last, silence.time);
  }
  sink_.silence(silence, scored);
}

void apply(const model::Verdict& verdict, Scored& scored) {
  scored.expected = verdict.expected;
  scored.surprise = verdict.score;
  if (!verdict.where.empty() || !scored.where.empty()) scored.where = verdict.where;
  if (!verdict.alert) return;
  scored.severity = verdict.severity;
  scored.decision = Decision::alert;
  scored.reason = verdict.reason;
}

}  // namespace pos::pipeline
