// SPDX-License-Identifier: MIT
// Why a day is not ordinary, by what is stored and by what people know.
#pragma once

#include <vector>

#include "base/event.hpp"
#include "checkout/report.hpp"
#include "stored_days.hpp"

namespace pos::tools {

// What a history and events say of the days of a report; null: no history was asked. A day that could not be tested has
// no hour to explain, but incidents of the history.
void add_causes(StoredDays* history, const std::vector<Event>& events, checkout::Report& report);

}  // namespace pos::tools
