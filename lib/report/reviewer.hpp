// SPDX-License-Identifier: MIT
// Makes the review of a period.
#pragma once

#include "report/collect.hpp"

namespace pos::report {

// One more pass over the source. `report`: that of the same order, with its people.
//
// Days      Between two rows that were judged lies at most a day: as the monitor has it, which looks at no more of a
//           longer pause.
// Budgets   The surprise of each row is held against other thresholds (docs/monitor.md section 10), and what alerts then
//           goes through incident::Teller as pos-alert has it without options, with the times of rows as its clock. An
//           Alert below the threshold in force was held, since a fall was not over: it stays one while its status alerts.
//           What the monitor would have learnt, had it alerted otherwise, is not known.
// Errors    What the source throws.
[[nodiscard]] Review review(Source& source, const Order& order, const Report& report);

}  // namespace pos::report
