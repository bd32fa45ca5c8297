// SPDX-License-Identifier: MIT
// Which hours of a fitted day are flagged, and on what grounds.
#pragma once

#include <span>
#include <vector>

#include "checkout/day_fit.hpp"

namespace pos::checkout {

enum class Flag { none, hour, run, long_run, shoulder };

struct Verdict {
  Flag flag = Flag::none;
  double holm = 1;                  // p adjusted for the number of hours
  std::size_t first = 0, last = 0;  // of a run of 2 to 4 hours: its first and last, by index
  double ratio = 1;                 // of a long run: what it sold over what the rest of the day lets expect of it
  double chance = 1;                // of either: its p adjusted for the number of runs
};

// Shape    hours: ascending. Only hours one after the other are neighbours: a missing one parts them.
// Effect   The hours of a long run get the fit that it is judged by: at the level of the rest of the day.
[[nodiscard]] std::vector<Verdict> judge(std::span<const int> hours, std::span<const double> day, DayFit& fit,
                                         double alpha);

}  // namespace pos::checkout
