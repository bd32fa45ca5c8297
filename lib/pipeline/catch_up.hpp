// SPDX-License-Identifier: MIT
// What the history holds of a stream beyond where its monitor stands.
#pragma once

#include <deque>
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
  using Open = std::function<void(const history::StoredRow&)>;

  // First of all: in order of time, `open` gets each row of the first kind, to hand it to the stream, and the stream
  // learns those of the second. `store` and `stream` are of one model.
  void run(history::Store& store, Stream& stream, const Open& open);
  // Likewise, but open rows of the end wait in later(), in order of time: of their minutes the next file may have more,
  // and the row of one minute ends that before it.
  void run_to_open(history::Store& store, Stream& stream, const Open& open);
  [[nodiscard]] std::deque<history::StoredRow>& later() { return later_; }

  // True: a minute that another model has decided, or without rows among such. What the stream says of it is not for
  // anybody, even if it does so later.
  [[nodiscard]] bool is_decided(LocalSeconds minute) const;

  // Time of the last row.
  [[nodiscard]] std::optional<LocalSeconds> newest() const { return newest_; }

 private:
  [[nodiscard]] bool waits(const history::StoredRow& row, bool is_unknown, const Stream& stream) const;
  void hand_over(Stream& stream, const Open& open);
  void see(bool is_open, LocalSeconds minute);

  std::deque<history::StoredRow> later_;
  bool first_ = true;  // no row was handed over
  std::optional<LocalSeconds> newest_;
  std::vector<Period> decided_;    // in order of time
  bool goes_on_ = false;           // the last of them
  LocalSeconds open_ = INT64_MIN;  // the last minute of the others
};

}  // namespace pos::pipeline
