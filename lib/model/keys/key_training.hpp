// SPDX-License-Identifier: MIT
// Keys that learn from a history, beside the monitor that is trained by it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/history.hpp"
#include "model/keys/key_calibration.hpp"
#include "model/keys/key_minutes.hpp"
#include "model/keys/key_monitor.hpp"

namespace pos::model {

class KeyTraining {
 public:
  // rows: with families; they must outlive it.
  explicit KeyTraining(const History& rows);

  // As the monitor gets it: its minute, and the count that is believed.
  void add(std::int64_t minute, const History::Row& row, StatusId status, std::uint64_t count);
  // The monitor has stepped this minute. What keys tell by the least surcharge; good until the next call.
  std::span<const KeyAlert> close(std::int64_t minute, const Monitor& whole);
  [[nodiscard]] const KeyMonitor& keys() const { return keys_; }
  // What they need by the minutes so far.
  [[nodiscard]] double surcharge(const Monitor& whole) const {
    return calibration_.surcharge(keys_, whole.threshold());
  }
  // What was learnt, with the surcharge that it needs.
  [[nodiscard]] KeyMonitor finish(const Monitor& whole) &&;

 private:
  const History& rows_;
  KeyMonitor keys_;
  std::vector<std::vector<KeyId>> of_row_;  // by History::Row::keys
  KeyMinutes minutes_;
  KeyCalibration calibration_;
};

}  // namespace pos::model
