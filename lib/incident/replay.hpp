// SPDX-License-Identifier: MIT
// The incidents of records of before, as they were or would have been told: for reports. Each key has its own.
#pragma once

#include <optional>
#include <string>
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
  // Before records of a time that nobody has gone over to: amounts of before that.
  void know_amounts(Amounts amounts) { tracker_.know_amounts(std::move(amounts)); }
  // No incident is open, nor could one come back.
  [[nodiscard]] bool is_quiet() const { return state_.incidents.empty(); }
  // All of them, by id. The replay is spent.
  [[nodiscard]] std::vector<Incident> finish();

 private:
  Rules rules_;
  State state_;
  Tracker tracker_;
};

// An incident as pos-alert has stored it.
struct Stored {
  std::int64_t id = 0;
  LocalSeconds first = 0;
  LocalSeconds last = 0;
  double missing = 0;
  bool is_cut = false;  // rows of its begin are gone
  std::string group = {};
  std::optional<double> usual_amount = {};
};
// Those of `incidents` that are stored get the number that they have there; and where rows are gone, their begin and
// their loss.
void recognise(std::vector<Incident>& incidents, const std::vector<Stored>& stored);

}  // namespace pos::incident
