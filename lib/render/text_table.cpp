// SPDX-License-Identifier: MIT
#include "render/text_table.hpp"

#include <algorithm>
#include <numeric>

#include "render/terminal_text.hpp"

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

void append_cell(StyledLine& line, std::string_view text, int text_width, int width, Align align, Tone tone,
                 const TextStyle& style) {
  if (text_width > width) {
    const std::string shorter = cut(text, width, style);
    line.add(shorter, tone).blank(width - display_width(shorter));
    return;
  }
  if (align == Align::right) line.blank(width - text_width);
  // Leading blanks of a cell are layout: a line of nothing else must end up empty.
  const std::size_t blanks = std::min(text.find_first_not_of(' '), text.size());
  line.blank(static_cast<int>(blanks)).add(text.substr(blanks), tone);
  if (align == Align::left) line.blank(width - text_width);
}

}  // namespace

TextTable::TextTable(std::vector<TableColumn> columns) : columns_(std::move(columns)), widest_(columns_.size(), 0) {}

void TextTable::row(std::span<const std::string> cells, Tone tone) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::size_t begin = text_.size();
    const int width = i < cells.size() ? append_harmless(text_, cells[i]) : 0;
    cells_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text_.size() - begin), width});
    widest_[i] = std::max(widest_[i], width);
  }
  tones_.push_back(tone);
}

void TextTable::note(std::string text) { notes_.emplace_back(tones_.size(), harmless(text)); }

TextTable::Fit TextTable::fit(const TextStyle& style) const {
  std::vector<int> wanted;
  std::vector<int> least;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const bool used = widest_[i] > 0 || !columns_[i].only_if_used;
    const int natural = std::max({widest_[i], display_width(columns_[i].name), 1});
    wanted.push_back(used ? std::min(natural, style.width) : 0);
    least.push_back(columns_[i].least > 0 ? std::min(wanted[i], columns_[i].least) : wanted[i]);
  }
  while (true) {
    if (const int gap = fitting_gap(wanted, style.width); gap > 0) return {wanted, gap};
    if (const int gap = fitting_gap(least, style.width); gap > 0) {
      return {share(least, wanted, style.width - gap * gaps(least)), gap};
    }
    std::size_t out = 0;
    for (std::size_t i = 1; i < columns_.size(); ++i) {
      if (least[i] > 0 && (out == 0 || columns_[i].spare >= columns_[out].spare)) out = i;
    }
    least[out] = wanted[out] = 0;
  }
}

void TextTable::append_header(std::string& out, const Fit& fit, const TextStyle& style) const {
  StyledLine line(out, style);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (fit.widths[i] == 0) continue;
    if (i > 0) line.blank(fit.gap);
    const std::string name = harmless(columns_[i].name);
    append_cell(line, name, display_width(name), fit.widths[i], columns_[i].align, Tone::strong, style);
  }
  line.end();
}

void TextTable::append_row(std::string& out, std::size_t row, const Fit& fit, const TextStyle& style) const {
  StyledLine line(out, style);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (fit.widths[i] == 0) continue;
    if (i > 0) line.blank(fit.gap);
    const Cell& cell = cells_[row * columns_.size() + i];
    append_cell(line, text(cell), cell.width, fit.widths[i], columns_[i].align, tones_[row], style);
  }
  line.end();
}

void TextTable::append_left_out(std::string& out, const Fit& fit, const TextStyle& style) const {
  std::string names;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (fit.widths[i] > 0 || (columns_[i].only_if_used && widest_[i] == 0)) continue;
    names += (names.empty() ? "" : ", ") + columns_[i].name;
  }
  if (names.empty()) return;
  for (const std::string& line : wrap("(too narrow for: " + harmless(names) + ")", style.width)) {
    StyledLine(out, style).add(line, Tone::faint).end();
  }
}

void TextTable::append_to(std::string& out, const TextStyle& style) const {
  const Fit widths = fit(style);
  const int width = std::accumulate(widths.widths.begin(), widths.widths.end(), 0) + widths.gap * gaps(widths.widths);
  out.reserve(out.size() + (tones_.size() + notes_.size() + 2) * static_cast<std::size_t>(width + 1));
  append_header(out, widths, style);
  auto note = notes_.begin();
  for (std::size_t row = 0; row < tones_.size(); ++row) {
    append_row(out, row, widths, style);
    for (; note != notes_.end() && note->first == row + 1; ++note) {
      for (const std::string& line : wrap(note->second, style.width - 4)) {
        StyledLine(out, style).blank(4).add(line).end();
      }
    }
  }
  append_left_out(out, widths, style);
}

}  // namespace pos::render
