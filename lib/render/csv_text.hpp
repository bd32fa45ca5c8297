// SPDX-License-Identifier: MIT
// Text as a cell of CSV.
#pragma once

#include <string>
#include <string_view>

namespace pos::render {

// RFC 4180, comma: in quotes only where they are needed. What a spreadsheet would take for a formula
// stays as it is: this is data for programs.
void append_csv_text(std::string& out, std::string_view text);

}  // namespace pos::render
