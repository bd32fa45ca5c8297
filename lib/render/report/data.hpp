// SPDX-License-Identifier: MIT
// A part of a report as data for other programs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "render/report/text.hpp"
#include "write/record_line.hpp"

namespace pos::render {

// Columns are those of pos-report(1): one table, which as CSV has a header; as NDJSON the same names in the same order,
// one object a line, and what CSV leaves empty is null; as JSON these objects as one array, on one line. The table part
// is the scored record of pos-formats(5) and can be read back.
//
// Incidents `with_page` have three columns more: `id`, which is their number; `open`, whether it is not over; and `url`,
// where a page shows it, relative to the page's address.
enum class IncidentColumns { own, with_page };
void append_data(std::string& out, write::Line form, const report::Report& report, Part part,
                 IncidentColumns columns = IncidentColumns::own);

// Metrics in Prometheus's text format, for the textfile collector of node_exporter. `generated` is in
// seconds since the epoch, and so are all times told: `utc_offset` is local less UTC, in seconds.
// Times without a date (base/record.hpp) have no place among them and are left out.
void append_prom(std::string& out, const report::Report& report, std::int64_t generated, std::int64_t utc_offset);

// `name="value"`, as it stands between the braces of a sample.
[[nodiscard]] std::string prom_label(std::string_view name, std::string_view value);

// The same families of a report on today, as far as it has come, named pos_today_... instead of pos_report_..., and
// pos_open_incidents: for pos-serve, whose /metrics is asked again and again.
void append_prom_today(std::string& out, const report::Report& report);

}  // namespace pos::render
