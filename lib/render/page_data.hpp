// SPDX-License-Identifier: MIT
// The data block of the page: a report as one JSON object that page/model.js reads.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace pos::render {

// Rows are columns, each of one length:
//   time       local seconds: of the first row since 1970, of each other since the row before
//   status     index into `statuses`; reason: index into `reasons`, of which the first is empty
//   count, score, expected and surprise (null: none), severity (0 none, 1 warning, 2 critical), alert (1: the decision)
// With them: `period` and `step`, `shown` (period_line), `filter` as asked for, `last` (time of the newest record or
// null), `incidents`, and `chart`, the status the page shows first. Within a <script> element it can neither end it nor
// open another:
// <, >, & and the line ends that JavaScript alone knows are escaped. Needs report.records.
void append_page_data(std::string& out, const report::Report& report, std::string_view chart_status);

// The period and its newest row, in words; on a page that does not stand still its age would soon be wrong.
enum class Age { shown, left_out };
[[nodiscard]] std::string period_line(const report::Report& report, Age age);

}  // namespace pos::render
