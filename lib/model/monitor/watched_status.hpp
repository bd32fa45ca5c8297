// SPDX-License-Identifier: MIT
// Everything the monitor keeps for one status.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/monitor/episode.hpp"
#include "model/monitor/parameters.hpp"
#include "model/monitor/recent.hpp"
#include "model/monitor/special_days.hpp"
#include "model/monitor/spread.hpp"
#include "model/monitor/status_names.hpp"
#include "model/monitor/status_ratio.hpp"

namespace pos::model {

enum class Role { volume, other };

// What the status did this minute. Not part of the saved state.
struct ThisMinute {
  double count = 0.0;
  bool has_row = false;
  double expected = 0.0;
  double seasonal = 0.0;      // the ratio's table alone
  double rate_spread2 = 0.0;  // relative variance of the forecast's own level
  bool alert = false;         // and told
  bool pauses = false;        // not learned from
  bool garbage = false;       // no incident explains the count
  DayKind kind = DayKind::ordinary;
  bool held = false;          // alerts since counts do not show that the fall is over
};

struct WatchedStatus {
  WatchedStatus(const MonitorParameters& parameters, Role its_role);

  [[nodiscard]] bool is_volume() const { return role == Role::volume; }

  // Minutes of hits after which a new regime is accepted: soon, where history has little to say.
  [[nodiscard]] int pause_limit(const MonitorParameters& parameters, std::int64_t age, bool has_profile) const;

  // The counts a window holds are replaced by what was expected.
  void forget();
  // Likewise the count of this minute alone.
  void forget_minute();

  void save(StateWriter& out) const;
  void restore(StateReader& in);

  Role role;
  StatusId id = 0;
  std::int64_t met = 0;  // age of the stream when the status first came, minutes
  StatusRatio ratio;     // the volume has none, and does not save it
  Spread spread;
  Recent recent;
  Episode episode;
  ThisMinute now;
};

}  // namespace pos::model
