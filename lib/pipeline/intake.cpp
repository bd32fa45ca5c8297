// SPDX-License-Identifier: MIT
#include "pipeline/intake.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "history/stream_models.hpp"
#include "pipeline/kept_rows.hpp"
#include "pipeline/resume.hpp"

namespace pos::pipeline {
namespace {

// In the store a row has the last decision of its keys: that is to be the one that find_verdict() has.
std::vector<const KeyVerdict*> most_surprising_last(std::span<const KeyVerdict> verdicts) {
  std::vector<const KeyVerdict*> sorted;
  for (const KeyVerdict& verdict : verdicts) sorted.push_back(&verdict);
  std::ranges::reverse(sorted);  // of equal ones the first is found
  std::ranges::stable_sort(sorted, {}, [](const KeyVerdict* verdict) { return verdict->alert->score; });
  return sorted;
}

}  // namespace

// Nobody can post while the program is away. When it is back within minutes, clients have waited, and nothing is
// missing; later than that, nothing can be said of the time between.
bool Intake::goes_on(LocalSeconds time) const { return end_ && !is_old(time) && time < *end_ + back_at_once_seconds; }

// From long before the end of the stream that was left: too late, and no sign of where the stream is now.
bool Intake::is_old(LocalSeconds time) const {
  constexpr LocalSeconds late = 60 * 60;
  return end_ && time < *end_ - late;
}

// `midway`: somebody began to listen in the middle of a minute.
void Intake::begin(LocalTime time, bool midway) {
  if (std::exchange(begun_, true)) return;
  if (goes_on(to_seconds(time))) return stream_.continue_file(time, {});
  midway ? stream_.start_midway() : stream_.start_file();
}

Intake::Intake(history::Store& store, model::Model model, const Settings& settings)
    : store_(store), stream_(resume(store, std::move(model)), settings, *this) {
  if (!stream_.monitors()) return;
  restore_parts(store_, stream_);
  if (!store_.models().monitor_state().empty()) end_ = stream_.next_minute();
  unseen_.run(store_, stream_, [&](const history::StoredRow& row) {
    const StoredTransaction stored(row, stream_);
    if (const auto place = stream_.count(stored.transaction()).place) stored_.insert(place->minute);
  });
  if (const auto newest = unseen_.newest()) end_ = std::max(end_.value_or(*newest), *newest);
}

Standing Intake::take(const Transaction& row, std::uint64_t hash, Time time) {
  const bool old = !begun_ && time == Time::other && is_old(to_seconds(row.time));
  const bool alone = old || time == Time::wrong;
  if (!alone) begin(row.time, time == Time::now);
  Counted counted = alone ? Counted{stream_.score_alone(row), std::nullopt} : stream_.count(row);
  const bool is_late = stream_.monitors() && !counted.place;
  if (counted.place) open_[counted.place->minute].push_back(taken_.size());
  if (is_late && !alone) moved_ = true;  // it teaches patience
  taken_.push_back({row, hash, counted.place ? counted.place->status : 0, counted.place.has_value()});
  scored_.push_back(std::move(counted.scored));
  return alone && stream_.monitors() ? Standing::not_believed : is_late ? Standing::late : Standing::judged;
}

std::chrono::seconds Intake::late_by(LocalTime time) const {
  const LocalSeconds minute = minute_begin(to_seconds(time));
  const auto open = begun_ ? stream_.next_minute() : end_;
  return std::chrono::seconds(std::max<LocalSeconds>(open.value_or(minute) - minute, 0));
}

void Intake::judge() {
  if (!open_.empty()) {
    stream_.judge_open([this](const JudgedMinute& minute) { apply_to_rows(minute); });
  }
  for (const auto& [minute, rows] : open_) stored_.insert(minute);
  open_.clear();
  RowToKeep to_keep;
  for (std::size_t i = 0; i < taken_.size(); ++i) {
    const Taken& taken = taken_[i];
    const Transaction& row = taken.transaction;
    store_.add(to_keep.of(row, taken.hash, taken.open, stream_.labels()), scored_[i]);
    // Where no monitor waits for the end of a minute, its rows are decided as they come.
    const LocalSeconds minute = minute_begin(to_seconds(row.time));
    if (!stream_.monitors() && (decided_.empty() || decided_.back() != minute)) decided_.push_back(minute);
  }
}

void Intake::pass_time(LocalTime now) {
  if (!begun_ && !goes_on(to_seconds(now))) return;
  begin(now, false);
  stream_.pass_time(now);
}

void Intake::commit() {
  if (moved_) {
    store_.commit(stream_.monitor_state(), stream_.take_pieces());
  } else {
    store_.commit({});
  }
  moved_ = false;
  taken_.clear();
  scored_.clear();
}

void Intake::silence(const Silence& silence, const Scored& scored) {
  const LocalSeconds time = to_seconds(silence.time);
  if (unseen_.is_decided(time)) return;
  store_.add(made_up_row(silence, scored), scored);
}

void Intake::minute(const JudgedMinute& minute) {
  moved_ = true;
  if (!unseen_.is_decided(to_seconds(minute.begin))) decided_.push_back(to_seconds(minute.begin));
  apply_to_stored(minute);
  apply_to_rows(minute);
  if (minute.open) return;
  if (const auto rows = open_.find(minute.minute); rows != open_.end()) {
    for (const std::size_t row : rows->second) taken_[row].open = false;
    open_.erase(rows);
  }
}

void Intake::apply_to_rows(const JudgedMinute& minute) {
  const auto rows = open_.find(minute.minute);
  if (rows == open_.end()) return;
  verdict_of_.assign(verdict_of_.size(), nullptr);
  for (const model::Verdict& verdict : minute.verdicts) {
    if (verdict.id >= verdict_of_.size()) verdict_of_.resize(verdict.id + std::size_t{1}, nullptr);
    verdict_of_[verdict.id] = &verdict;
  }
  for (const std::size_t row : rows->second) {
    const model::StatusId status = taken_[row].status;
    if (status < verdict_of_.size() && verdict_of_[status] != nullptr) apply(*verdict_of_[status], scored_[row]);
    if (minute.keys.empty()) continue;
    const Transaction& transaction = taken_[row].transaction;
    if (const auto* key = find_verdict(minute.keys, transaction.status, transaction.labels)) apply(*key, scored_[row]);
  }
}

void Intake::apply_to_stored(const JudgedMinute& minute) {
  if (!stored_.contains(minute.minute)) return;
  std::vector<history::StatusDecision> decisions;
  Scored rest;
  for (const model::Verdict& verdict : minute.verdicts) {
    if (!verdict.has_row) continue;
    Scored scored;
    apply(verdict, scored);
    if (verdict.status == model::other_status) rest = scored;
    decisions.push_back({verdict.status, std::move(scored)});
  }
  for (const KeyVerdict* key : most_surprising_last(minute.keys)) {
    if (!key->alert->has_row) continue;
    Scored scored;
    apply(*key, scored);
    decisions.push_back({key->status, std::move(scored), key->name});
  }
  const LocalSeconds begin = to_seconds(minute.begin);
  store_.decide({begin, begin + 60}, decisions, rest,
                minute.open ? history::Store::Finality::for_now : history::Store::Finality::final);
  if (!minute.open) stored_.erase(minute.minute);
}

}  // namespace pos::pipeline
