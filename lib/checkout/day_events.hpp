// SPDX-License-Identifier: MIT
// Insights into what people know of a day: what its holiday, its promotion came to.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "checkout/insights.hpp"
#include "checkout/transactions.hpp"

namespace pos::checkout {

[[nodiscard]] std::string event_name(const DayEvent& event, Language language);  // `carnival (holiday)`

// Topic event: of each event that the hours of the test have a part in, what was sold in its hours and what the rest of
// the day lets expect there; of one of the whole day, the day against its references, and without
// the hours that are flagged.
[[nodiscard]] std::vector<Insight> tell_events(const HourlyTest& test, std::span<const DayEvent> events,
                                               Language language);

}  // namespace pos::checkout
