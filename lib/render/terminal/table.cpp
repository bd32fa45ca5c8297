// SPDX-License-Identifier: MIT
#include "render/terminal/table.hpp"

#include "render/terminal/line.hpp"
#include "render/words/text.hpp"

namespace pos::render {

void TextTable::row(std::span<const std::string> cells, Tone tone) {
  for (std::size_t i = 0; i < layout_.columns(); ++i) {
    const std::size_t begin = text_.size();
    const int width = i < cells.size() ? append_harmless(text_, cells[i]) : 0;
    cells_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text_.size() - begin), width});
    layout_.measure(i, width);
  }
  tones_.push_back(tone);
}

void TextTable::note(std::string_view text) { notes_.emplace_back(tones_.size(), harmless(text)); }

void TextTable::append_to(std::string& out, const TextStyle& style) const {
  TableLayout layout = layout_;
  layout.fit(style);
  out.reserve(out.size() + (tones_.size() + notes_.size() + 2) * static_cast<std::size_t>(layout.width() + 1));
  layout.append_header(out);
  std::vector<TableLayout::Cell> cells(layout.columns());
  auto note = notes_.begin();
  for (std::size_t row = 0; row < tones_.size(); ++row) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Cell& cell = cells_[row * cells.size() + i];
      cells[i] = {std::string_view(text_).substr(cell.begin, cell.size), cell.width};
    }
    layout.append_row(out, cells, tones_[row]);
    for (; note != notes_.end() && note->first == row + 1; ++note) {
      for (const std::string& line : wrap(note->second, style.width - 4)) {
        StyledLine(out, style).blank(4).add(line).end();
      }
    }
  }
  layout.append_left_out(out);
}

}  // namespace pos::render
