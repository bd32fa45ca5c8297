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

// Metrics in Prometheus's text format, for the textfile collector of node_exporter. `generated` and
// the report's times are told in seconds since the epoch: `utc_offset` is local less UTC, in seconds.
void append_prom(std::string& out, const report::Report& report, std::int64_t generated, std::int64_t utc_offset);

}  // namespace pos::render
