// SPDX-License-Identifier: MIT
// How the columns of a table share the width of a terminal.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/words/style.hpp"

namespace pos::render {

enum class Align { left, right };

struct TableColumn {
  std::string name;
  Align align = Align::left;
  int least = 0;              // may be cut to this many columns of the terminal; 0: never cut
  int spare = 0;              // where the table is too wide, the column with the highest goes first, then the last one
  bool only_if_used = false;  // left out where no row has anything in it
};

// First every row is measured, then fit() decides, then rows are written: they need not be kept meanwhile. A table that
// is too wide closes its gaps, cuts what may be cut, then leaves out columns and says which; the first one always
// stays.
class TableLayout {
 public:
  struct Cell {
    std::string_view text;  // harmless(), as terminal_text.hpp has it
    int width = 0;          // of a terminal
  };

  explicit TableLayout(std::vector<TableColumn> columns);

  [[nodiscard]] std::size_t columns() const { return columns_.size(); }
  void measure(std::size_t column, int width);
  void fit(const TextStyle& style);

  // A line each. A cell for each column; one that is wider than any that was measured is cut.
  void append_header(std::string& out) const;
  void append_row(std::string& out, std::span<const Cell> cells, Tone tone) const;
  // Below the rows: which columns found no place, if any.
  void append_left_out(std::string& out) const;
  // Of a whole line.
  [[nodiscard]] int width() const;

 private:
  std::vector<TableColumn> columns_;
  std::vector<int> widest_;  // of the cells, by column
  TextStyle style_;
  std::vector<int> widths_;  // 0: left out
  int gap_ = 2;
};

}  // namespace pos::render
