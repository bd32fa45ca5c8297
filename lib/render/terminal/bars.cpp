// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "render/terminal/chart.hpp"
#include "render/terminal/line.hpp"
#include "render/words/text.hpp"

namespace pos::render {
namespace {

constexpr std::array<std::string_view, 3> blocks = {"█", "▒", "░"};
constexpr std::array<std::string_view, 3> ascii_blocks = {"#", "!", "="};

std::string_view glyph(std::size_t part, const TextStyle& style) {
  const auto& glyphs = style.ascii ? ascii_blocks : blocks;
  return glyphs[std::min(part, glyphs.size() - 1)];
}

double size_of(double part) { return part > 0 && std::isfinite(part) ? part : 0; }

double length_of(const Bar& bar) {
  return std::accumulate(bar.parts.begin(), bar.parts.end(), 0.0,
                         [](double sum, double p) { return sum + size_of(p); });
}

// Whole cells by part. Rounding the ends of the parts, not their sizes, keeps the bar's length right;
// where a small part is made visible, the largest one gives way.
std::vector<int> cells_of(const Bar& bar, double cells_per_unit) {
  std::vector<int> cells;
  double end = 0;
  int drawn = 0;
  for (const double part : bar.parts) {
    end += size_of(part) * cells_per_unit;
    cells.push_back(std::max(static_cast<int>(std::lround(end)) - drawn, 0));
    drawn += cells.back();
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i] > 0 || size_of(bar.parts[i]) <= 0) continue;
    cells[i] = 1;
    if (const auto largest = std::max_element(cells.begin(), cells.end()); *largest > 1) --*largest;
  }
  return cells;
}

// What bars of one part have to the left of 0.
double size_below(const Bar& bar) {
  return bar.parts.size() == 1 && bar.parts[0] < 0 ? size_of(-bar.parts[0]) : 0;
}

void append_legend(std::string& out, std::span<const BarPart> parts, const TextStyle& style) {
  StyledLine line(out, style);
  int left = style.width;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string name = cut(harmless(parts[i].name), left - 2, style);
    line.add(glyph(i, style), parts[i].tone).add(" " + name).blank(2);
    left -= display_width(name) + 4;
    if (left < 3) break;
  }
  line.end();
}

}  // namespace

void append_bars(std::string& out, std::span<const BarPart> parts, std::span<const Bar> bars, const TextStyle& style) {
  if (parts.size() > 1) append_legend(out, parts, style);
  int label_width = 0;
  int note_width = 0;
  double longest = 0, longest_below = 0;
  for (const Bar& bar : bars) {
    label_width = std::max(label_width, display_width(harmless(bar.label)));
    note_width = std::max(note_width, display_width(harmless(bar.note)));
    longest = std::max(longest, length_of(bar));
    longest_below = std::max(longest_below, size_below(bar));
  }
  const bool has_below = longest_below > 0;
  label_width = std::min(label_width, style.width * 3 / 10);
  note_width = std::min(note_width, style.width * 4 / 10);
  // Cells made for parts too small to see may lengthen a bar: each has one in reserve.
  const int reserve = static_cast<int>(parts.size()) - 1;
  const int axis = has_below ? 2 : 0;  // the line at 0, and what rounding both sides may add
  const double room = std::max(style.width - label_width - note_width - 3 - reserve - axis, 1);
  // (Of halves, since the sum of two numbers may be none.)
  const double wanted = room / (longest / 2 + longest_below / 2) / 2;
  const double cells_per_unit = std::isfinite(wanted) ? wanted : 0;
  const int cells_below = has_below ? std::max(static_cast<int>(std::lround(longest_below * cells_per_unit)), 1) : 0;
  for (const Bar& bar : bars) {
    const std::string label = cut(harmless(bar.label), label_width, style);
    StyledLine line(out, style);
    line.add(label).blank(label_width - display_width(label) + 2);
    int drawn = 0;
    if (has_below) {
      const int below = cells_of({"", {size_below(bar)}, ""}, cells_per_unit).front();
      line.blank(cells_below - below);
      for (int cell = 0; cell < below; ++cell) line.add(glyph(0, style), parts[0].tone);
      line.add(style.ascii ? "|" : "│", Tone::faint);
      drawn = cells_below + 1;
    }
    const std::vector<int> cells = cells_of(bar, cells_per_unit);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Tone tone = i < parts.size() ? parts[i].tone : Tone::plain;
      for (int cell = 0; cell < cells[i]; ++cell, ++drawn) line.add(glyph(i, style), tone);
    }
    line.blank(drawn > 0 ? 1 : 0).add(cut(harmless(bar.note), style.width - label_width - 3 - drawn, style)).end();
  }
}

}  // namespace pos::render
