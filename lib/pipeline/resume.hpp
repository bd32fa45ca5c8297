// SPDX-License-Identifier: MIT
// How a stream goes on where an earlier run has left it in the history.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.hpp"
#include "base/row.hpp"
#include "history/store.hpp"
#include "model/model_file.hpp"
#include "pipeline/stream.hpp"

namespace pos::pipeline {

// The model with its monitor where the last run left it. Errors: pos::Error(Fault::bad_data) for a state that is none.
[[nodiscard]] model::Model resume(history::Store& store, model::Model model);

// Likewise what is kept beside the monitor, before any row.
void restore_parts(history::Store& store, Stream& stream);

// For people, where no model is given and the stream is to go on with what it learns itself: told where that begins,
// and where a model has judged the stream before. Empty: nothing.
[[nodiscard]] std::string note_without_model(history::Store& store);

// What a row of the stream stood for that is stored; borrows its status.
[[nodiscard]] inline Transaction transaction_of(const Record& record, const Stream& stream) {
  return {stream.time_of(record.time), record.status, record.count};
}

// Labels of places as an open row keeps them, with the columns that they are of.
void set_open_labels(std::string& to, const LabelColumns& columns, std::span<const std::string_view> labels);

// The same with its labels: those of its keys, and those of places while it is open, if they are of the columns that
// are asked for now. None where its keys are not known. Borrows from the row.
class StoredTransaction {
 public:
  StoredTransaction(const history::StoredRow& row, const Stream& stream);
  StoredTransaction(const StoredTransaction&) = delete;
  StoredTransaction& operator=(const StoredTransaction&) = delete;

  [[nodiscard]] const Transaction& transaction() const { return transaction_; }

 private:
  std::vector<std::string_view> labels_;
  Transaction transaction_;
};

}  // namespace pos::pipeline
