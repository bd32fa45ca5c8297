// SPDX-License-Identifier: MIT
// The parts of a report as text, each with its heading.
#pragma once

#include <string>
#include <string_view>

#include "render/report_text.hpp"

namespace pos::render {

void append_summary(std::string& out, const report::Report& report, const TextStyle& style);
void append_table(std::string& out, const report::Report& report, const TextStyle& style);
void append_status_bars(std::string& out, const report::Report& report, const TextStyle& style);
void append_series(std::string& out, const report::Report& report, const TextStyle& style);
void append_incidents(std::string& out, const report::Report& report, const TextStyle& style);

// `Incidents, 2026-03-09`.
void append_heading(std::string& out, std::string_view name, const report::Report& report, const TextStyle& style);

[[nodiscard]] inline Tone tone_of(Severity severity) {
  return severity == Severity::critical ? Tone::critical : Tone::warning;
}
// In front of what is abnormal: `▲ ` critical, `△ ` other, `! ` for both in ASCII.
[[nodiscard]] std::string_view alert_mark(Severity severity, const TextStyle& style);

}  // namespace pos::render
