// SPDX-License-Identifier: MIT
// A report as text for a terminal or a mail.
#pragma once

#include <span>
#include <string>

#include "report/report.hpp"

namespace pos::render {

enum class Part { summary, table, bars, series, incidents };

struct TextStyle {
  int width = 80;  // columns; lines are not longer, but for words that cannot be cut
  bool color = false;
  bool ascii = false;  // no block characters
};

// The parts in the order given, a blank line between two. `table` needs report.records.
void append_text(std::string& out, const report::Report& report, std::span<const Part> parts, const TextStyle& style);

}  // namespace pos::render
