// SPDX-License-Identifier: MIT
// Where times stand below a chart (chart.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/record.hpp"
#include "render/svg/chart.hpp"

namespace pos::render {

// The last multiple of `step` that is not after `time`.
[[nodiscard]] LocalSeconds align_down(LocalSeconds time, std::int64_t step);

// Whole minutes, hours or days, at most nine of them, for slots of `step` seconds from `begin` on.
[[nodiscard]] std::vector<ChartTick> time_ticks(LocalSeconds begin, std::int64_t step, std::size_t slots);

}  // namespace pos::render
