// SPDX-License-Identifier: MIT
// The one policy on rows that cannot be used: told, set aside, and what that means for the exit.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/row.hpp"
#include "cli/output.hpp"

namespace pos::cli {

enum class OnError { report, stop, skip };

class BadRows {
 public:
  // `rejects`: a file for the rows, each whole, behind a line `# file:line: reason`, and the CSV
  // header before them all, so that mended rows can be read again; empty: none.
  // Errors: pos::Error(Fault::cannot_create).
  BadRows(std::string tool, OnError on_error, const std::string& rejects);

  // The rows that follow come from this file.
  void begin_file(std::string name);
  // Tells one row on stderr. Errors: pos::Error(Fault::bad_data) with OnError::stop.
  void add(const BadRow& row);

  [[nodiscard]] std::int64_t count() const { return count_; }
  // Errors: pos::Error(Fault::io).
  void close();
  // 65 where rows were bad and that matters, else 0.
  [[nodiscard]] int exit_status() const;

 private:
  std::string tool_;
  OnError on_error_;
  std::unique_ptr<Output> rejects_;
  bool header_written_ = false;
  bool in_row_ = false;  // pieces of a long row are still to come
  std::string file_;
  std::string message_;  // on the row last begun
  std::int64_t count_ = 0;
};

}  // namespace pos::cli
