// SPDX-License-Identifier: MIT
// One input row: the transaction it stands for, and its bytes, which pass through unchanged.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/local_time.hpp"
#include "base/money.hpp"

namespace pos {

// Count of one status at one time. Views borrow from the reader and live until its next row.
struct Transaction {
  LocalTime time;
  std::string_view status;  // 1 to 64 bytes of UTF-8 without control characters
  std::int64_t count = 1;   // 0 to max_count
  // Of the columns that were asked for, in that order, harmless to show: at most 64 bytes; empty where the row has
  // none.
  std::span<const std::string_view> labels = {};
  std::optional<Hundredths> amount = {};  // of all of them together; nothing: not asked for, or not known

  static constexpr std::int64_t max_count = std::int64_t{1} << 53;  // every integer up to here is a double
};

enum class Format { csv, ndjson };

// How a file writes its times, where they do not say so themselves.
struct TimeStyle {
  enum class Order { unknown, day_first, month_first };

  std::string format;            // as of strftime; empty: one of the forms of pos-formats(5)
  Order order = Order::unknown;  // of dates such as 25/03/2026, as soon as one has proved it
};

// What a file says before its first row.
struct Header {
  Format format = Format::csv;
  char delimiter = ',';            // csv: , ; or TAB
  std::string line;                // csv: the header as it stood; empty for empty input
  std::vector<std::string> names;  // csv
  std::int64_t line_number = 1;
  // Which columns hold the record; no count: every row is one transaction. For NDJSON those of the
  // row last read.
  std::string time, status;
  std::optional<std::string> count;
  std::vector<std::string> labels = {};   // those asked for; where there is no such column, the name asked for
  std::optional<std::string> clock = {};  // the time stands in two columns: its date in `time`, its clock here
  std::optional<std::string> amount = {};  // where amounts are asked for
  std::size_t date_blanks = 0;            // how many blanks such a date has in itself
  TimeStyle time_style = {};
};

// One column of one row, for output in another format than the input's.
struct Cell {
  enum class Kind { text, number, json };

  std::string_view name;
  std::string_view value;  // text: as meant, quotes removed; number: decimal digits; json: as it stood
  Kind kind = Kind::text;
};

struct Row {
  Transaction transaction;
  std::string_view time_text;   // the time as it stands, blanks and quotes removed; of two columns joined by a blank
  std::string_view raw;         // the input's bytes, without line end
  Format format = Format::csv;  // of raw
  std::int64_t line = 0;        // where raw begins in its file, from 1
  bool begins_file = false;     // the header stood before it once more: what follows is another file
  std::optional<bool> label;    // where labels were asked for: the row is known to be an anomaly or not
};

// A row of the shape that the rows of its input had before, found among many of them (read/row_reader.hpp).
struct PlainRow {
  std::string_view raw;        // as of Row,
  std::string_view time_text;  // and this
  LocalTime time;
  std::uint32_t status = 0;  // a number for it; RowReader::status() has the name
  std::int64_t count = 1;
  std::int64_t line = 0;
  std::span<const std::string_view> labels = {};  // as of Transaction,
  std::optional<Hundredths> amount = {};          // and this
  std::string_view amount_text = {};              // as it stands
};

// What could not be used, whole. A row over the length limit comes in pieces: `goes_on` says that
// the next call brings more bytes of the same row (its reason is told with the first piece only).
struct BadRow {
  std::int64_t line = 0;
  std::string_view reason;
  std::string_view raw;
  bool goes_on = false;
  std::string_view header;  // csv: that of its file, so that mended rows can be read again
};

}  // namespace pos
