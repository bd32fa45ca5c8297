// SPDX-License-Identifier: MIT
// Rows on their way into the history, and back from there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.hpp"
#include "base/row.hpp"
#include "base/scored.hpp"
#include "history/store.hpp"
#include "pipeline/parts.hpp"
#include "pipeline/stream.hpp"

namespace pos::pipeline {

// Keys of a row are kept for good, the labels that places are sought by until its minute is over, with the columns that
// they are of.
class RowToKeep {
 public:
  // `row` has labels of all `columns`, or none. The result borrows from it, and from this until the next call.
  [[nodiscard]] history::NewRow of(const Transaction& row, std::uint64_t hash, bool open, const LabelColumns& columns);

 private:
  std::string keys_, open_labels_;
};

// Of a status, or a key, that is silent. Borrows from both.
[[nodiscard]] history::NewRow made_up_row(const Silence& silence, const Scored& scored);

// What a row of the stream stood for that is stored; borrows its status.
[[nodiscard]] inline Transaction transaction_of(const Record& record, const Stream& stream) {
  return {stream.time_of(record.time), record.status, record.count};
}

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
