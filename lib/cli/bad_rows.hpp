// SPDX-License-Identifier: MIT
// The one policy on rows that cannot be used: told, set aside, and what that means for the exit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/row.hpp"
#include "cli/output.hpp"

namespace pos::cli {

enum class OnError { report, stop, skip };

// What rows are bad for, whatever the value: `time '...' is not a time`, `count N is above N^N`. That is the reason
// without what stands in quotes or brackets, and without its numbers.
[[nodiscard]] std::string kind_of_bad_row(std::string_view reason);

// Rows that are bad for the same reason are told ten times, then counted: told again is each tenfold count, and at the
// end the total. Kinds beyond the first 50 count as one, so that no input fills the memory.
class BadRows {
 public:
  // `rejects`: a file for the rows, each whole but for card numbers, which are masked, behind a line
  // `# file:line: reason`, and the CSV header before them all, so that mended rows can be read again; empty: none.
  // Errors: pos::Error(Fault::cannot_create).
  BadRows(std::string tool, OnError on_error, const std::string& rejects);

  // The rows that follow come from this file.
  void begin_file(std::string name);
  // Tells one row on stderr, or counts it, and sets it aside. Errors: pos::Error(Fault::bad_data) with OnError::stop.
  void add(const BadRow& row);

  [[nodiscard]] std::int64_t count() const { return count_; }
  // Tells the totals. Errors: pos::Error(Fault::io).
  void close();
  // 65 where rows were bad and that matters, else 0.
  [[nodiscard]] int exit_status() const;

 private:
  struct Kind {
    std::string name;
    std::string reason;  // of the first one
    std::int64_t rows = 0;
  };

  Kind& kind(std::string_view reason);
  void tell(Kind& kind);
  void set_aside(const BadRow& row, bool begins);
  void append_masked(std::string_view piece, std::string& out);

  std::string tool_;
  OnError on_error_;
  std::unique_ptr<Output> rejects_;
  bool header_written_ = false;
  bool in_row_ = false;  // pieces of a long row are still to come
  std::string file_;
  std::string message_;  // on the row last begun
  std::int64_t count_ = 0;
  std::vector<Kind> kinds_;
  std::string tail_;          // of the row that goes on: bytes that may still turn out to be of a card number,
  std::size_t tail_out_ = 0;  // but for these, which are written and kept for those behind them
};

}  // namespace pos::cli
