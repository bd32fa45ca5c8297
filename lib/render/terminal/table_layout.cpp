// SPDX-License-Identifier: MIT
#include "render/terminal/table_layout.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "render/terminal/line.hpp"
#include "render/words/text.hpp"

namespace pos::render {
namespace {

int gaps(const std::vector<int>& widths) {
  return static_cast<int>(std::count_if(widths.begin(), widths.end(), [](int width) { return width > 0; })) - 1;
}

// The widest gap, 2 or 1, with which columns of these widths fit, or 0.
int fitting_gap(const std::vector<int>& widths, int width) {
  const int used = std::accumulate(widths.begin(), widths.end(), 0);
  for (const int gap : {2, 1}) {
    if (used + gap * gaps(widths) <= width) return gap;
  }
  return 0;
}

// What each column gets of `width`: as much as it wants, or no more than a limit that is the same for all.
std::vector<int> share(const std::vector<int>& least, const std::vector<int>& wanted, int width) {
  std::vector<int> widths = wanted;
  for (int limit = width; std::accumulate(widths.begin(), widths.end(), 0) > width && limit > 0; --limit) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::min(wanted[i], std::max(least[i], limit));
  }
  return widths;
}

void append_cell(StyledLine& line, const TableLayout::Cell& cell, int width, Align align, Tone tone,
                 const TextStyle& style) {
  if (cell.width > width) {
    const std::string shorter = cut(cell.text, width, style);
    line.add(shorter, tone).blank(width - display_width(shorter));
    return;
  }
  if (align == Align::right) line.blank(width - cell.width);
  // Leading blanks of a cell are layout: a line of nothing else must end up empty.
  const std::size_t blanks = std::min(cell.text.find_first_not_of(' '), cell.text.size());
  line.blank(static_cast<int>(blanks)).add(cell.text.substr(blanks), tone);
  if (align == Align::left) line.blank(width - cell.width);
}

}  // namespace

TableLayout::TableLayout(std::vector<TableColumn> columns)
    : columns_(std::move(columns)), widest_(columns_.size(), 0) {}

void TableLayout::measure(std::size_t column, int width) { widest_[column] = std::max(widest_[column], width); }

void TableLayout::fit(const TextStyle& style) {
  style_ = style;
  std::vector<int> wanted;
  std::vector<int> least;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const bool used = widest_[i] > 0 || !columns_[i].only_if_used;
    const int natural = std::max({widest_[i], display_width(columns_[i].name), 1});
    wanted.push_back(used ? std::min(natural, style.width) : 0);
    least.push_back(columns_[i].least > 0 ? std::min(wanted[i], columns_[i].least) : wanted[i]);
  }
  while (true) {
    if (gap_ = fitting_gap(wanted, style.width); gap_ > 0) {
      widths_ = wanted;
      return;
    }
    if (gap_ = fitting_gap(least, style.width); gap_ > 0) {
      widths_ = share(least, wanted, style.width - gap_ * gaps(least));
      return;
    }
    std::size_t out = 0;
    for (std::size_t i = 1; i < columns_.size(); ++i) {
      if (least[i] > 0 && (out == 0 || columns_[i].spare >= columns_[out].spare)) out = i;
    }
    least[out] = wanted[out] = 0;
  }
}

void TableLayout::append_header(std::string& out) const {
  std::vector<std::string> names;
  std::vector<Cell> cells;
  for (const TableColumn& column : columns_) names.push_back(harmless(column.name));
  for (const std::string& name : names) cells.push_back({name, display_width(name)});
  append_row(out, cells, Tone::strong);
}

void TableLayout::append_row(std::string& out, std::span<const Cell> cells, Tone tone) const {
  StyledLine line(out, style_);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (widths_[i] == 0) continue;
    if (i > 0) line.blank(gap_);
    append_cell(line, cells[i], widths_[i], columns_[i].align, tone, style_);
  }
  line.end();
}

void TableLayout::append_left_out(std::string& out) const {
  std::string names;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (widths_[i] > 0 || (columns_[i].only_if_used && widest_[i] == 0)) continue;
    names += (names.empty() ? "" : ", ") + columns_[i].name;
  }
  if (names.empty()) return;
  for (const std::string& line : wrap(trf(style_.language, "(too narrow for: {})", harmless(names)), style_.width)) {
    StyledLine(out, style_).add(line, Tone::faint).end();
  }
}

int TableLayout::width() const { return std::accumulate(widths_.begin(), widths_.end(), 0) + gap_ * gaps(widths_); }

}  // namespace pos::render
