// SPDX-License-Identifier: MIT
// A report as text for a terminal or a mail.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "render/words/style.hpp"
#include "report/report.hpp"

namespace pos::render {

enum class Part { summary, table, bars, series, describe, incidents, keys, review };

// Appends the part `table` (report_text_records.hpp); what is in the string already may be written out meanwhile.
using AppendTable = std::function<void(std::string& out)>;

// The parts in the order given, a blank line between two. `append_table` may be empty where `table` is none of them.
void append_text(std::string& out, const report::Report& report, std::span<const Part> parts, const TextStyle& style,
                 const AppendTable& append_table = {});

}  // namespace pos::render
