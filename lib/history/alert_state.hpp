// SPDX-License-Identifier: MIT
// The tracker's state as rows.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sqlite/connection.hpp"
#include "history/cursor.hpp"
#include "incident/state.hpp"

namespace pos::history {

struct AlertState {
  incident::State tracker;
  std::optional<Cursor> cursor;  // none: nothing yet
};

[[nodiscard]] AlertState load_alert_state(Connection& db);

// Writes what differs from `before`, which is what is stored. In the caller's transaction.
void save_alert_state(Connection& db, const AlertState& before, const AlertState& after);

enum class Which { live, open, all };
[[nodiscard]] std::vector<incident::Incident> load_incidents(Connection& db, Which which);
[[nodiscard]] std::optional<incident::Incident> load_incident(Connection& db, std::int64_t id);
[[nodiscard]] std::vector<incident::Silence> load_silences(Connection& db);

}  // namespace pos::history
