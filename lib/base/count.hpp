// SPDX-License-Identifier: MIT
// Sums of counts that came from outside.
#pragma once

#include <cstdint>
#include <limits>

namespace pos {

// Stays at the largest number where the sum has no room: a thousand rows of 2^53 are no reason to wrap.
constexpr void add_count(std::int64_t& sum, std::int64_t count) {
  if (__builtin_add_overflow(sum, count, &sum)) sum = std::numeric_limits<std::int64_t>::max();
}

}  // namespace pos
