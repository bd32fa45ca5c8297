// SPDX-License-Identifier: MIT
// Insights into hours that sold nothing, or not what they should have.
#pragma once

#include <optional>

#include "checkout/insights.hpp"

namespace pos::checkout {

// Topic outage: the day's incidents and what they cost. Nothing where there was none.
[[nodiscard]] std::optional<Insight> tell_incidents(const HourlyTest& test);

// Topic quiet: hours without sales, those where the past hardly sells apart from those that should have sold. Nothing
// where every hour sold.
[[nodiscard]] std::optional<Insight> tell_quiet_hours(const HourlyTable& table, const std::optional<HourlyTest>& test);

}  // namespace pos::checkout
