// SPDX-License-Identifier: MIT
// Cuts lines into CSV rows: joins quoted line breaks, sets aside what is no text or no CSV.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/bad_rows.hpp"
#include "read/columns.hpp"
#include "read/line_buffer.hpp"

namespace pos::read {

// Rows that hold a NUL byte, bytes that are no UTF-8, more than 1 MiB, or quotes that RFC 4180 does
// not allow go to the handler, and reading goes on with the next line: after a quote that is never
// closed that is the line behind it, so one stray quote costs one line. Empty lines are passed over.
class CsvRows {
 public:
  struct Raw {
    std::string_view text;  // without line end; lives until next()
    std::int64_t line = 0;
    bool quoted = false;  // a quote stands in it somewhere
  };

  // Reads the header, the first line that is not empty. Empty input: no names.
  // Errors: pos::Error(Fault::bad_data), `name` first, for a header that is no text or no CSV.
  CsvRows(LineBuffer& lines, std::string name, BadRowHandler on_bad);
  CsvRows(const CsvRows&) = delete;
  CsvRows& operator=(const CsvRows&) = delete;

  [[nodiscard]] const std::string& header() const { return header_; }  // as it stood
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] std::int64_t header_line() const { return header_line_; }
  [[nodiscard]] char delimiter() const { return delimiter_; }

  bool next(Raw& row);
  void reject(std::int64_t line, std::string_view text, std::string_view reason) const;

 private:
  [[nodiscard]] std::string complete(LineBuffer::Line& line);
  void read_header();

  LineBuffer& lines_;
  std::string name_;
  BadRowHandler on_bad_;
  std::string header_;
  std::vector<std::string> names_;
  std::int64_t header_line_ = 1;
  char delimiter_ = ',';
  std::vector<std::string_view> cells_;
};

// The reason for a row with another number of cells than the header's.
[[nodiscard]] std::string wrong_cell_count(bool too_few, std::size_t expected);

// Where the columns stand in the header. Errors: pos::Error(Fault::bad_data) beginning with `name`.
[[nodiscard]] ColumnFinder find_columns(const CsvRows& rows, const std::string& name, const ColumnNames& wanted,
                                        Labels labels);

}  // namespace pos::read
