// SPDX-License-Identifier: MIT
// A table with aligned columns that fits the width of a terminal.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/terminal_style.hpp"

namespace pos::render {

enum class Align { left, right };

struct TableColumn {
  std::string name;
  Align align = Align::left;
  int least = 0;              // may be cut to this many columns of the terminal; 0: never cut
  int spare = 0;              // where the table is too wide, the column with the highest goes first, then the last one
  bool only_if_used = false;  // left out where no row has anything in it
};

// Cells are data: whatever could steer a terminal is made harmless. A table that is too wide closes
// its gaps, cuts what may be cut, then leaves out columns and says which; the first one always stays.
class TextTable {
 public:
  explicit TextTable(std::vector<TableColumn> columns);

  // One cell a column; missing ones are empty.
  void row(std::span<const std::string> cells, Tone tone = Tone::plain);
  // A text below the last row, indented and wrapped.
  void note(std::string text);

  void append_to(std::string& out, const TextStyle& style) const;

 private:
  struct Cell {
    std::uint32_t begin, size;  // in text_
    int width;
  };
  struct Fit {
    std::vector<int> widths;  // 0: left out
    int gap = 2;
  };

  [[nodiscard]] std::string_view text(const Cell& cell) const {
    return std::string_view(text_).substr(cell.begin, cell.size);
  }
  [[nodiscard]] Fit fit(const TextStyle& style) const;
  void append_header(std::string& out, const Fit& fit, const TextStyle& style) const;
  void append_row(std::string& out, std::size_t row, const Fit& fit, const TextStyle& style) const;
  void append_left_out(std::string& out, const Fit& fit, const TextStyle& style) const;

  std::vector<TableColumn> columns_;
  std::vector<int> widest_;                                 // of the cells, by column
  std::string text_;                                        // of all cells: one allocation, not one a cell
  std::vector<Cell> cells_;                                 // row by row
  std::vector<Tone> tones_;                                 // by row
  std::vector<std::pair<std::size_t, std::string>> notes_;  // below which number of rows
};

}  // namespace pos::render
