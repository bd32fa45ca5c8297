// SPDX-License-Identifier: MIT
// How long a message waits that could not be delivered.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace pos::ledger {

// A random part of 2 s, 4 s, 8 s ... for the first `quick` tries, after that of 10 minutes; at least a
// second. `random` is from 0 up to 1: full jitter keeps those who failed together from trying together.
// Source   M. Brooker, Exponential Backoff And Jitter, AWS Architecture Blog 2015.
[[nodiscard]] inline std::chrono::seconds back_off(int attempts, int quick, double random) {
  constexpr std::int64_t longest = 600;
  constexpr int doublings = 10;  // 2 s to the 10th is beyond the longest
  const std::int64_t most =
      attempts > quick || attempts > doublings ? longest : std::min(longest, std::int64_t{1} << std::max(attempts, 0));
  return std::chrono::seconds(
      std::max<std::int64_t>(1, static_cast<std::int64_t>(random * static_cast<double>(most + 1))));
}

// Where somebody has to mend something first: 5 to 10 minutes.
[[nodiscard]] inline std::chrono::seconds slow_pace(double random) {
  return std::chrono::seconds(300 + static_cast<std::int64_t>(random * 301));
}

}  // namespace pos::ledger
