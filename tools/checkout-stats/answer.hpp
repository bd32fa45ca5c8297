// SPDX-License-Identifier: MIT
// --sql: the result of a query on the tables, and what is known of it.
#pragma once

#include <vector>

#include "base/event.hpp"
#include "base/hourly_table.hpp"
#include "cli/output.hpp"
#include "options.hpp"
#include "stored_days.hpp"

namespace pos::tools {

// history: null where none is asked; it and events explain the comparison, where no query was typed.
void write_answer(const Options& options, const std::vector<HourlyTable>& tables, StoredDays* history,
                  const std::vector<Event>& events, cli::Output& out);

}  // namespace pos::tools
