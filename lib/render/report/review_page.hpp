// SPDX-License-Identifier: MIT
// The review of a report as a page.
#pragma once

#include <string>

#include "render/page/page.hpp"
#include "report/report.hpp"

namespace pos::render {

// One file that runs nothing and fetches nothing: what the text says, and the incidents with what people said of them.
// Needs report.review. What comes from data is escaped.
[[nodiscard]] std::string review_page(const report::Report& report, const PageText& text);

}  // namespace pos::render
