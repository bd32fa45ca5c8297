// SPDX-License-Identifier: MIT
// Rows as pos-score writes them behind those it reads: as CSV and as NDJSON they are what pos-alert reads.
#include "fuzz/target.hpp"
#include "read/scored_reader.hpp"
#include "unit/read/memory_source.hpp"
#include "write/scored_format.hpp"

namespace pos::fuzz {
namespace {

struct Copy {
  std::string rows;     // as they were read: time, status and count
  std::string written;  // with their decisions
  bool no_count = false;
  bool is_told = true;  // of which days the rows are; not behind a header in the middle, which is written once, where
                        // a clock has no date
};

void append_row(std::string& rows, std::int64_t time, std::string_view status, std::int64_t count) {
  ((rows += std::to_string(time) + " ") += status) += " " + std::to_string(count) + "\n";
}

Copy copy(std::string_view bytes, const read::ReadOptions& options, Format to) {
  static const read::TimeZone zone;
  const Scored scored{.score = 0.5,
                      .expected = 1.5,
                      .surprise = 2.25,
                      .severity = Severity::warning,
                      .decision = Decision::alert,
                      .reason = "above: 2 in 1 min",
                      .key = "shop=a",
                      .where = "bin=4: 2 of 3, 1 expected"};
  Copy copy;
  test::MemorySource source{std::string(bytes)};
  const auto rows = read::open_rows(source, "in", options, zone, [](const BadRow&) {});
  const auto format = write::make_scored_format(to, {.key = true, .where = true});
  clock::Dater dater(20'000);
  bool begins_again = false;
  format->header(rows->header(), "in", copy.written);
  copy.no_count = rows->header().format == Format::csv && !rows->header().count;
  while (const Row* row = rows->next()) {
    const auto cells = format->needs_cells(row->format) ? rows->cells() : std::span<const Cell>();
    if (row->begins_file) {
      dater.start_file();
      begins_again = true;
    }
    if (!format->check_columns(cells, copy.written).empty()) continue;
    const Transaction& t = row->transaction;
    if (begins_again && !t.time.dated()) copy.is_told = false;
    append_row(copy.rows, to_seconds(dater.date(t.time)), t.status, t.count);
    format->input_columns(*row, cells, copy.written);
    format->scored_columns(scored, copy.written);
  }
  return copy;
}

}  // namespace

void take(std::string_view bytes) {
  static const read::TimeZone zone;
  read::ReadOptions options = take_options(bytes);
  options.reserved = scored_columns;
  for (const Format to : {Format::csv, Format::ndjson}) {
    const Copy out = copy(bytes, options, to);
    if (out.rows.empty() || !out.is_told) continue;
    test::MemorySource source(out.written);
    clock::Dater dater(20'000);
    // Not held here: a row of JSON without a count, behind others that have one, is a cell without a number in CSV; and
    // a column of words is taken for counts where the first one written is a number.
    bool lacks_count = false;
    read::ColumnNames columns = options.columns;
    if (columns.no_header) columns = {.time_format = options.columns.time_format};  // a header is written
    columns.no_count = columns.no_count || out.no_count;
    const auto on_bad = [&](const BadRow& row) {
      lacks_count = lacks_count || row.reason == "count is empty";
      if (!lacks_count) expect_same(row.reason, out.written, "what is written can be read");
    };
    const auto rows_of = [&] {
      read::ScoredReader reader(source, "out", {.format = to, .columns = columns}, zone, dater, on_bad);
      std::string rows;
      while (const Record* record = reader.next()) append_row(rows, record->time, record->status, record->count);
      return rows;
    };
    const std::string rows = read_again(rows_of, out.written);
    if (rows != out.rows && !lacks_count)
      expect_same(out.rows + "\n" + rows, out.written, "what is written says what was read");
  }
}

}  // namespace pos::fuzz
