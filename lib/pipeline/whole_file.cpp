// SPDX-License-Identifier: MIT
#include "pipeline/whole_file.hpp"

#include <algorithm>
#include <utility>

#include "base/count.hpp"

namespace pos::pipeline {
namespace {

// What the verdict on its minute adds to what is said of a row alone.
void add_verdict(const Scored& of_minute, Scored& scored) {
  scored.expected = of_minute.expected;
  scored.surprise = of_minute.surprise;
  scored.severity = of_minute.severity;
  scored.decision = of_minute.decision;
  scored.reason = of_minute.reason;
  scored.where = of_minute.where;
}

}  // namespace

WholeFile::Cell* WholeFile::find(std::vector<Cell>& cells, std::uint32_t status) {
  const auto found = std::ranges::find(cells, status, &Cell::status);
  return found == cells.end() ? nullptr : &*found;
}

std::uint32_t WholeFile::number_of(std::string_view status) {
  const auto known = numbers_.find(status);
  if (known != numbers_.end()) return known->second;
  const auto added = numbers_.emplace(status, static_cast<std::uint32_t>(statuses_.size())).first;
  statuses_.push_back(added->first);
  return added->second;
}

void WholeFile::begin() {
  minutes_.clear();
  silent_.clear();
  told_ = 0;
  numbers_.clear();
  statuses_.clear();
}

void WholeFile::count(const Transaction& row) {
  const auto minute = minutes_.try_emplace(minute_of(row.time), Minute{row.time, {}, {}, {}}).first;
  std::vector<Cell>& cells = minute->second.cells;
  const std::uint32_t number = number_of(row.status);
  Cell* cell = find(cells, number);
  if (cell == nullptr) cell = &cells.emplace_back(Cell{number, 0, Cell::State::late, 0, {}});
  add_count(cell->count, row.count);
  if (row.labels.empty()) return;
  std::string labels;
  append_labels(labels, row.labels);
  add_count(minute->second.parts[{std::move(labels), number}], row.count);
}

std::optional<std::pair<LocalTime, LocalTime>> WholeFile::span() const {
  if (minutes_.empty()) return std::nullopt;
  return std::pair(minutes_.begin()->second.time, minutes_.rbegin()->second.time);
}

void WholeFile::judge(Stream& stream, const std::function<void(LocalSeconds)>& before_minute,
                      const std::function<void()>& finish) {
  collecting_ = true;
  const auto by_name = [this](const Cell& a, const Cell& b) { return statuses_[a.status] < statuses_[b.status]; };
  for (auto& [minute, row] : minutes_) {
    std::ranges::sort(row.cells, by_name);  // no order of the file decides anything
    before_minute(minute_begin(to_seconds(row.time)));
    judge(stream, row);
  }
  finish();
  collecting_ = false;
}

void WholeFile::judge(Stream& stream, Minute& minute) {
  const auto take = [&](Cell& cell, std::int64_t count, std::span<const std::string_view> labels) {
    const Counted counted = stream.count_believed({minute.time, statuses_[cell.status], count, labels});
    if (!counted.place) return;
    cell.id = counted.place->status;
    cell.state = Cell::State::decided;
  };
  for (Cell& cell : minute.cells) {
    if (minute.parts.empty()) take(cell, cell.count, {});
    for (const auto& [of, count] : minute.parts) {
      if (of.second == cell.status) take(cell, count, split_.of(of.first, stream.labels().size()));
    }
  }
}

void WholeFile::minute(const JudgedMinute& minute) {
  next_.minute(minute);
  if (!collecting_) return;
  const auto found = minutes_.find(minute_of(minute.begin));
  if (found == minutes_.end()) return;
  for (Cell& cell : found->second.cells) {
    if (cell.state != Cell::State::decided) continue;
    if (minute.open) cell.state = Cell::State::open;
    const auto verdict = std::ranges::find(minute.verdicts, cell.id, &model::Verdict::id);
    if (verdict != minute.verdicts.end()) apply(*verdict, cell.scored);
  }
  for (const KeyVerdict& key : minute.keys) {
    found->second.keys.push_back({std::string(key.name), std::string(key.value), std::string(key.where), key.family,
                                  number_of(key.status), *key.alert});
  }
}

void WholeFile::silence(const Silence& silence, const Scored& scored) {
  if (!collecting_) return next_.silence(silence, scored);
  silent_.push_back({std::string(silence.status), silence.time, silence.open, silence.count,
                     std::string(silence.family), std::string(silence.value), scored});
}

void WholeFile::show(const Stream& stream, const Decided& row) {
  Scored scored = stream.score_alone({row.time, row.status, row.count});
  Decided shown = row;
  if (stream.monitors() && row.standing == Standing::judged) {
    const auto minute = minutes_.find(minute_of(row.time));
    const auto number = numbers_.find(row.status);
    const bool counted = minute != minutes_.end() && number != numbers_.end();
    const Cell* cell = counted ? find(minute->second.cells, number->second) : nullptr;
    if (row.time.clock == LocalTime::Clock::twice) {
      shown.standing = Standing::twice;
    } else if (cell == nullptr || cell->state == Cell::State::late) {
      shown.standing = Standing::late;
    } else {
      shown.open = cell->state == Cell::State::open;
      add_verdict(cell->scored, scored);
      add_key(stream, minute->second, row, scored);
    }
  }
  next_.row(shown, scored);
}

// What a key of the row says goes before what the whole does.
void WholeFile::add_key(const Stream& stream, const Minute& minute, const Decided& row, Scored& scored) {
  if (minute.keys.empty()) return;
  std::vector<KeyVerdict> verdicts;
  for (const OfKey& key : minute.keys)
    verdicts.push_back({key.name, key.family, key.value, statuses_[key.status], &key.alert, key.where});
  const auto labels = split_.of(row.labels, stream.labels().size());
  if (const KeyVerdict* key = find_verdict(verdicts, row.status, labels)) apply(*key, scored);
}

void WholeFile::tell_until(const std::optional<LocalTime>& time, std::string_view time_like, const LocalTime& like) {
  for (; told_ < silent_.size() && (!time || minute_of(silent_[told_].time) < minute_of(*time)); ++told_) {
    const Silent& silent = silent_[told_];
    next_.silence({silent.status, time_like, minutes_written(like, silent.time), silent.time, silent.open, silent.count,
                   silent.family, silent.value},
                  silent.scored);
  }
}

void WholeFile::end(std::string_view time_like, const LocalTime& like) {
  tell_until(std::nullopt, time_like, like);
  begin();
}

}  // namespace pos::pipeline
