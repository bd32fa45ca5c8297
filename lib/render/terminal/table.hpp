// SPDX-License-Identifier: MIT
// A table with aligned columns that fits the width of a terminal.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/terminal/table_layout.hpp"
#include "render/words/style.hpp"

namespace pos::render {

// Cells are data: whatever could steer a terminal is made harmless. All rows are kept; table_layout.hpp has what does
// without.
class TextTable {
 public:
  explicit TextTable(std::vector<TableColumn> columns) : layout_(std::move(columns)) {}

  // One cell a column; missing ones are empty.
  void row(std::span<const std::string> cells, Tone tone = Tone::plain);
  // A text below the last row, indented and wrapped.
  void note(std::string_view text);

  void append_to(std::string& out, const TextStyle& style) const;

 private:
  struct Cell {
    std::uint32_t begin, size;  // in text_
    int width;
  };

  TableLayout layout_;
  std::string text_;                                        // of all cells: one allocation, not one a cell
  std::vector<Cell> cells_;                                 // row by row
  std::vector<Tone> tones_;                                 // by row
  std::vector<std::pair<std::size_t, std::string>> notes_;  // below which number of rows
};

}  // namespace pos::render
