// SPDX-License-Identifier: MIT
// Incidents as rows.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "incident/state.hpp"
#include "sqlite/connection.hpp"

namespace pos::ledger {

// A database that is only read may be of an older version.
inline constexpr std::int64_t version_with_volumes = 4;
inline constexpr std::int64_t version_with_told = 5;
inline constexpr std::int64_t version_with_minutes = 5;
inline constexpr std::int64_t version_with_wall_spans = 5;
inline constexpr std::int64_t version_with_digest_entries = 7;

// live: open ones, and those that may come back, which the tracker goes on with. By id.
enum class Which { live, open, all };
// Errors, as of what follows: those of Connection.
[[nodiscard]] std::vector<incident::Incident> load_incidents(sqlite::Connection& db, Which which);
[[nodiscard]] std::optional<incident::Incident> load_incident(sqlite::Connection& db, std::int64_t id);

// Those that differ from `before`, which are what is stored. In the caller's transaction.
void save_incidents(sqlite::Connection& db, const incident::State& before, const incident::State& after);

}  // namespace pos::ledger
