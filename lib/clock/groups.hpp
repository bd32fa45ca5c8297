// SPDX-License-Identifier: MIT
// Minutes with rows, in groups that stand apart from each other.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

namespace pos::clock {

// A stretch of time, both ends included.
struct Stretch {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

// About three minutes' worth of rows say what time it is, where a minute with rows has that many.
[[nodiscard]] std::int64_t witnesses_needed(double rows_a_minute);

// The middle one of what lies between two minutes with rows; 1 where there are few.
[[nodiscard]] std::int64_t usual_gap(const std::map<std::int64_t, std::int64_t>& rows_by_minute);

// Stretches whose rows stand alone: further from all others than half an hour and ten times what usually lies between
// two minutes with rows, and fewer than witnesses_needed(), or half of all where those are few. None where no stretch
// has as many. By time.
[[nodiscard]] std::vector<Stretch> lonely(const std::map<std::int64_t, std::int64_t>& rows_by_minute);

}  // namespace pos::clock
