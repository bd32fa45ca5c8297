// SPDX-License-Identifier: MIT
// How many of the cases that a generator draws are run.
#pragma once

#include <cstddef>

namespace pos {

// `n`; a fifth of them under sanitizers, which take ten times as long and look for what any case of a kind shows.
constexpr std::size_t drawn(std::size_t n) {
#ifdef POS_SANITIZED
  return n / 5;
#else
  return n;
#endif
}

}  // namespace pos
