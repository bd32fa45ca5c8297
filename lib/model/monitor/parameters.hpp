// SPDX-License-Identifier: MIT
// The monitor's parameters, with their defaults, and the few numbers its structure fixes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/volume.hpp"

namespace pos::model {

inline constexpr int minutes_per_day = 1440;

// Lengths of the windows counts are summed over, in minutes.
inline constexpr std::array<int, 4> windows{1, 3, 10, 30};
using PerWindow = std::array<double, windows.size()>;  // one number for each
inline constexpr int longest_window = windows.back();
inline constexpr int short_window = 10;  // windows up to here see what is happening now
inline constexpr int fall_window = 3;    // falls of a status other than the volume: at most this, or over longer ones
inline constexpr double gone = 0.9;      // where so much of it is missing
inline constexpr double lasting = 2.0 / 3.0;  // of min_change is enough for a change over the longest window

// Relative error of the daily curve as a forecast of one day: whole days differ by this.
inline constexpr double day_spread = 0.25;

// Counts above this are taken as this: the largest integer up to which a double counts exactly.
inline constexpr std::uint64_t max_count = std::uint64_t{1} << 53U;
// No forecast is larger, whatever hostile counts did to the tables: squares of sums stay finite. It has few digits: a
// state that is kept with ten of them has none above it.
inline constexpr double max_forecast = 1e18;

// Minutes late rows are waited for at most; grace grows up to this.
inline constexpr int max_grace = 5;

// Units    budget: false alert events a day; half lives, max_pause: minutes; *_count, min_excess:
//          transactions; spread_*, min_change: relative to the forecast; contrast: a factor.
// Source   docs/monitor.md section 2, which also says why the defaults are what they are.
struct MonitorParameters {
  double budget = 0.5;         // the one knob for users
  int level_half_life = 10;    // how fast the volume level follows the stream
  int drift_half_life = 120;   // slow volume level, and the drift of each status's ratio
  double prior_count = 20.0;   // what the daily curve is worth against what the day shows; enough to judge half an hour
  double weak_count = 5.0;     // the same for things known less well: ratio drift, spread
  double spread_floor = 0.04;  // no forecast is trusted better than this
  double spread_prior = 0.4;   // error of a forecast over >= 10 min, until the data say otherwise
  double min_change = 0.3;     // smaller relative changes are nobody's business
  double min_excess = 3.0;     // nor are changes of fewer transactions than this
  double contrast = 2.5;       // between "another level" and "another business"
  int max_pause = 300;         // minutes of hits after which a new regime is accepted; a fall of the volume: a day
  std::string volume = "approved";  // the status that measures how busy the shop is

  [[nodiscard]] int calm() const { return level_half_life; }        // minutes that end an episode
  [[nodiscard]] int warmup() const { return 4 * level_half_life; }  // minutes without alerts
  [[nodiscard]] double threshold() const;                           // of scores: -log10(budget)
};

// Errors   std::invalid_argument naming the parameter that no monitor can work with.
void check(const MonitorParameters& parameters);

}  // namespace pos::model
