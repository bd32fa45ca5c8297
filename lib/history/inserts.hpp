// SPDX-License-Identifier: MIT
// Statements that store rows.
#pragma once

#include <array>
#include <cstddef>

#include "sqlite/connection.hpp"

namespace pos::history {

// Rows of one statement: half of what a row costs is beginning and ending its statement. What most rows do not have
// (key, place, keys, amount) has statements of its own, so that it costs nothing where no row has it.
class Inserts {
 public:
  enum class Columns { usual, all };
  static constexpr int usual_columns = 14;
  static constexpr int all_columns = 18;
  static constexpr std::array<std::size_t, 3> rows_at_once = {16, 4, 1};

  Inserts(sqlite::Connection& db, Columns columns);

  // Of each row.
  [[nodiscard]] int columns() const { return columns_; }
  // For rows_at_once[i] rows.
  [[nodiscard]] sqlite::Statement& of(std::size_t i) { return statements_.at(i); }

 private:
  int columns_;
  std::array<sqlite::Statement, rows_at_once.size()> statements_;
};

}  // namespace pos::history
