// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "render/page/page.hpp"
#include "unit/render/sample_report.hpp"

namespace pos::render::sample {

inline const PageText text{"pos.db", "2026-03-10 00:05", "1.0.0"};
inline const PageText live{.title = "pos.db", .generated = "2026-03-10 00:05", .version = "1.0.0", .live = true};

inline bool has(std::string_view all, std::string_view part) { return all.find(part) != std::string_view::npos; }

inline report::Report hostile_page() {
  report::Report report = two_incidents();
  const std::string status = "<img src=x onerror=alert(1)>";
  report.statuses[1].status = status;
  report.series[1].status = status;
  report.incidents[0].parts[0].status = status;
  report.incidents[0].parts[0].reason = "</script><script>alert(2)</script>\"'&";
  report.records[0].status = status;
  report.records[1].status = status;
  report.records[1].scored.reason = "</script><!--<script>\u2028";
  report.filter.statuses = {status};
  return report;
}

}  // namespace pos::render::sample
