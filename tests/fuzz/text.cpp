// SPDX-License-Identifier: MIT
// Text made safe for where it is shown or written.
#include "base/text.hpp"

#include "base/json.hpp"
#include "fuzz/target.hpp"
#include "read/csv_cells.hpp"
#include "unit/read/memory_source.hpp"

namespace pos::fuzz {
namespace {

// A cell of CSV says what it was made of.
void take_cell(std::string_view text) {
  for (const char delimiter : {',', ';', '\t'}) {
    std::string row;
    append_csv_cell(row, text, delimiter);
    row += delimiter;
    append_csv_cell(row, text, delimiter);
    std::vector<std::string_view> cells;
    std::string scratch;
    expect(read::split_cells(row, delimiter, cells) == read::Split::ok, "cells that are written can be split");
    expect(cells.size() == 2, "a cell that is written is one");
    for (const std::string_view cell : cells) expect_same(read::cell_text(cell, scratch), text, "a cell");
  }
}

// So does a string of JSON.
void take_string(std::string_view text) {
  std::string line;
  JsonObject(line).text("time", "14:31").text("status", "x").text("note", text).end();
  test::MemorySource source(line + "\n");
  const read::TimeZone zone;
  const auto rows = read::open_rows(source, "in", {.format = Format::ndjson, .columns = {.no_count = true}}, zone,
                                    [](const BadRow& row) { expect_same(row.reason, "", "JSON that is written"); });
  expect(rows->next() != nullptr, "JSON that is written is a row");
  expect_same(rows->cells()[2].value, text, "a string of JSON");
}

}  // namespace

void take(std::string_view bytes) {
  for (const std::size_t limit : {std::size_t{20}, std::size_t{80}, bytes.size() * 4}) {
    const std::string shown = printable(bytes, limit);
    expect(is_plain_text(shown), "printable text is plain");
    expect(shown.size() <= limit + 6, "printable text is cut");
  }
  const std::string masked = mask_card_numbers(bytes);
  expect(masked.size() == bytes.size(), "a mask changes no length");
  expect_same(mask_card_numbers(masked), masked, "what is masked has no card number");
  expect(!is_plain_text(bytes) || is_utf8(bytes), "plain text is UTF-8");
  take_cell(bytes);
  if (is_utf8(bytes)) take_string(bytes);
  std::string joined;
  for (const std::string& piece : split_list(bytes)) (joined += joined.empty() ? "" : ",") += piece;
  static_cast<void>(fold_name(bytes));
}

}  // namespace pos::fuzz
