// SPDX-License-Identifier: MIT
// A report as one self-contained HTML page.
#pragma once

#include <string>

#include "report/report.hpp"

namespace pos::render {

struct PageText {
  std::string title;      // of window and page, such as `pos.db`
  std::string generated;  // when, as it is to be shown
  std::string version;    // of pos-tools
};

// The page: works without a network and from a mail attachment; what comes from data is escaped.
// Needs report.records.
[[nodiscard]] std::string page(const report::Report& report, const PageText& text);

}  // namespace pos::render
