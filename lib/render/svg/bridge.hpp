// SPDX-License-Identifier: MIT
// Steps that say nothing, between two that do.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace pos::render {

// A rare status has no row in most minutes: what was expected of those lies between what their neighbours say. Steps
// before the first that knows, and behind the last, stay as they are.
//
// known(step): whether it says so. between(before, after, share) is what stands `share` of the way, 0 to 1.
template <typename Step, typename Known, typename Between>
void bridge(std::vector<Step>& steps, Known known, Between between) {
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (!known(steps[i])) continue;
    for (std::size_t gap = last ? *last + 1 : i; gap < i; ++gap) {
      const double share = static_cast<double>(gap - *last) / static_cast<double>(i - *last);
      between(steps[gap], steps[*last], steps[i], share);
    }
    last = i;
  }
}

}  // namespace pos::render
