// SPDX-License-Identifier: MIT
#include "render/svg/bars.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "render/words/html.hpp"
#include "render/words/text.hpp"

namespace pos::render {
namespace {

constexpr int bar_height = 12, bars_gap = 8, bars_top = 6;
constexpr double letter = 6.5;  // pixels, about

// From left to right: labels, numbers of bars that go to the left, bars, numbers of those that go to the right.
struct BarsPlot {
  double left = 0, zero = 0, unit = 0;  // of a value
  int label_letters = 0;

  [[nodiscard]] double x(double value) const { return zero + value * unit; }
};

int row_height(const BarsChart& chart) { return static_cast<int>(chart.lines.size()) * bar_height + bars_gap; }

template <typename Texts>
int longest(const Texts& texts) {
  int width = 0;
  for (const std::string& text : texts) width = std::max(width, display_width(harmless(text)));
  return width;
}

BarsPlot bars_plot(const BarsChart& chart) {
  double least = 0, most = 0;
  for (const NamedLine& line : chart.lines) {
    for (const double value : line.values) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  int number = 0;
  for (const auto& numbers : chart.numbers) number = std::max(number, longest(numbers));
  const double number_room = letter * std::min(number, 24) + 8;
  BarsPlot plot;
  plot.label_letters = std::min(longest(chart.labels), 32);
  plot.left = letter * plot.label_letters + 12 + (least < 0 ? number_room : 0);
  const double room = std::max(chart.width - plot.left - number_room, 40.0);
  // Halves, since the difference of two numbers may be none.
  const double span = most / 2 - least / 2;
  plot.unit = span > 0 ? room / span / 2 : 0;
  plot.zero = plot.left - least * plot.unit;
  return plot;
}

void append_bar(std::string& out, const BarsChart& chart, const BarsPlot& plot, std::size_t line, std::size_t row,
                double y) {
  const double value = chart.lines[line].values[row];
  if (std::isnan(value)) return;
  const double from = std::min(plot.x(value), plot.zero), to = std::max(plot.x(value), plot.zero);
  const bool is_left = value < 0;
  fmt::format_to(std::back_inserter(out),
                 R"(<rect class="fill-{}" fill="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{}"/>)"
                 R"(<text class="text" x="{:.1f}" y="{:.1f}" text-anchor="{}">)",
                 line, color_of_line(line), from, y, value == 0 ? 0.0 : std::max(to - from, 0.5), bar_height - 2,
                 is_left ? from - 4 : to + 4, y + bar_height - 3, is_left ? "end" : "start");
  append_html(out, harmless(chart.numbers[line][row]));
  out += "</text>\n";
}

}  // namespace

int height_of(const BarsChart& chart) {
  return bars_top + static_cast<int>(chart.labels.size()) * row_height(chart) + bars_top;
}

void append_bars_svg(std::string& out, const BarsChart& chart) {
  const BarsPlot plot = bars_plot(chart);
  fmt::format_to(std::back_inserter(out), R"(<svg {} role="img" viewBox="0 0 {} {}" font-family="sans-serif"><title>)",
                 chart.attributes, chart.width, height_of(chart));
  append_html(out, chart.title);
  out += "</title>\n";
  for (std::size_t row = 0; row < chart.labels.size(); ++row) {
    const double top = bars_top + static_cast<double>(row) * row_height(chart);
    fmt::format_to(std::back_inserter(out), R"(<text class="text" x="4" y="{:.1f}">)",
                   top + (row_height(chart) - bars_gap) / 2.0 + 3);
    append_html(out, cut(harmless(chart.labels[row]), plot.label_letters, {}));
    out += "</text>\n";
    for (std::size_t line = 0; line < chart.lines.size(); ++line)
      append_bar(out, chart, plot, line, row, top + static_cast<double>(line) * bar_height);
  }
  fmt::format_to(std::back_inserter(out), R"(<path class="zero" stroke="#56606b" d="M{:.1f} 0V{}"/>)"
                 "\n</svg>\n",
                 plot.zero, height_of(chart));
}

void append_bar_sample(std::string& out, std::size_t line) {
  fmt::format_to(std::back_inserter(out),
                 R"(<svg class="sample" aria-hidden="true" focusable="false" viewBox="0 0 36 10" width="36" height="10">)"
                 R"(<rect class="fill-{}" fill="{}" width="36" height="10"/></svg>)",
                 line, color_of_line(line));
}

}  // namespace pos::render
