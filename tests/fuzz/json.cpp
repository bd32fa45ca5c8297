// SPDX-License-Identifier: MIT
// Whole JSON, as programs post it and as files have it: what is made of it is one line an object, and reads alike.
#include "read/json_rows.hpp"

#include <algorithm>

#include "fuzz/target.hpp"
#include "unit/read/three_ways.hpp"

void pos::fuzz::take(std::string_view bytes) {
  const read::JsonRows json = read::json_rows(bytes);
  expect_plain(json.problem);
  expect(!json.row || *json.row >= 0, "elements are counted from 1");
  constexpr std::size_t whole = std::size_t{1} << 20;
  const read::TimeZone zone;
  const auto read = [&](const std::string& text) {
    return test::read_rows(text, test::By::rows, whole, {.format = Format::ndjson}, zone);
  };
  if (!json.problem.empty()) return;
  const test::Read lines = read(json.lines);
  const auto count = static_cast<std::size_t>(std::count(json.lines.begin(), json.lines.end(), '\n'));
  const bool has_empty = json.lines.starts_with('\n') || json.lines.find("\n\n") != std::string::npos;
  expect(!has_empty, "each line is an object");
  expect(json.array || count == 1, "an object is a line");
  if (lines.error.empty()) expect(lines.rows.size() + lines.rejected.told.size() == count, "each line is a row");
  for (const std::string& told : lines.rejected.told) {
    const std::string_view reason = std::string_view(told).substr(told.find(": ") + 2);  // behind the line's number
    expect(!reason.starts_with(read::not_json), "what was JSON as a whole is JSON by lines");
  }
  if (json.array) {
    const test::Read file = read(std::string(bytes));
    for (std::size_t i = 0; i < std::max(file.rows.size(), lines.rows.size()); ++i)
      expect_same(file.rows.at(i), lines.rows.at(i), "an array in a file and one that is posted");
  }
}
