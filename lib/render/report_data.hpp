// SPDX-License-Identifier: MIT
// A part of a report as data for other programs.
#pragma once

#include <cstdint>
#include <string>

#include "render/report_text.hpp"

namespace pos::render {

// Columns are those of pos-report(1): one table, with a header. The table part is the scored record
// of pos-formats(5) and can be read back.
void append_csv(std::string& out, const report::Report& report, Part part);

// The same names in the same order, one object a line; what CSV leaves empty is null.
void append_ndjson(std::string& out, const report::Report& report, Part part);

// The table part piece by piece, for periods with more records than memory should hold.
// The header of any part; `compared`: the summary has columns of a comparison.
enum class Compared { no, yes };
void append_csv_header(std::string& out, Part part, Compared compared = Compared::no);
void append_csv_record(std::string& out, const Record& record);
void append_ndjson_record(std::string& out, const Record& record);

// Metrics in Prometheus's text format, for the textfile collector of node_exporter. `generated` is in
// seconds since the epoch, and so are all times told: `utc_offset` is local less UTC, in seconds.
// Times without a date (base/record.hpp) have no place among them and are left out.
void append_prom(std::string& out, const report::Report& report, std::int64_t generated, std::int64_t utc_offset);

}  // namespace pos::render
