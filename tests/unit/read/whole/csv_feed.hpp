// SPDX-License-Identifier: MIT
// The guard before fast-cpp-csv-parser: it feeds it rows it cannot trip over: no NUL (it would drop
// the rest of the cell), no quoted line break (it would end the row), whole blocks only (it takes a
// short read for the end), and always a last newline (without it, it hangs or aborts on some files
// over 48 MiB).
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "read/csv_rows.hpp"

namespace pos::read {

// Rows on their way into the parser, kept until it has given them back as cells, so that a bad one
// can still be told with its line and handed over whole.
class CsvFeed {
 public:
  // `wanted` as of CsvRows.
  CsvFeed(LineBuffer& lines, const std::string& name, BadRowHandler on_bad, const ColumnNames* wanted = nullptr);
  CsvFeed(const CsvFeed&) = delete;
  CsvFeed& operator=(const CsvFeed&) = delete;

  [[nodiscard]] const CsvRows& rows() const { return rows_; }

  // Up to `size` bytes of whole blocks: fewer only at the end of input.
  std::size_t read(char* to, std::size_t size);

  // The parser gave the next row.
  void given() { ++given_; }
  [[nodiscard]] std::int64_t line() const { return waiting_[given_ - 1].line; }
  [[nodiscard]] bool begins_file() const { return waiting_[given_ - 1].begins_file; }
  [[nodiscard]] std::string_view text() const;

  // Hands over what was refused before the row that the parser will give next; at the end, all.
  void tell_refused(bool at_end);

  // The row just given cannot be used.
  void reject(std::string_view reason) const;

 private:
  struct Waiting {
    std::int64_t line;
    std::size_t begin;
    std::size_t length;
    bool begins_file;
    std::string original;  // where it is not what was sent
  };

  struct Refused {
    std::size_t after;  // rows fed before it
    std::int64_t line;
    std::string reason;
    std::string text;
  };

  void keep(const BadRow& row);
  bool add(std::string_view row);
  void forget_given();

  BadRowHandler on_bad_;
  std::deque<Refused> refused_;
  bool in_long_row_ = false;
  CsvRows rows_;
  std::string text_;
  std::size_t sent_ = 0;
  std::vector<Waiting> waiting_;
  std::size_t given_ = 0;      // of those waiting
  std::size_t forgotten_ = 0;  // rows given before those
};

}  // namespace pos::read
