// SPDX-License-Identifier: MIT
// The review of a report as data: a row for each number, since they have little in common.
#pragma once

#include <string>

#include "report/report.hpp"
#include "write/record_line.hpp"

namespace pos::render {

// Columns and measures are those of pos-report(1). A report without a review has no rows.
void append_review_header(std::string& out);
void append_review_lines(std::string& out, write::Line form, const report::Report& report);

}  // namespace pos::render
