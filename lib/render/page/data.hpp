// SPDX-License-Identifier: MIT
// The data block of the page: a report as one JSON object that page/model.js reads.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.hpp"
#include "render/page/page.hpp"
#include "report/report.hpp"

namespace pos::render {

// `rows`: how many; their columns are numbers packed into texts (render/page/packed.hpp), since a day has ten thousand:
//   time       for each time its seconds: local, of the first since 1970, of each other since the one before it; and how
//              many rows are of it
//   status     an index into `statuses`: of how many rows it is that which followed, when it came last, the status of the
//              row before them (of the first row, and where that never came, 0), then one that is not, and so on
//   count, score (in 1/10000), surprise (in 1/100) and expected (with the decimals
//              that `expected_decimals` has for its status), of each row: how much it is more than that of the row
//              before it that has the status and the number; empty where no row has one
//   alerts     for each row that has any of these: how many rows it is behind the one before it, 1 if the decision is
//              Alert with 2 for a warning and 4 if it is critical, and an index into `reasons`, of which the first is empty
// `last_week`, where the week before has rows: transactions of each status in steps of `step` seconds from `begin` on,
// packed, each told from the step before; and `events` of the period, each with `from`, `to` or null, and `name`.
// With them: `period` and `step`, `shown` (period_line), `filter` as asked for, `last` (time of the newest record or
// Where rows are too many (Report::coarse) also `coarse` and `rows_of`; `score` is null then, and there are no keys.
// null), `incidents`, `chart`, the status the page shows first, `current` (rows still come), `zone` of its times, and
// `approval`, the statuses whose approval rate can be told, that of the approved first.
// Within a <script> element it can neither end it nor open another: <, >, & and the line ends that JavaScript alone knows are escaped. Needs report.records.
//
// Where the report has keys, also `by` (the key that it is of alone, or empty), `keys`, of which the first is empty,
// `key` (for each row that is a key's alert how many rows it is behind the one before it, and an index into `keys`) and
// for each row `has` (which keys it has, an index into `key_lists`,
// which are indices into `keys`), and `key_totals`, of the most_keys_of_a_page that lost most, of `key_count`. An
// incident has its `key` then. Where it has places, `where` is as `key`, of `places`, of which
// the first is empty, and an incident has `where`, if it has one.
//
// `now`: the clock of whoever made it, in local seconds, or null. `newest`: the newest row that came, where the period
// reaches up to now: its time and whether more should have come since (1), else null.
//
// `html`: parts of the page by the id of their element, as page/parts.js puts them there.
using Parts = std::vector<std::pair<std::string_view, std::string>>;
inline constexpr std::size_t most_keys_of_a_page = 50;
[[nodiscard]] inline std::span<const report::KeyTotal> first_keys(const report::Report& report) {
  return std::span(report.keys).first(std::min(report.keys.size(), most_keys_of_a_page));
}
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

// The period and its newest row, in words; on a page that does not stand still its age would soon be wrong.
enum class Age { shown, left_out };
[[nodiscard]] std::string period_line(const report::Report& report, Age age, Language language = Language::en);

}  // namespace pos::render
