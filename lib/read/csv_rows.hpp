// SPDX-License-Identifier: MIT
// Cuts lines into CSV rows: joins quoted line breaks, sets aside what is no text or no CSV.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
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
//
// Before the header empty lines, `#` comments and `sep=;` are passed over, and so are titles where `wanted` says what a
// header has: lines with fewer cells than it or with empty ones. The header once more, byte for byte, is no row: what
// follows is another file.
class CsvRows {
 public:
  struct Raw {
    std::string_view text;  // without line end; lives until next()
    std::int64_t line = 0;
    bool quoted = false;       // a quote stands in it somewhere
    bool begins_file = false;  // the header stood before it once more
  };

  // Reads the header: of the first ten lines the one with the columns of `wanted`, else the one that comes nearest;
  // without `wanted` the first. With wanted->no_header it makes one: `time`, `status` and `count` for the places that
  // are these, and numbers for all others. Empty input: no names.
  // Errors: pos::Error(Fault::bad_data), `name` first, for a header that is no text or no CSV, and input that is no
  // text.
  CsvRows(LineBuffer& lines, std::string name, BadRowHandler on_bad, const ColumnNames* wanted = nullptr);
  CsvRows(const CsvRows&) = delete;
  CsvRows& operator=(const CsvRows&) = delete;

  [[nodiscard]] const std::string& header() const { return header_; }  // as it stood, or was made
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] std::int64_t header_line() const { return header_line_; }
  [[nodiscard]] char delimiter() const { return delimiter_; }

  // The next row, put into `row`; false: there is none.
  bool next(Raw& row);
  // For a row that is CSV but cannot be used: hands it to the handler, with its line and the reason.
  void reject(std::int64_t line, std::string_view text, std::string_view reason) const;

 private:
  struct Candidate;  // for the header

  [[nodiscard]] std::string complete(LineBuffer::Line& line);
  [[nodiscard]] bool take_sep(std::string_view line);
  [[nodiscard]] bool repeats_header(std::string_view line) const;
  void read_header(const ColumnNames* wanted);
  void make_header(LineBuffer::Line line, const ColumnNames& wanted);
  [[nodiscard]] Candidate candidate(LineBuffer::Line line, const ColumnNames* wanted);
  [[noreturn]] void refuse(std::int64_t line, std::string_view reason) const;

  LineBuffer& lines_;
  std::string name_;
  BadRowHandler on_bad_;
  std::string header_;
  std::vector<std::string> names_;
  std::int64_t header_line_ = 1;
  char delimiter_ = ',';
  std::optional<char> told_delimiter_;  // by `sep=;`
  bool has_header_ = true;
  bool begins_file_ = false;
  std::vector<std::string_view> cells_;
};

// The reason for a row with another number of cells than the header's.
[[nodiscard]] std::string wrong_cell_count(bool too_few, std::size_t expected);

// Where the columns stand in the header, labels too. Errors: pos::Error(Fault::bad_data) beginning with `name`.
[[nodiscard]] ColumnFinder find_columns(const CsvRows& rows, const std::string& name, const ColumnNames& wanted,
                                        Labels labels, std::span<const std::string> label_names = {});

}  // namespace pos::read
