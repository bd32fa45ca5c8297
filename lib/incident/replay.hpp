// SPDX-License-Identifier: MIT
// The incidents of records of before, as they were or would have been told: for reports.
#pragma once

#include <utility>
#include <vector>

#include "incident/tracker.hpp"

namespace pos::incident {

// Memory   the incidents.
// Order    records by time, from a moment at which no incident could come back (see quiet_minutes()).
class Replay {
 public:
  // Where so many minutes with normal data lie between two alerts, what was open is over by the second and cannot come
  // back.
  [[nodiscard]] static int quiet_minutes(const Rules& rules);

  explicit Replay(Rules rules) : rules_(std::move(rules)), tracker_(rules_, state_) {}
  Replay(const Replay&) = delete;
  Replay& operator=(const Replay&) = delete;

  void push(const Record& record);
  // No incident is open, nor could one come back.
  [[nodiscard]] bool is_quiet() const { return state_.incidents.empty(); }
  // All of them, by id. The replay is spent.
  [[nodiscard]] std::vector<Incident> finish();

 private:
  Rules rules_;
  State state_;
  Tracker tracker_;
};

}  // namespace pos::incident
