// SPDX-License-Identifier: MIT
// What the numbers of a column are.
#pragma once

#include <span>

#include "base/description.hpp"
#include "base/hourly_table.hpp"

namespace pos::checkout {

[[nodiscard]] double total(std::span<const double> values);
[[nodiscard]] bool is_whole(std::span<const double> values);  // every one of them

// count: every value is whole. average: some are not, or the name says so (`avg_...`). A count's extremes
// are those of one day, an average's are smoothed: they are not compared.
enum class Kind { count, average };
[[nodiscard]] Kind kind_of(const HourlyColumn& column);

}  // namespace pos::checkout
