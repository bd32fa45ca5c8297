// SPDX-License-Identifier: MIT
// Incidents, silences and messages as tables for people, or as records.
#pragma once

#include "cli/output.hpp"
#include "options.hpp"
#include "read/time_zone.hpp"

namespace pos::tools {

// Returns whether an incident is open.
bool list(const Options& options, const read::TimeZone& zone, cli::Output& out);

}  // namespace pos::tools
