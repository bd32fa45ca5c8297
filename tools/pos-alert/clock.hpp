// SPDX-License-Identifier: MIT
// The clock that incidents go by: the world's, or with --replay that of the rows.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

#include "cli/period.hpp"
#include "incident/state.hpp"
#include "read/time_zone.hpp"

namespace pos::tools {

class Clock {
 public:
  Clock(bool replay, const read::TimeZone& zone) : replay_(replay), zone_(zone) {}

  // A row of that time is at hand.
  void pass(LocalSeconds time) { newest_ = std::max(newest_.value_or(time), time); }

  [[nodiscard]] incident::ClockSeconds now() const { return replay_ ? newest_.value_or(0) : cli::now(); }
  // Nothing is known of the time: a replay without a row so far.
  [[nodiscard]] bool stands_still() const { return replay_ && !newest_; }

  // As people read it.
  [[nodiscard]] LocalSeconds shown(incident::ClockSeconds time) const { return replay_ ? time : zone_.local(time); }
  [[nodiscard]] std::chrono::seconds zone_offset(incident::ClockSeconds utc) const {
    return std::chrono::seconds(zone_.local(utc) - utc);
  }

 private:
  bool replay_;
  const read::TimeZone& zone_;
  std::optional<LocalSeconds> newest_;
};

}  // namespace pos::tools
