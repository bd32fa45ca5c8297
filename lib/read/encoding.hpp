// SPDX-License-Identifier: MIT
// Input that is no text in UTF-8, seen by its first bytes.
#pragma once

#include <string>

#include "read/line_buffer.hpp"

namespace pos::read {

// Refuses what is compressed, a spreadsheet, or UTF-16, and names the cure. Takes nothing from `lines`.
// Errors: pos::Error(Fault::bad_data), `name` first.
void check_encoding(LineBuffer& lines, const std::string& name);

}  // namespace pos::read
