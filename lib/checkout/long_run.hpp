// SPDX-License-Identifier: MIT
// A part of the day that sold at another level than the rest of it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "checkout/verdict.hpp"

namespace pos::checkout {

struct LongRun {
  std::vector<bool> hours;  // of the day: those of the run that are not flagged on other grounds
  double level = 1;         // of the rest of the day, over that of the fit
  double noise = 0;         // of the rest, as in DayFit
  double ratio = 1;         // what the run sold over what was to be expected of it at that level
  double z = 0;             // how far off that is
  double chance = 1;        // its p adjusted for the number of runs
};

// The strangest run of 5 to 10 hours that sold at least 30 % less or more than the rest of the day lets expect, by a
// chance of at most `alpha`; nothing where there is none. `verdicts` has hours and short runs, all else as for judge().
//
// Why      A day's level is a median over its hours: an incident that lasts for half of it becomes the level.
// Trap     It tells two parts of a day from each other, not which of them is ordinary: of a morning at half volume it
//          may say that the afternoon sold twice as much.
// Edge     Run and rest are judged by a normal distribution, so both must be large: less than 10 sales expected of one
//          of them tell nothing. A third of the hours are in the rest.
[[nodiscard]] std::optional<LongRun> find_long_run(std::span<const int> hours, std::span<const double> day,
                                                   const std::vector<HourFit>& fit, std::span<const Verdict> verdicts,
                                                   double alpha);

}  // namespace pos::checkout
