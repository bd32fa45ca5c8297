// SPDX-License-Identifier: MIT
// A report as one self-contained HTML page.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/language.hpp"
#include "report/report.hpp"

namespace pos::render {

struct PageText {
  std::string title;       // of window and page, such as `pos.db`
  std::string generated;   // when, as it is to be shown
  std::string version;     // of pos-tools
  bool live = false;       // for pos-serve: keeps itself up to date from the server it came from
  std::string query = {};  // of a live page's address, but for `by`: its links to keys keep that
  Language language = Language::en;
  std::string zone = {};                  // of all its times, as people know it: `America/Sao_Paulo (UTC-3)`; empty: unknown
  std::optional<LocalSeconds> now = {};   // the clock in that zone; none: the page is of data alone
  std::string data_id = {};               // of the same: which data these are (page/delta.hpp)
  bool may_act = false;                   // whoever has the token may take and silence incidents from here
  std::string data_tag = {};              // of a live page: the ETag that its data have at api/page, which it need not fetch
};

// The page: works without a network and from a mail attachment; what comes from data is escaped.
// Needs report.records.
//
// A live page is the same with a status line, announcements of new alerts and the script that keeps it fresh: it
// listens to `api/stream` and fetches `api/page` with its own query, both relative to its address. Only then may its
// policy connect to anything, which is its own server; `generated` is not shown.
[[nodiscard]] std::string page(const report::Report& report, const PageText& text);


}  // namespace pos::render
