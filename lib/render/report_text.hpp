// SPDX-License-Identifier: MIT
// A report as text for a terminal or a mail.
#pragma once

#include <span>
#include <string>

#include "render/terminal_style.hpp"
#include "report/report.hpp"

namespace pos::render {

enum class Part { summary, table, bars, series, incidents };

// The parts in the order given, a blank line between two. `table` needs report.records.
void append_text(std::string& out, const report::Report& report, std::span<const Part> parts, const TextStyle& style);

}  // namespace pos::render
