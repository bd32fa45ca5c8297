// SPDX-License-Identifier: MIT
// The silence that somebody asks for.
#pragma once

#include "incident/silence_wish.hpp"
#include "options.hpp"
#include "read/time_zone.hpp"

namespace pos::tools {

// From now on for --for; with --from by the clock on the wall of `zone`. A time without a date is the next one:
// today's, or tomorrow's where that of today is over. With --every, the first one may have begun already. Errors:
// pos::Error(Fault::usage) for what is no time, and where all of it is over.
[[nodiscard]] incident::Silence silence_of(const Options& options, const read::TimeZone& zone,
                                           incident::ClockSeconds now);

}  // namespace pos::tools
