// SPDX-License-Identifier: MIT
// What the history holds of a stream beyond where its monitor stands.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "base/record.hpp"
#include "history/store.hpp"
#include "pipeline/stream.hpp"

namespace pos::pipeline {

// Rows whose minute was not over when the last run ended are counted on. Rows that other models have decided, of before
// a retraining say, teach the monitor what has come, and keep their decisions: without them it would take that time for
// silence.
class CatchUp {
 public:
  // First of all: in order of time, `open` gets each row of the first kind, to hand it to the stream, and the stream
  // learns those of the second. `store` and `stream` are of one model.
  void run(history::Store& store, Stream& stream, const std::function<void(const history::StoredRow&)>& open);

  // True: a minute that another model has decided, or without rows among such. What the stream says of it is not for
  // anybody, even if it does so later.
  [[nodiscard]] bool is_decided(LocalSeconds minute) const;

  // Time of the last row.
  [[nodiscard]] std::optional<LocalSeconds> newest() const { return newest_; }

 private:
  void see(bool is_open, LocalSeconds minute);

  std::optional<LocalSeconds> newest_;
  std::vector<Period> decided_;    // in order of time
  bool goes_on_ = false;           // the last of them
  LocalSeconds open_ = INT64_MIN;  // the last minute of the others
};

}  // namespace pos::pipeline
