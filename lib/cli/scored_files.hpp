// SPDX-License-Identifier: MIT
// The scored records of all input files.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/record.hpp"
#include "cli/bad_rows.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "clock/dater.hpp"
#include "read/scored_reader.hpp"

namespace pos::cli {

// All records of a file as they stand there, whatever their order: where times have no date, what all rows say together
// tells it (clock/file_order.hpp). `each` sees the reader at every record. Memory: about 200 bytes a record.
[[nodiscard]] std::vector<Record> read_scored_file(read::ScoredReader& reader, clock::Dater& dater,
                                                   const std::function<void(read::ScoredReader&)>& each = {});

// In order of time, those of one time as they stand in the files.
// Errors: those of InputFile and read::ScoredReader.
[[nodiscard]] std::vector<Record> read_scored_files(const InputOptions& options, const read::TimeZone& zone,
                                                    clock::Dater& dater, BadRows& bad_rows);

}  // namespace pos::cli
