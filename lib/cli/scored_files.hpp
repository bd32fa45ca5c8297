// SPDX-License-Identifier: MIT
// The scored records of a file, in whatever order they stand there.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "base/record.hpp"
#include "clock/dater.hpp"
#include "read/scored_reader.hpp"

namespace pos::cli {

// Shows each row of a file, by its status, in the order they stand there; what is made of its time stays.
using EachRow = std::function<void(const std::function<void(LocalTime& time, std::string_view status)>& take)>;

// Gives clocks without a date the days that all rows of the file tell together (clock/file_order.hpp), and `dater` the
// last of them. Rows pass by twice, the same both times.
void date_rows(const EachRow& rows, clock::Dater& dater);

// All records of a file as they stand there, with their days. `each` sees the reader at every record. Memory: about 200
// bytes a record.
[[nodiscard]] std::vector<Record> read_scored_file(read::ScoredReader& reader, clock::Dater& dater,
                                                   const std::function<void(read::ScoredReader&)>& each = {});

}  // namespace pos::cli
