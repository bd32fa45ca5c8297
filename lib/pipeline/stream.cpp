// SPDX-License-Identifier: MIT
#include "pipeline/stream.hpp"

#include <utility>

#include "model/monitor/calendar.hpp"

namespace pos::pipeline {

Stream::Stream(model::Model model, const Settings& settings, Sink& sink)
    : settings_(settings),
      sink_(sink),
      model_(std::move(model)),
      scorer_(model_, settings),
      monitor_(model_.monitor ? *model_.monitor : model::Monitor()),
      minutes_(monitor_.last_minute(), monitor_.grace()) {
  if (settings.budget) monitor_.set_budget(*settings.budget);
}

Stream::Pushed Stream::push(const Transaction& transaction, std::string_view time_text, std::string_view columns,
                            const Origin& origin) {
  Scored scored = scorer_.score(transaction);
  const Decided alone{columns, transaction.time, transaction.status, transaction.count, origin};
  if (!monitors()) {
    sink_.row(alone, scored);
    return Pushed::taken;
  }
  const auto place = this->place(transaction);
  if (!place) {
    sink_.row(alone, scored);
    return Pushed::late;
  }
  auto [held, is_new] = open_.try_emplace(place->minute);
  Minute& open = held->second;
  if (is_new) std::swap(open, spare_);
  open.text += transaction.status;
  const std::size_t status_end = open.text.size();
  open.text += columns;
  open.rows.push_back(
      {place->status, std::move(scored), transaction.time, transaction.count, origin, status_end, open.text.size()});
  open.time_text = time_text;
  last_time_text_ = time_text;
  last_time_minute_ = place->minute;
  return Pushed::taken;
}

// Counts the row for its minute, unless that is decided.
std::optional<Counted::Place> Stream::place(const Transaction& transaction) {
  const auto minute = minutes_.place(transaction.time);
  close_minutes();
  if (!minute) return std::nullopt;
  if (std::exchange(begins_midway_, false)) begun_midway_ = *minute;
  const model::StatusId status = monitor_.intern(transaction.status);
  minutes_.add(*minute, status, static_cast<std::uint64_t>(transaction.count));
  return Counted::Place{*minute, status};
}

Counted Stream::count(const Transaction& transaction) {
  Counted counted{scorer_.score(transaction), std::nullopt};
  if (monitors()) counted.place = place(transaction);
  return counted;
}

void Stream::judge_open(const std::function<void(const JudgedMinute&)>& take) const {
  model::Monitor monitor = monitor_;
  model::MinuteAssembler minutes = minutes_;
  minutes.finish();
  while (const auto closed = minutes.take()) {
    const auto verdicts = monitor.step(closed->minute, closed->counts, model::Report::rows, model::Extent::part);
    take({closed->minute, begin_of(closed->minute), verdicts, true});
  }
}

void Stream::continue_file(LocalTime time, std::string_view time_text) {
  minutes_.continue_file();
  last_time_text_ = time_text;
  last_time_minute_ = (time.day + minutes_.shift_days()) * model::minutes_per_day + time.minute_of_day();
  if (const auto held = open_.find(last_time_minute_); held != open_.end()) held->second.time_text = time_text;
}

void Stream::finish() {
  minutes_.finish();
  close_minutes();
}

void Stream::finish_for_now() {
  before_end_ = monitor_now();
  finish();
}

template <typename Take>
void Stream::Minute::for_each(Take take) {
  std::size_t begin = 0;
  for (Held& row : rows) {
    const auto status = std::string_view(text).substr(begin, row.status_end - begin);
    const auto columns = std::string_view(text).substr(row.status_end, row.end - row.status_end);
    take(row, Decided{columns, row.time, status, row.count, row.origin});
    begin = row.end;
  }
}

void Stream::release() {
  for (auto& [minute, open] : open_) {
    open.for_each([this](Held& row, Decided decided) {
      decided.open = true;
      sink_.row(decided, row.scored);
    });
  }
  open_.clear();
}

bool Stream::pass_time(LocalTime now) {
  const bool live = minutes_.pass_time(now);
  close_minutes();
  return live;
}

std::optional<LocalSeconds> Stream::next_minute() const {
  const auto last = monitor_.last_minute();
  return last ? std::optional(to_seconds(begin_of(*last + 1))) : std::nullopt;
}

LocalTime Stream::begin_of(std::int64_t minute) const {
  const std::int64_t of_input = minute - minutes_.shift_days() * model::minutes_per_day;
  return {static_cast<std::int32_t>(model::day_of(of_input)), model::minute_of_day(minute) * 60};
}

model::Model Stream::snapshot() const {
  model::Model copy = model_;
  copy.monitor = monitor_now();
  return copy;
}

model::Monitor Stream::monitor_now() const {
  if (before_end_) return *before_end_;
  model::Monitor now = monitor_;
  now.set_grace(minutes_.grace());
  now.move_days(-minutes_.shift_days());  // to where its rows were
  return now;
}

void Stream::close_minutes() {
  while (const auto closed = minutes_.take()) {
    const bool part = more_rows_ || closed->minute == begun_midway_;
    decide(closed->minute, monitor_.step(closed->minute, closed->counts, model::Report::rows,
                                         part ? model::Extent::part : model::Extent::whole));
  }
}

void Stream::decide(std::int64_t minute, std::span<const model::Verdict> verdicts) {
  sink_.minute({minute, begin_of(minute), verdicts, before_end_.has_value()});
  verdict_of_.assign(verdict_of_.size(), nullptr);
  for (const model::Verdict& verdict : verdicts) {
    if (verdict.id >= verdict_of_.size()) verdict_of_.resize(verdict.id + std::size_t{1}, nullptr);
    verdict_of_[verdict.id] = &verdict;
  }
  const auto held = open_.find(minute);
  if (held != open_.end()) {
    held->second.for_each([this](Held& row, Decided decided) {
      decided.open = before_end_.has_value();
      const bool judged = row.status < verdict_of_.size() && verdict_of_[row.status] != nullptr;
      if (judged) apply(*verdict_of_[row.status], row.scored);
      sink_.row(decided, row.scored);
    });
  }
  if (settings_.fill == Fill::rows) {
    for (const model::Verdict& verdict : verdicts) {
      if (verdict.alert && !verdict.has_row) tell_silence(minute, verdict);
    }
  }
  if (held == open_.end()) return;
  spare_ = std::move(held->second);
  spare_.rows.clear();
  spare_.text.clear();
  open_.erase(held);
}

void Stream::tell_silence(std::int64_t minute, const model::Verdict& verdict) {
  const LocalTime time = begin_of(minute);
  Scored scored = scorer_.score({{LocalTime::no_day, time.second_of_day}, verdict.status, 0});
  apply(verdict, scored);
  const auto held = open_.find(minute);
  if (held != open_.end()) {
    sink_.silence({verdict.status, held->second.time_text, 0, time, before_end_.has_value()}, scored);
  } else {
    sink_.silence({verdict.status, last_time_text_, minute - last_time_minute_, time, before_end_.has_value()}, scored);
  }
}

void apply(const model::Verdict& verdict, Scored& scored) {
  scored.expected = verdict.expected;
  scored.surprise = verdict.score;
  if (!verdict.alert) return;
  scored.severity = verdict.severity;
  scored.decision = Decision::alert;
  scored.reason = verdict.reason;
}

}  // namespace pos::pipeline
