// SPDX-License-Identifier: MIT
// A quick look at a file before it is read: do its rows stand in order of time?
#pragma once

#include <string>

#include "read/row_reader.hpp"

namespace pos::read {

// True where the times of all rows, as text, show that no row is of an earlier minute than the one before: dates as
// 2026-03-09, clocks of one day, seconds since the epoch, all written in one way. False: they are not, or only
// reading the rows can tell. Costs a tenth of that. Errors: those of `source` and of the header, as open_rows().
[[nodiscard]] bool stands_in_order(ByteSource& source, const std::string& name, const ReadOptions& options);

}  // namespace pos::read
