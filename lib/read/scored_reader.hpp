// SPDX-License-Identifier: MIT
// Streams what pos-score wrote: transactions, and what was said of them.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/record.hpp"
#include "clock/dater.hpp"
#include "read/row_reader.hpp"

namespace pos::read {

// Scored records of pos-formats(5), CSV or NDJSON. Of the columns that pos-score adds only
// final_decision must be there; what another would say is empty then. `key` and `where` are its columns where they
// stand behind that: others may have such names, too, and pass through before it.
class ScoredReader {
 public:
  // `source`, `zone` and `dater` must outlive the reader. `dater` dates times that are clock-only.
  // Errors: as open_rows(); pos::Error(Fault::bad_data) for input without decisions, here or at the
  // first row.
  ScoredReader(ByteSource& source, std::string name, const ReadOptions& options, const TimeZone& zone,
               clock::Dater& dater, BadRowHandler on_bad);

  // The next record that can be used; null at the end. It lives until the next call.
  const Record* next();

  // Of the record that next() gave: its row, which lives as long.
  [[nodiscard]] const Row& row() const { return *row_; }
  [[nodiscard]] const Header& header() const { return rows_->header(); }
  // Its header has columns for that.
  [[nodiscard]] bool has_keys_or_places() const { return key_ || where_; }
  // As RowReader has it.
  [[nodiscard]] std::string amount_problem() const { return rows_->amount_problem(); }

 private:
  static constexpr std::size_t decision_place = 5;  // of final_decision among scored_columns
  using Place = std::optional<std::size_t>;
  using Places = std::array<Place, scored_columns.size()>;

  void find_columns(std::span<const Cell> cells);
  [[nodiscard]] std::string read(std::span<const Cell> cells);
  [[noreturn]] void refuse(std::int64_t line) const;

  std::string name_;
  BadRowHandler on_bad_;
  std::unique_ptr<RowReader> rows_;
  clock::Dater& dater_;
  Places places_;  // where each of scored_columns stands; NDJSON: in the row at hand
  Place key_, where_;
  bool decided_ = false;  // some row had a decision
  Record record_;
  const Row* row_ = nullptr;
};

}  // namespace pos::read
