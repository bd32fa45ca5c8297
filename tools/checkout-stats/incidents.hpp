// SPDX-License-Identifier: MIT
// What the monitor has told of a day from minute to minute, which no sum of an hour need show.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "base/language.hpp"
#include "checkout/report.hpp"
#include "checkout/transactions.hpp"
#include "stored_days.hpp"

namespace pos::tools {

// The incidents that pos-report has of that day, but those while the shop was closed, as `events` of the day say.
// Nothing: there is none.
[[nodiscard]] std::optional<checkout::StoredIncidents> incidents_of(StoredDays& history, std::int32_t day,
                                                                    std::span<const checkout::DayEvent> events,
                                                                    Language language);

}  // namespace pos::tools
