// SPDX-License-Identifier: MIT
// A day of the week on which nothing ever comes: the shop is closed then, though nobody told.
#pragma once

#include <optional>

#include "base/language.hpp"
#include "checkout/transactions.hpp"

namespace pos::checkout {

// Where nothing came that day: on how many of the same weekdays before, one after the other, nothing came either, while
// something came in the days beside them. 0 where something came.
[[nodiscard]] int weeks_closed_before(const Transactions& transactions);

// The event that this is, from two weeks on; one alone may have been an outage.
[[nodiscard]] std::optional<DayEvent> closed_weekday(const Transactions& transactions, Language language = Language::en);

}  // namespace pos::checkout
