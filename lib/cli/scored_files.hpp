// SPDX-License-Identifier: MIT
// The scored records of all input files.
#pragma once

#include <vector>

#include "base/record.hpp"
#include "cli/bad_rows.hpp"
#include "cli/options.hpp"
#include "read/dater.hpp"

namespace pos::cli {

// In order of time, those of one time as they stand in the files. Memory: about 200 bytes a record.
// Errors: those of InputFile and read::ScoredReader.
[[nodiscard]] std::vector<Record> read_scored_files(const InputOptions& options, const read::TimeZone& zone,
                                                    read::Dater& dater, BadRows& bad_rows);

}  // namespace pos::cli
