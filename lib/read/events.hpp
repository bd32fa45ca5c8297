// SPDX-License-Identifier: MIT
// Files of events: what people know of days and hours.
#pragma once

#include <string>
#include <vector>

#include "base/event.hpp"
#include "read/byte_source.hpp"
#include "read/time_zone.hpp"

namespace pos::read {

// CSV with the columns `from`, `to`, `name` and, if it has them, `kind`, `repeat` (daily, weekly, yearly) and `until`;
// others are passed over, and so are lines that begin with `#`. Times are those of pos-formats(5) with a date, told in `zone`, or dates alone: as `from` the day's
// begin, as `to` its end. An empty `to` is the end of the day where `from` is a date; a date as `until` is the last
// day that it may begin on. `name` is the file's, for
// messages.
// Errors   pos::Error(Fault::bad_data), `name:line: ` first, for the first thing that is wrong: nothing is guessed,
//          since a day that is left out is an alarm at night.
[[nodiscard]] std::vector<Event> read_events(ByteSource& source, const std::string& name, const TimeZone& zone);

}  // namespace pos::read
