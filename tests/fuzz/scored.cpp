// SPDX-License-Identifier: MIT
// Scored records: what is read, and written again, reads as the same.
#include "read/scored_reader.hpp"

#include <algorithm>
#include <vector>

#include "fuzz/target.hpp"
#include "unit/read/memory_source.hpp"
#include "write/record_line.hpp"

namespace pos::fuzz {
namespace {

std::vector<Record> records_of(std::string_view bytes, const read::ReadOptions& options, std::size_t& bad) {
  static const read::TimeZone zone;
  test::MemorySource source{std::string(bytes)};
  clock::Dater dater(20'000);
  std::vector<Record> records;
  const auto on_bad = [&bad](const BadRow& row) {
    if (!row.goes_on) expect_plain(row.reason);
    ++bad;
  };
  read::ScoredReader reader(source, "in", options, zone, dater, on_bad);
  while (const Record* record = reader.next()) records.push_back(*record);
  return records;
}

std::string text_of(const std::vector<Record>& records, write::Line form) {
  constexpr write::PlaceColumns all{.key = true, .where = true};
  std::string text;
  if (form == write::Line::csv) write::append_record_line(text, write::Line::csv_header, {}, all);
  for (const Record& record : records) write::append_record_line(text, form, record, all);
  return text;
}

}  // namespace

void take(std::string_view bytes) {
  const read::ReadOptions options = take_options(bytes);
  std::size_t bad = 0;
  const std::vector<Record> records = records_of(bytes, options, bad);
  if (records.empty()) return;
  // A clock without a date, behind the last minute of 9999, is of a year that cannot be written.
  constexpr LocalSeconds year_10000 = 253'402'300'800;
  if (std::ranges::any_of(records, [](const Record& record) { return record.time >= year_10000; })) return;
  const std::string ndjson = text_of(records, write::Line::ndjson);
  bad = 0;
  for (const write::Line form : {write::Line::csv, write::Line::ndjson}) {
    const std::string text = text_of(records, form);
    const auto again = read_again([&] { return records_of(text, {}, bad); }, text);
    if (bad > 0 || again.size() != records.size()) expect_same(bytes, text, "a record written can be read");
    expect_same(ndjson, text_of(again, write::Line::ndjson), "a record written and read again");
  }
}

}  // namespace pos::fuzz
