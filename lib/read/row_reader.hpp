// SPDX-License-Identifier: MIT
// The streaming reader of transactions: one row at a time, out as soon as it is in.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/row.hpp"
#include "read/bad_rows.hpp"
#include "read/byte_source.hpp"
#include "read/columns.hpp"
#include "read/time_zone.hpp"

namespace pos::read {

struct ReadOptions {
  std::optional<Format> format;  // none: detect_format()
  ColumnNames columns;
  // Whether rows get a label from column `label` or `is_anomaly`, 0 or 1 (read_history() only).
  Labels anomaly_label = Labels::ignore;
  // Columns the input must not have, because the output will.
  std::span<const std::string_view> reserved;
  // Columns whose values rows bring along (Transaction::labels): names, or places where there is no header, as those of
  // `columns`. They may be columns of the record, too, and one may stand here twice. CSV must have all of them; a row
  // of JSON that lacks one, or has null or no plain value there, has an empty label.
  std::vector<std::string> labels = {};
  bool amounts = false;  // whether rows bring their amount, where they have one
  bool scored = false;   // as of Fields
  bool checked = false;  // every row by the way that takes all of them, as tests compare
};

// Errors   of next() and plain_rows(), as open_rows(). After one nothing more is to be asked.
class RowReader {
 public:
  virtual ~RowReader() = default;

  [[nodiscard]] virtual const Header& header() const = 0;
  // The next row that can be used; null at the end. The row and what it points to live until the
  // next call. Rows that cannot be used went to the handler.
  virtual const Row* next() = 0;
  // The next rows, if they are at hand and plain: as many as are, a hundred or so at most; none: next() has the next
  // row, if there is one. They, and what they point to, live until the next call.
  [[nodiscard]] virtual std::span<const PlainRow> plain_rows() { return {}; }
  // What PlainRow::status stands for; lives as long as the reader.
  [[nodiscard]] virtual const std::string& status(std::uint32_t number) const = 0;
  // Every column of the row that next() gave, in the input's order. Lives until the next call.
  virtual std::span<const Cell> cells() = 0;
  // What is to be told of amounts that could not be read, so far, or why there are none: "7: the amount ...", from the
  // line on; empty: nothing.
  [[nodiscard]] virtual std::string amount_problem() const { return {}; }
};

// By the first byte that is no blank: `{` is NDJSON, and so is `[` before `{` or `]`, a JSON array; anything else is
// CSV.
[[nodiscard]] Format detect_format(LineBuffer& lines);

// `name` is the file's, for messages; `source` and `zone` must outlive the reader.
// Errors: pos::Error(Fault::bad_data), here or with the rows, for input that is no text, a header without the columns
// needed or with others than it says, and dates that may be two; Fault::io.
[[nodiscard]] std::unique_ptr<RowReader> open_rows(ByteSource& source, const std::string& name,
                                                   const ReadOptions& options, const TimeZone& zone,
                                                   BadRowHandler on_bad);

// The same of an input that is not CSV: NDJSON, or an array. `source` is the one of `lines`.
[[nodiscard]] std::unique_ptr<RowReader> open_json(std::unique_ptr<LineBuffer> lines, const ByteSource& source,
                                                   const std::string& name, const ReadOptions& options,
                                                   const TimeZone& zone, BadRowHandler on_bad);

}  // namespace pos::read
