// SPDX-License-Identifier: MIT
// The data of a live page, whole or by what has changed since those that it has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "render/page/data.hpp"
#include "render/page/page.hpp"
#include "report/report.hpp"

namespace pos::render {

// The data that a page has, in short: eight bytes a row. What has the same id is the same.
struct PagePrint {
  std::string id;
  std::int64_t shape = 0;  // of its rows: which columns they have, and what a row stands for
  std::vector<std::uint64_t> rows;
  std::vector<std::pair<std::string, std::uint64_t>> parts;  // hashes, by the id of the element
};

// Parts of the page that are made here alone (render/page/parts.hpp), by the id of the element that holds them.
[[nodiscard]] Parts live_parts(const report::Report& report, const PageText& text);
// `parts`: those of the report.
[[nodiscard]] PagePrint print_of(const report::Report& report, const Parts& parts);

// What `api/page` answers: the JSON of the page's data block, with `parts` as `html`. Needs report.records.
//
// With `before`, which the page has: `keep` says how many of its rows it keeps, the first ones, and only those behind
// them are there, in columns of their own; and of the parts those alone that have changed. page/delta.js puts the two
// together.
[[nodiscard]] std::string page_data(report::Report report, const PageText& text, Parts parts, const PagePrint& now,
                                    const PagePrint* before = nullptr);

}  // namespace pos::render
