// SPDX-License-Identifier: MIT
// Insight into what a day shares with the same weekday a week ago, and with no other.
#pragma once

#include <cstdint>
#include <optional>

#include "checkout/insights.hpp"

namespace pos::checkout {

// Of a day since 1970-01-01; 0 is Monday.
[[nodiscard]] int weekday_of(std::int32_t day);

// Topic weekday: on which side of the mean the median hour is, where it is so on the same weekday a week ago and in no
// other reference, or not even there. Nothing where it is on neither side, or nothing was sold on one of the two. `table` has a
// `today`.
//
// Trap     Hours that are not ordinary move the median, and then the weekday may have no part in it: it is said what
//          it would be with the sales that were expected of them.
[[nodiscard]] std::optional<Insight> tell_weekday(const HourlyTable& table, const std::optional<HourlyTest>& test,
                                                  Language language);

}  // namespace pos::checkout
