// SPDX-License-Identifier: MIT
// Hourly tables from CSV, on fast-cpp-csv-parser.
#pragma once

#include <string>

#include "base/hourly_table.hpp"
#include "read/bad_rows.hpp"
#include "read/byte_source.hpp"

namespace pos::read {

inline constexpr std::size_t most_hourly_columns = 63;  // beside the time

// A column `time` with hours, `00h` to `23h`, and numbers beside it, up to 2^53 either way; rows in any order.
// Rows with anything else, or with an hour that was there before, go to the handler.
// `name` is the file's, for messages.
// Errors: pos::Error(Fault::bad_data) for a header without `time` or without a column beside it, with a column
// twice, one without a name or with a line break in it, or too many of them, and for a table without one usable row.
[[nodiscard]] HourlyTable read_hourly(ByteSource& source, const std::string& name, BadRowHandler on_bad);

}  // namespace pos::read
