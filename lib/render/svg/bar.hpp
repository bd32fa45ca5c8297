// SPDX-License-Identifier: MIT
// One bar as static SVG, for tables: a share that is normal, and one that is not.
#pragma once

#include <cstdint>
#include <string>

#include "report/report.hpp"

namespace pos::render {

// One bar of a page: normal, then abnormal with hatch, of `largest` at full width. Needs append_hatch once a page.
void append_bar_svg(std::string& out, const report::Total& total, std::int64_t largest);

// <defs> with the hatch of abnormal bars, id `hatch`.
void append_hatch(std::string& out);

}  // namespace pos::render
