// SPDX-License-Identifier: MIT
// Finds out, from a history, by how much the score of each key must be less for all of them to stay within the budget.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "model/keys/key_monitor.hpp"

namespace pos::model {

// Source   docs/keys.md section 6.
class KeyCalibration {
 public:
  // The next minute of a history that `keys` judges by its least surcharge.
  void see(const KeyMonitor& keys, std::span<const KeyAlert> alerts);

  // What the keys that had rows need. threshold: the whole's.
  [[nodiscard]] double surcharge(const KeyMonitor& keys, double threshold) const;

  // Days that were looked at: all but the first.
  [[nodiscard]] double days() const;
  // Episodes that are no incidents, whose score before any surcharge is so high.
  [[nodiscard]] std::int64_t false_events(double least, double full_surcharge, double threshold) const;

 private:
  struct Episode {
    std::int64_t last = 0;  // minute
    double peak = 0.0;      // of its scores before any surcharge
  };

  std::int64_t minutes_ = 0;
  std::vector<double> over_;  // peaks of episodes that are over
  std::map<std::pair<KeyId, StatusId>, Episode> episodes_;
};

}  // namespace pos::model
