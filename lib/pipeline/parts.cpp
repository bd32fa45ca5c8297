// SPDX-License-Identifier: MIT
#include "pipeline/parts.hpp"

#include <algorithm>
#include <utility>

#include "base/keys.hpp"

namespace pos::pipeline {
namespace {

constexpr char label_separator = '\t';

}  // namespace

std::vector<std::string> LabelColumns::all() const {
  std::vector<std::string> all = by;
  all.insert(all.end(), where.begin(), where.end());
  return all;
}

void append_labels(std::string& to, std::span<const std::string_view> labels) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (i > 0) to += label_separator;
    to += labels[i];
  }
}

std::span<const std::string_view> SplitLabels::of(std::string_view text, std::size_t columns) {
  labels_.clear();
  if (columns == 0) return labels_;
  for (std::size_t i = 0; i + 1 < columns; ++i) {
    const std::size_t end = std::min(text.find(label_separator), text.size());
    labels_.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  labels_.push_back(text);
  return labels_;
}

void apply(const KeyVerdict& verdict, Scored& scored) {
  const model::KeyAlert& alert = *verdict.alert;
  scored.expected = alert.expected;
  scored.surprise = alert.score;
  scored.severity = alert.severity;
  scored.decision = Decision::alert;
  scored.reason = alert.reason;
  scored.key = verdict.name;
  scored.where = verdict.where;
}

const KeyVerdict* find_verdict(std::span<const KeyVerdict> verdicts, std::string_view status,
                               std::span<const std::string_view> labels) {
  const KeyVerdict* found = nullptr;
  auto verdict = std::ranges::lower_bound(verdicts, status, {}, &KeyVerdict::status);
  for (; verdict != verdicts.end() && verdict->status == status; ++verdict) {
    if (verdict->family >= labels.size() || labels[verdict->family] != verdict->value) continue;
    if (found == nullptr || verdict->alert->score > found->alert->score) found = &*verdict;
  }
  return found;
}

Parts::Parts(std::optional<model::KeyMonitor> keys, const std::vector<std::string>& where, bool split)
    : keys_(std::move(keys)) {
  if (keys_) columns_.by = keys_->families();
  if (keys_ && split) keys_->miss_only_seen();
  columns_.where = where;
  if (!where.empty()) where_.emplace(where);
}

void Parts::add(std::int64_t minute, model::StatusId status, const Transaction& row) {
  const auto count = static_cast<std::uint64_t>(row.count);
  const std::size_t families = columns_.by.size();
  Minute& open = open_[minute];
  if (row.labels.size() < families) {
    open.keys_unknown = true;
    return;
  }
  for (std::size_t i = 0; i < families; ++i) {
    if (!row.labels[i].empty()) key_counts_.add(minute, {keys_->intern(i, row.labels[i]), status, count});
  }
  const auto places = row.labels.subspan(families);
  if (where_ && places.size() == columns_.where.size()) add_cell(open, status, count, places);
}

void Parts::add_cell(Minute& minute, model::StatusId status, std::uint64_t count,
                     std::span<const std::string_view> labels) {
  scratch_.assign(reinterpret_cast<const char*>(&status), sizeof status);
  append_labels(scratch_, labels);
  auto found = minute.cell_of.find(std::string_view(scratch_));
  if (found == minute.cell_of.end()) {
    found = minute.cell_of.emplace(scratch_, minute.cells.size()).first;
    minute.cells.push_back({std::string_view(found->first).substr(sizeof status), status, 0});
  }
  std::uint64_t& sum = minute.cells[found->second].count;
  sum = std::min(sum + count, model::max_count);
}

std::span<const KeyVerdict> Parts::step(std::int64_t minute, const model::Monitor& monitor,
                                        std::span<model::Verdict> verdicts) {
  verdicts_.clear();
  if (!keys_ && !where_) return verdicts_;
  const auto open = open_.extract(minute);
  const Minute none;
  const Minute& rows = open.empty() ? none : open.mapped();
  if (where_) seek_places(rows, monitor, verdicts);
  const auto known = rows.keys_unknown ? model::KeyRows::unknown : model::KeyRows::known;
  if (keys_) ask_keys(key_counts_.take(minute), known, monitor, verdicts);
  return verdicts_;
}

void Parts::seek_places(const Minute& minute, const model::Monitor& monitor, std::span<model::Verdict> verdicts) {
  const std::size_t columns = columns_.where.size();
  SplitLabels split;
  std::vector<std::string_view> labels;  // of all cells
  labels.reserve(minute.cells.size() * columns);
  std::vector<model::Leaf> leaves;
  leaves.reserve(minute.cells.size());
  for (const Cell& cell : minute.cells) {
    const auto of_cell = split.of(cell.labels, columns);
    labels.insert(labels.end(), of_cell.begin(), of_cell.end());
    leaves.push_back({std::span(labels).last(columns), cell.status, cell.count});
  }
  where_->step(monitor, leaves, verdicts);
}

void Parts::ask_keys(std::span<const model::KeyCount> counts, model::KeyRows known, const model::Monitor& monitor,
                     std::span<model::Verdict> verdicts) {
  for (const model::KeyAlert& alert : keys_->step(monitor, counts, known)) {
    const std::string& name = keys_->name(alert.key);
    const std::size_t family = keys_->family(alert.key);
    const auto value = std::string_view(name).substr(columns_.by[family].size() + 1);
    verdicts_.push_back({name, family, value, monitor.name(alert.status), &alert});
  }
  // By name: their numbers are not the same in a run that was cut.
  std::ranges::sort(verdicts_, {}, [](const KeyVerdict& v) { return std::pair(v.status, v.name); });
  places_.clear();
  places_.reserve(verdicts.size());
  for (model::Verdict& verdict : verdicts) {
    const bool is_theirs = !verdict.alert || keys_->explains(verdict);
    if (is_theirs && !verdict.where.empty()) give_place(verdict);
    if (!verdict.alert || !is_theirs) continue;
    verdict.alert = false;
    verdict.severity = Severity::none;
    verdict.reason.clear();
    verdict.where.clear();
  }
}

// What keys explain they are told for, and so is its place; the last one comes when the whole does not alert any more.
void Parts::give_place(const model::Verdict& verdict) {
  const std::string& place = places_.emplace_back(verdict.where);
  for (KeyVerdict& key : verdicts_) {
    if (key.status == verdict.status) key.where = place;
  }
}

std::vector<StatePiece> Parts::take_pieces() {
  std::vector<StatePiece> pieces;
  if (keys_) pieces = keys_->take_pieces();
  if (where_) {
    auto more = where_->take_pieces();
    std::ranges::move(more, std::back_inserter(pieces));
  }
  return pieces;
}

void Parts::restore(std::span<const StatePiece> pieces) {
  const auto is_of_places = [](const StatePiece& piece) { return piece.name.starts_with("where"); };
  std::vector<StatePiece> of_keys, of_places;
  for (const StatePiece& piece : pieces) (is_of_places(piece) ? of_places : of_keys).push_back(piece);
  if (keys_) keys_->restore(of_keys);
  if (where_) where_->restore(of_places);
}

void Parts::restore_places(const std::string& state) {
  if (where_) where_->restore_state(state);
}

std::vector<std::string> Parts::take_crowded() { return where_ ? where_->take_crowded() : std::vector<std::string>(); }

}  // namespace pos::pipeline
