// SPDX-License-Identifier: MIT
// The parts of a report as text, each with its heading.
#pragma once

#include <string>
#include <string_view>

#include "render/report/text.hpp"

namespace pos::render {

// `style` is one of usable_style(). What comes from data may hold anything: harmless() sees to it.
void append_summary(std::string& out, const report::Report& report, const TextStyle& style);
void append_status_bars(std::string& out, const report::Report& report, const TextStyle& style);
void append_series(std::string& out, const report::Report& report, const TextStyle& style);
void append_descriptions(std::string& out, const report::Report& report, const TextStyle& style);
void append_incidents(std::string& out, const report::Report& report, const TextStyle& style);
void append_keys(std::string& out, const report::Report& report, const TextStyle& style);
void append_review(std::string& out, const report::Report& report, const TextStyle& style);

// `Incidents, 2026-03-09`, of a key alone `Incidents of merchant=alfa, 2026-03-09`.
void append_heading(std::string& out, std::string_view name, std::string_view key, const Period& period,
                    const TextStyle& style);
inline void append_heading(std::string& out, std::string_view name, const report::Report& report,
                           const TextStyle& style) {
  append_heading(out, name, report.filter.key(), report.period, style);
}
// What stands below it where there is nothing to show.
void append_nothing(std::string& out, std::string_view text, const TextStyle& style);

// Wide enough for what these functions want.
[[nodiscard]] TextStyle usable_style(TextStyle style);

}  // namespace pos::render
