// SPDX-License-Identifier: MIT
// What a count that chance has made says of its mean.
#pragma once

#include <cstdint>

namespace pos::report {

struct Interval {
  double low = 0;
  double high = 0;
};

// The means that are not at odds with a Poisson count: at `low` so many or more come with probability 2.5 %, at `high`
// so many or fewer. It covers the true mean in at least 95 % of cases; of a count of 0 it is 0 to 3.69.
//
// Shape    0 <= low <= count <= high.
// Errors   std::invalid_argument for a count below 0.
// Source   Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28, 437-442.
[[nodiscard]] Interval poisson_interval(std::int64_t count);

}  // namespace pos::report
