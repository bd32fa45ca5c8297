// SPDX-License-Identifier: MIT
// The rows of the page's data block, as columns.
#pragma once

#include "base/json.hpp"
#include "base/language.hpp"
#include "report/report.hpp"

namespace pos::render {

// `rows`: how many. Their columns are numbers packed into texts (render/page/packed.hpp), since a day has ten thousand:
//   time       for each time its seconds: local, of the first since 1970, of each other since the one before it; and how
//              many rows are of it
//   status     an index into `statuses`: of how many rows it is that which followed, when it came last, the status of the
//              row before them (of the first row, and where that never came, 0), then one that is not, and so on
//   count, score (in 1/10000), surprise (in 1/100) and expected (with the decimals that `expected_decimals` has for its
//              status), of each row: how much it is more than that of the row before it that has the status and the
//              number; empty where no row has one
//   alerts     for each row that has any of these: how many rows it is behind the one before it, 1 if the decision is
//              Alert with 2 for a warning and 4 if it is critical, and an index into `reasons`, of which the first is
//              empty
// Where rows are too many (Report::coarse) also `rows_of`; there are no scores then, and no keys.
//
// Where the report has keys, also `by` (the key that it is of alone, or empty), `keys`, of which the first is empty,
// `key` (for each row that is a key's alert how many rows it is behind the one before it, and an index into `keys`), and
// for each row `has` (which keys it has, an index into `key_lists`, which are indices into `keys`). Where it has places,
// `where` is as `key`, of `places`, of which the first is empty.
//
// In another language than English `reasons_shown` and `places_shown` have the words for people. Needs report.records.
void add_rows(JsonObject& page, const report::Report& report, Language language);

}  // namespace pos::render
