// SPDX-License-Identifier: MIT
// A report as one self-contained HTML page.
#pragma once

#include <string>

#include "report/report.hpp"

namespace pos::render {

struct PageText {
  std::string title;       // of window and page, such as `pos.db`
  std::string generated;   // when, as it is to be shown
  std::string version;     // of pos-tools
  bool live = false;       // for pos-serve: keeps itself up to date from the server it came from
  std::string query = {};  // of a live page's address, but for `by`: its links to keys keep that
};

// The page: works without a network and from a mail attachment; what comes from data is escaped.
// Needs report.records.
//
// A live page is the same with a status line, announcements of new alerts and the script that keeps it fresh: it
// listens to `api/stream` and fetches `api/page` with its own query, both relative to its address. Only then may its
// policy connect to anything, which is its own server; `generated` is not shown.
[[nodiscard]] std::string page(const report::Report& report, const PageText& text);

// The JSON of the page's data block, which is what `api/page` answers. Needs report.records.
[[nodiscard]] std::string page_data(const report::Report& report);

}  // namespace pos::render
