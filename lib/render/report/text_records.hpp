// SPDX-License-Identifier: MIT
// The records of a report as text.
#pragma once

#include <array>
#include <span>
#include <string>

#include "base/record.hpp"
#include "render/terminal/table_layout.hpp"
#include "render/words/style.hpp"
#include "render/words/time.hpp"

namespace pos::render {

// There may be more records than memory should hold, so they pass by twice: all are measured, then all are written.
//
//   for each record: table.measure(record);
//   table.append_begin(out);
//   for each record: table.append_row(out, record);
//   table.append_end(out);
class RecordsTable {
 public:
  // `key`: of which alone they are; empty: they are of all.
  RecordsTable(const Period& period, const TextStyle& style, std::string_view key = {});

  void measure(const Record& record);
  // The heading, and where anything was measured the names of the columns.
  void append_begin(std::string& out);
  // A line.
  void append_row(std::string& out, const Record& record);
  void append_end(std::string& out) const;

 private:
  static constexpr std::size_t columns = 10;

  [[nodiscard]] std::span<const TableLayout::Cell> cells_of(const Record& record);

  Period period_;
  std::string key_;
  TextStyle style_;
  TimeText times_;
  TableLayout layout_;
  bool any_ = false;
  // Of the record at hand.
  std::array<std::string, columns> texts_;
  std::string harmless_;
  std::array<TableLayout::Cell, columns> cells_;
};

}  // namespace pos::render
