// SPDX-License-Identifier: MIT
// The view `incidents` for one who queries the history, whether pos-alert has been in it or not.
#pragma once

#include <span>

#include "incident/incident.hpp"
#include "sqlite/connection.hpp"

namespace pos::history {

// From now on `incidents` on this connection are these, with what people have said of those that pos-alert knows, and
// before them those of which the rows are gone. The file is not touched.
void show_incidents(sqlite::Connection& db, std::span<const incident::Incident> incidents);

}  // namespace pos::history
