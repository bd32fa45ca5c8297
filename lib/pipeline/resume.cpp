// SPDX-License-Identifier: MIT
#include "pipeline/resume.hpp"

#include <string>

#include "base/error.hpp"
#include "base/keys.hpp"
#include "history/stream_models.hpp"

namespace pos::pipeline {

model::Model resume(history::Store& store, model::Model model) {
  const std::string state = store.models().monitor_state();
  if (state.empty()) return model;
  try {
    model.monitor = model::Monitor::from_state(state);
  } catch (const Error& error) {
    throw Error(error.fault(), store.path() + ": " + error.what());
  }
  return model;
}

void restore_parts(history::Store& store, Stream& stream) {
  if (stream.labels().size() == 0 || store.models().monitor_state().empty()) return;
  try {
    stream.restore(store.models().pieces());
  } catch (const Error& error) {
    throw Error(error.fault(), store.path() + ": " + error.what());
  }
}

namespace {

// No value has a line break.
std::string begin_of_open_labels(const LabelColumns& columns) {
  std::string begin;
  for (const std::string& column : columns.where) (begin += column) += '\t';
  return begin += '\n';
}

}  // namespace

void set_open_labels(std::string& to, const LabelColumns& columns, std::span<const std::string_view> labels) {
  to = begin_of_open_labels(columns);
  append_labels(to, labels);
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

std::string note_without_model(history::Store& store) {
  if (store.models().has_others()) {
    return store.path() +
           ": a model has judged this stream before, and none is given now (--model, POS_MODEL): goes on "
           "with what its rows teach";
  }
  if (!store.models().monitor_state().empty()) return {};
  return "no model: starts from nothing and learns as it goes (40 minutes until its first alert; a day until it knows "
         "how a day goes)";
}

}  // namespace pos::pipeline
