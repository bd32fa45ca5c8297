// SPDX-License-Identifier: MIT
// What the window of the page shows of its verdict: title and icon.
#pragma once

#include <string>
#include <string_view>

#include "render/page/page.hpp"
#include "report/report.hpp"

namespace pos::render {

// "\u25bc approvals 58 % below normal \u00b7 Example shop", of a period that is over "2026-03-09 \u00b7 Example shop".
[[nodiscard]] std::string window_title(const report::Report& report, const PageText& text);

// The address of an icon with the colour of a condition, as condition_name() has it, and a shape of its own.
[[nodiscard]] std::string icon_address(std::string_view condition);
[[nodiscard]] std::string window_icon(const report::Report& report);

}  // namespace pos::render
