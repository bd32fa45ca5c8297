// SPDX-License-Identifier: MIT
// What a row of each status usually counts: the first minutes of a history, of which the monitor knows nothing yet, are
// held against what comes after them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/history.hpp"

namespace pos::model {

// By number of the status in its history.
using UsualCounts = std::vector<std::optional<std::int64_t>>;

// The median count of each status with at least 3 rows, over its first 10,000.
[[nodiscard]] UsualCounts usual_counts(const History& history);

// The row's own count, or the usual one where it is garbage (monitor/garbage.hpp) beside that.
[[nodiscard]] std::int64_t believed_count(const History::Row& row, const UsualCounts& usual);

}  // namespace pos::model
