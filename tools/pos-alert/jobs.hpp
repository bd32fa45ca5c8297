// SPDX-License-Identifier: MIT
// What pos-alert does beside filtering: test, list, flush, ack, silence, unsilence.
#pragma once

#include "options.hpp"
#include "read/time_zone.hpp"

namespace pos::tools {

// Returns the exit status.
[[nodiscard]] int run_job(const Options& options, const read::TimeZone& zone);

}  // namespace pos::tools
