// SPDX-License-Identifier: MIT
// Insights into hours that sold nothing, or not what they should have.
#pragma once

#include <optional>

#include "base/language.hpp"
#include "checkout/insights.hpp"

namespace pos::checkout {

// Topic outage: the day's incidents and what they cost. Nothing where there was none.
[[nodiscard]] std::optional<Insight> tell_incidents(const HourlyTest& test, Language language);

// Topic quiet: hours without sales, those where the past hardly sells apart from those that should have sold. Nothing
// where every hour sold.
[[nodiscard]] std::optional<Insight> tell_quiet_hours(const HourlyTable& table, const std::optional<HourlyTest>& test, Language language);

}  // namespace pos::checkout
