// SPDX-License-Identifier: MIT
// How much of its day a table has: hours that are still to come, and hours that it lacks.
#pragma once

#include <optional>
#include <vector>

#include "base/hourly_table.hpp"

namespace pos::checkout {

// The last hour with a number of today, where the table has hours behind it; nothing where the day is over, or there is
// no `today`.
[[nodiscard]] std::optional<int> last_hour_so_far(const HourlyTable& table);

// The table without its hours to come: all columns end where today does, so that like is compared with like.
[[nodiscard]] HourlyTable so_far(const HourlyTable& table);

// Hours of the day without a row, but those to come.
[[nodiscard]] std::vector<int> missing_hours(const HourlyTable& table);

// The values that are known.
[[nodiscard]] HourlyColumn known_part(const HourlyColumn& column);

}  // namespace pos::checkout
