// SPDX-License-Identifier: MIT
// What the numbers of a column are.
#pragma once

#include <span>

#include "base/description.hpp"
#include "base/hourly_table.hpp"

namespace pos::checkout {

[[nodiscard]] double total(std::span<const double> values);
[[nodiscard]] bool is_whole(std::span<const double> values);  // every one of them

// average: the name says so (`avg_...`), or some value is not whole, but in a table of money. count, amount: of one day.
// Their extremes are those of a day, an average's are smoothed: they are not compared.
enum class Kind { count, amount, average };
[[nodiscard]] Kind kind_of(const HourlyColumn& column, bool is_money = false);

}  // namespace pos::checkout
