// SPDX-License-Identifier: MIT
// What rows have in each value of each column, and in each pair of values of two.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "model/where/cell_table.hpp"
#include "model/where/rows.hpp"

namespace pos::model {

// Memory, for all that comes. Tests know smaller ones.
struct WhereLimits {
  std::size_t values = 2000;  // of a column that are told apart: in what was learned, in a window, in a minute
  std::size_t pairs = 4000;   // the same of two columns
  std::size_t leaves = 5000;  // distinct combinations of a minute, or of a window while rows can be dropped from it
};

// Exact until a table is full, then as CellTable says.
//
// Memory   limits.values of each column and limits.pairs of each two columns, with `numbers` for each.
class Cells {
 public:
  Cells(std::size_t columns, const WhereLimits& limits, std::size_t numbers);

  // All that rows have, times `weight`. Their order matters once a table is full.
  void add(const Rows& rows, double weight);

  [[nodiscard]] std::size_t columns() const { return names_.size(); }
  [[nodiscard]] std::span<const ColumnSet> sets() const { return sets_; }  // as column_sets() has them
  [[nodiscard]] const CellTable& table(std::size_t set) const { return tables_[set]; }
  // Of the pair of columns; i < j.
  [[nodiscard]] const CellTable& pair(std::size_t i, std::size_t j) const;
  [[nodiscard]] double total(std::size_t number) const { return totals_[number]; }
  // Of the value of a column; nullptr: it is not, or no longer, in its table.
  [[nodiscard]] const std::string* name(std::size_t column, std::uint64_t hash) const;
  // A value of this column had no room.
  [[nodiscard]] bool is_crowded(std::size_t column) const { return tables_[column].has_rest(); }

  // As CellTable has them.
  void halve();
  void widen(std::size_t numbers);

  void save(ByteWriter& out) const;
  void restore(ByteReader& in);

 private:
  void add(std::size_t set, const Rows& rows, std::span<const Amount> weighted, double weight);

  std::vector<ColumnSet> sets_;
  std::vector<CellTable> tables_;                // of each set
  std::vector<std::vector<std::string>> names_;  // of each column, by slot
  std::vector<double> totals_;
};

}  // namespace pos::model
