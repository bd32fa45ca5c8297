// SPDX-License-Identifier: MIT
// The clock that incidents go by: the world's, or with --replay that of the rows.
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>
#include <utility>

#include "incident/state.hpp"

namespace pos::dispatch {

using incident::ClockSeconds;

class Clock {
 public:
  enum class Of { world, rows };
  // `world`: seconds since 1970 UTC. `local`: such a time as clocks on the wall have it.
  Clock(Of of, std::function<ClockSeconds()> world, std::function<LocalSeconds(ClockSeconds)> local)
      : of_(of), world_(std::move(world)), local_(std::move(local)) {}

  // A row of that time is at hand.
  void pass(LocalSeconds time) { newest_ = std::max(newest_.value_or(time), time); }

  [[nodiscard]] ClockSeconds world() const { return world_(); }
  [[nodiscard]] ClockSeconds now() const { return of_ == Of::rows ? newest_.value_or(0) : world_(); }
  // Nothing is known of the time: a replay without a row so far.
  [[nodiscard]] bool stands_still() const { return of_ == Of::rows && !newest_; }

  // When a row of that time was in the world; never later than now.
  [[nodiscard]] ClockSeconds world_of(LocalSeconds time) const {
    const ClockSeconds now = world();
    if (of_ == Of::rows) return now - std::max<LocalSeconds>(newest_.value_or(time) - time, 0);
    const ClockSeconds about = time - zone_offset(now).count();
    return std::min(now, time - zone_offset(about).count());
  }

  // As people read it.
  [[nodiscard]] LocalSeconds shown(ClockSeconds time) const { return of_ == Of::rows ? time : local_(time); }
  [[nodiscard]] std::chrono::seconds zone_offset(ClockSeconds utc) const {
    return std::chrono::seconds(local_(utc) - utc);
  }

 private:
  Of of_;
  std::function<ClockSeconds()> world_;
  std::function<LocalSeconds(ClockSeconds)> local_;
  std::optional<LocalSeconds> newest_;
};

}  // namespace pos::dispatch
