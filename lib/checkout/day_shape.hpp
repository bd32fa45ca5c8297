// SPDX-License-Identifier: MIT
// Insights into how a day's sales spread over its hours.
#pragma once

#include <optional>
#include <vector>

#include "base/language.hpp"
#include "checkout/insights.hpp"

namespace pos::checkout {

// Each is nothing where there is no sale to speak of, or no such column. But for `tell_spread`, `table` has a `today`.
[[nodiscard]] std::optional<Insight> tell_spread(const std::vector<const HourlyColumn*>& counts, Language language);
[[nodiscard]] std::optional<Insight> tell_shares(const HourlyTable& table, Language language);
[[nodiscard]] std::optional<Insight> tell_median(const HourlyTable& table, Language language);
[[nodiscard]] std::optional<Insight> tell_peak(const HourlyTable& table, const std::optional<HourlyTest>& test, Language language);

}  // namespace pos::checkout
