// SPDX-License-Identifier: MIT
// The data block of the page: a report as one JSON object that page/model.js reads.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.hpp"
#include "render/page/page.hpp"
#include "report/report.hpp"

namespace pos::render {

// The rows (render/page/rows.hpp), and with them: `period` and `step`, `shown` (period_line), `filter` as asked for, `last`
// (time of the newest record, or null), `coarse` where rows are too many (Report::coarse), `incidents`, a line for each
// of their statuses, `chart`, the status the page shows first, `current` (rows still come), `zone` of its times,
// `approval`, the statuses whose approval rate can be told, that of the approved first, `last_week`, where the week
// before has rows (transactions of each status in steps of `step` seconds from `begin` on, packed, each told from the
// step before), and `events` of the period, each with `from`, `to` or null, and `name`.
//
// Within a <script> element it can neither end it nor open another. Needs report.records.
//
// `now`: the clock of whoever made it, in local seconds, or null. `newest`: the newest row that came, where the period
// reaches up to now: its time and whether more should have come since (1), else null.
//
// `html`: parts of the page by the id of their element, as page/parts.js puts them there.
using Parts = std::vector<std::pair<std::string_view, std::string>>;
// `more.id`: which data these are (page/delta.hpp). `more.keep`: the rows are those behind so many that the page has
// already.
struct DataMore {
  Parts html = {};
  std::string_view id = {};
  std::optional<std::size_t> keep = {};
};
void append_page_data(std::string& out, const report::Report& report, const PageText& text, const DataMore& more = {});

// The texts of the page's scripts in that language, as page/texts.js wants them: what they are in English, and then
// what stands for it. Nothing in English.
void append_texts(std::string& out, Language language);
// A catalogue of those alone, made when the program is (base/catalogue.hpp).
[[nodiscard]] std::string_view page_texts_pt();

// The period, and its newest row where that does not stand beside it, as of a period that reaches up to now.
[[nodiscard]] std::string period_line(const report::Report& report, Language language = Language::en);

}  // namespace pos::render
