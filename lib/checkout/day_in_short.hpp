// SPDX-License-Identifier: MIT
// A day in one sentence.
#pragma once

#include <string>

#include "base/hourly_table.hpp"
#include "base/language.hpp"

namespace pos::checkout {

// `427 sales today in 24 hours: -18.8% against yesterday and +22.5% against avg_last_month.` Against references with a
// sale. Empty without a `today`. `table` ends where the day does so far.
[[nodiscard]] std::string day_in_short(const HourlyTable& table, Language language);

}  // namespace pos::checkout
