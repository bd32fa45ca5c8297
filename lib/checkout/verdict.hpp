// SPDX-License-Identifier: MIT
// Which hours of a fitted day are flagged, and on what grounds.
#pragma once

#include <span>
#include <vector>

#include "checkout/day_fit.hpp"

namespace pos::checkout {

enum class Flag { none, hour, run, shoulder };

struct Verdict {
  Flag flag = Flag::none;
  double holm = 1;  // p adjusted for the number of hours
  // Of a run: its first and last hour, by index, and its p adjusted for the number of runs.
  std::size_t first = 0, last = 0;
  double chance = 1;
};

// Shape    hours: ascending. Only hours one after the other are neighbours: a missing one parts them.
[[nodiscard]] std::vector<Verdict> judge(std::span<const int> hours, std::span<const double> day, const DayFit& fit,
                                         double alpha);

}  // namespace pos::checkout
