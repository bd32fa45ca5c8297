// SPDX-License-Identifier: MIT
#include "pipeline/kept_rows.hpp"

#include "base/keys.hpp"
#include "history/row_hash.hpp"

namespace pos::pipeline {
namespace {

// No value has a line break.
std::string begin_of_open_labels(const LabelColumns& columns) {
  std::string begin;
  for (const std::string& column : columns.where) (begin += column) += '\t';
  return begin += '\n';
}

}  // namespace

history::NewRow RowToKeep::of(const Transaction& row, std::uint64_t hash, bool open, const LabelColumns& columns) {
  history::NewRow kept{to_seconds(row.time), row.status, row.count, hash, false, open};
  kept.amount = row.amount;
  if (columns.size() == 0 || row.labels.size() != columns.size()) return kept;
  keys_ = join_keys(columns.by, row.labels);
  kept.keys = keys_;
  if (!open || columns.where.empty()) return kept;
  open_labels_ = begin_of_open_labels(columns);
  append_labels(open_labels_, row.labels.subspan(columns.by.size()));
  kept.open_labels = open_labels_;
  return kept;
}

history::NewRow made_up_row(const Silence& silence, const Scored& scored) {
  const LocalSeconds time = to_seconds(silence.time);
  const std::uint64_t hash = history::row_hash(time, std::string(silence.status) + scored.key);
  return {time, silence.status, silence.count, hash, true, silence.open, scored.key};
}

StoredTransaction::StoredTransaction(const history::StoredRow& row, const Stream& stream)
    : transaction_(transaction_of(row.record, stream)) {
  if (row.keys_unknown) return;
  const LabelColumns& columns = stream.labels();
  for (const std::string& column : columns.by) labels_.push_back(value_in_keys(row.record.keys, column));
  const std::string begin = columns.where.empty() ? std::string() : begin_of_open_labels(columns);
  if (!begin.empty() && row.open_labels.starts_with(begin)) {
    SplitLabels split;
    const auto places = split.of(std::string_view(row.open_labels).substr(begin.size()), columns.where.size());
    labels_.insert(labels_.end(), places.begin(), places.end());
  }
  transaction_.labels = labels_;
}

}  // namespace pos::pipeline
