// SPDX-License-Identifier: MIT
// What a report comes to, for programs: GET /api/state.
#pragma once

#include <string>
#include <string_view>

#include "render/page/page.hpp"
#include "report/report.hpp"

namespace pos::render {

// One JSON object on one line, as pos-serve(1) has it: with the words of the page as `headline` and `detail`.
// `text`: its title, clock, language and version. `zone`: of all times, as the system's database names it.
void append_state(std::string& out, const report::Report& report, const PageText& text, std::string_view zone);

}  // namespace pos::render
