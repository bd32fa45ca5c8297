// SPDX-License-Identifier: MIT
// What the hours of a day should have sold, by days that are compared with it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace pos::checkout {

struct Reference {
  std::string_view name;
  std::span<const double> values;
  double days = 1;    // that it is the average of
  double weight = 1;  // of its vote
};

struct HourFit {
  double mean = 0;
  double error = 0;            // variance of the mean
  std::vector<double> shares;  // of the references in the mean; their sum is 1
  double variance = 0;         // of the count
  double p = 1;                // two-sided
  double z = 0;                // the count's place, as of a normal distribution
};

struct DayFit {
  std::vector<HourFit> hours;
  std::vector<double> scales;  // by reference: the day's level over its level
  double noise = 0;            // squared coefficient of variation beyond Poisson
};

// Shape    day: whole counts; references: at least one, as long as the day, each with a sale somewhere.
// Edge     Hours that stand out have no part in scales and noise; if all do, all have. The level of a day without
//          sales is that of its references, and an outage of most of a day is not taken for its level.
[[nodiscard]] DayFit fit_day(std::span<const double> day, std::span<const Reference> references);

// The noise that `which` of the hours show, where the day is at `level` times its fit.
[[nodiscard]] double noise_of(std::span<const double> day, const std::vector<HourFit>& hours,
                              const std::vector<bool>& which, double level = 1);
// An hour that is fitted to another level of the day and another noise, and tested by them.
[[nodiscard]] HourFit at_level(HourFit fit, double level, double noise, double count);

}  // namespace pos::checkout
