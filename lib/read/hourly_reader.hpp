// SPDX-License-Identifier: MIT
// Hourly tables from CSV.
#pragma once

#include <string>

#include "base/hourly_table.hpp"
#include "read/bad_rows.hpp"
#include "read/byte_source.hpp"
#include "read/hourly_columns.hpp"

namespace pos::read {

inline constexpr std::size_t most_hourly_columns = 63;  // beside the time

// What an hour is that has no row, while the day goes on after it.
enum class MissingHour { unknown, zero };

struct HourlyOptions {
  HourlyColumnNames columns;
  MissingHour missing = MissingHour::unknown;
};

// A column of hours, as parse_hour_of_day() takes them, and numbers beside it, up to 2^53 either way; rows in any
// order. Decimal points and commas: see DecimalMark, which is asked once the whole file is seen. Rows with anything
// else, or with an hour that was there before, go to the handler. Where `today` is empty from some hour on the day is
// not over: these rows are kept, with NaN for what they lack. With MissingHour::zero an hour without a row has 0 in all
// columns, up to where `today` ends; an hour whose row went to the handler has not. `name` is the file's, for messages.
// Memory   The rows of 24 hours, 1 MiB each at most.
// Errors   pos::Error(Fault::bad_data) for what is JSON, a header that find_hourly_columns() refuses or with too many
//          columns, dates of two days, a `today` that is empty everywhere, and a table without one usable row.
[[nodiscard]] HourlyTable read_hourly(ByteSource& source, const std::string& name, const HourlyOptions& options,
                                      BadRowHandler on_bad);

}  // namespace pos::read
