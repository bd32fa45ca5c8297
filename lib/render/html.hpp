// SPDX-License-Identifier: MIT
// Text and times as HTML shows them.
#pragma once

#include <string>
#include <string_view>

#include "base/record.hpp"

namespace pos::render {

// Appends `text` safe between tags and within a quoted attribute of HTML and SVG.
void append_html(std::string& out, std::string_view text);

// `2026-03-09 14:30`, with seconds where there are any; without the date in a period of one day.
[[nodiscard]] std::string time_text(LocalSeconds time, const Period& period);

}  // namespace pos::render
