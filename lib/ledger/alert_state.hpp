// SPDX-License-Identifier: MIT
// The tracker's state as rows.
#pragma once

#include <optional>
#include <vector>

#include "history/cursor.hpp"
#include "incident/state.hpp"
#include "ledger/incidents.hpp"
#include "sqlite/connection.hpp"

namespace pos::ledger {

// Errors of what follows: as Connection.
struct AlertState {
  incident::State tracker;
  std::optional<history::Cursor> cursor;  // none: nothing yet
};

[[nodiscard]] AlertState load_alert_state(sqlite::Connection& db);

// Writes what differs from `before`, which is what is stored. In the caller's transaction.
void save_alert_state(sqlite::Connection& db, const AlertState& before, const AlertState& after);

[[nodiscard]] std::vector<incident::Silence> load_silences(sqlite::Connection& db);

}  // namespace pos::ledger
