// SPDX-License-Identifier: MIT
// The rows of a period as the answer to a request.
#pragma once

#include <cstddef>
#include <deque>
#include <string>

#include "base/record.hpp"
#include "serve/query.hpp"
#include "write/record_line.hpp"

namespace pos::serve {

// How many rows one answer holds at most: JSON has to be held whole by who reads it.
[[nodiscard]] constexpr std::size_t most_rows_of(DataFormat format) {
  return format == DataFormat::json ? 200'000 : 1'000'000;
}

[[nodiscard]] constexpr write::Line line_of(DataFormat format) {
  return format == DataFormat::csv      ? write::Line::csv
         : format == DataFormat::ndjson ? write::Line::ndjson
                                        : write::Line::json;
}

// Rows in order of time, written as they come.
//
// Memory   the answer; not the records.
class RowAnswer {
 public:
  RowAnswer(const Query& query, DataFormat format, write::PlaceColumns columns);

  // False: no more are wanted. Errors: report::TooManyRecords where the query has no limit.
  bool add(const Record& record);
  [[nodiscard]] std::string text();

 private:
  [[nodiscard]] bool is_reversed() const { return order_ == RowOrder::descending; }

  write::Line line_;
  write::PlaceColumns columns_;
  RowOrder order_;
  std::size_t limit_;
  bool is_limited_;
  std::size_t rows_ = 0;
  std::string text_;
  std::deque<std::string> last_;  // of descending order: the newest rows, the oldest first
};

}  // namespace pos::serve
