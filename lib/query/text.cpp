// SPDX-License-Identifier: MIT
// A result on a terminal.
#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "query/forms.hpp"
#include "render/terminal/chart.hpp"
#include "render/terminal/line.hpp"
#include "render/terminal/table.hpp"
#include "render/words/text.hpp"

namespace pos::query {
namespace {

using render::StyledLine;
using render::TextStyle;
using render::TimeChart;
using render::Tone;

void append_table(std::string& out, const Table& table, const TextStyle& style) {
  constexpr int least = 10;
  std::vector<render::TableColumn> columns;
  for (std::size_t i = 0; i < table.names.size(); ++i) {
    const bool is_words = has_text(table, i);
    columns.push_back({table.names[i], is_words ? render::Align::left : render::Align::right, is_words ? least : 0});
  }
  render::TextTable text(std::move(columns));
  std::vector<std::string> cells(table.names.size());
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = shown_text(table.at(row, i));
    text.row(cells);
  }
  text.append_to(out, style);
}

void append_name(std::string& out, const std::string& name, const TextStyle& style) {
  StyledLine(out, style).add(render::cut(render::harmless(name), style.width, style), Tone::strong).end();
}

void append_legend(std::string& out, const Plot& plot, const TextStyle& style) {
  const render::ChartGlyphs& glyphs = render::chart_glyphs(style);
  StyledLine line(out, style);
  int left = style.width;
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string name = render::cut(render::harmless(plot.lines[i].name), left - 2, style);
    line.add(i == 0 ? glyphs.value : glyphs.reference, i == 0 ? Tone::count : Tone::plain);
    line.add(" " + name, Tone::strong).blank(2);
    left -= render::display_width(name) + 4;
    if (left < 4) break;
  }
  line.end();
}

TimeChart chart_of_line(const Plot& plot, const PlotLine& line, int rows) {
  TimeChart chart{plot.period, plot.step, by_slot(plot, line), {}, {}, rows};
  if (plot.kind == Plot::Slots::rows) {
    chart.period = {0, static_cast<LocalSeconds>(plot.slots)};
    chart.step = 1;
    chart.labels = plot.labels;
  }
  return chart;
}

// Where no number is negative, all on one scale, so that their heights compare.
void share_scale(std::vector<TimeChart>& charts, const Plot& plot) {
  double most = 0;
  for (const PlotLine& line : plot.lines) {
    for (const double value : line.values) {
      if (value < 0) return;
      if (value > most) most = value;
    }
  }
  for (TimeChart& chart : charts) chart.least_top = most;
}

// The first two columns lie over each other: they are what the query compares.
void append_lines(std::string& out, const Plot& plot, const TextStyle& style) {
  constexpr int first_rows = 8, other_rows = 6, rows_of_two_sides = 8;
  std::vector<TimeChart> charts = {chart_of_line(plot, plot.lines[0], first_rows)};
  if (plot.lines.size() > 1) charts[0].reference = by_slot(plot, plot.lines[1]);
  for (std::size_t i = 2; i < plot.lines.size(); ++i) {
    const std::vector<double>& values = plot.lines[i].values;
    const bool is_negative = std::any_of(values.begin(), values.end(), [](double value) { return value < 0; });
    charts.push_back(chart_of_line(plot, plot.lines[i], is_negative ? rows_of_two_sides : other_rows));
  }
  share_scale(charts, plot);
  int scale = 1;
  for (const TimeChart& chart : charts) scale = std::max(scale, render::scale_columns(chart, style));
  for (std::size_t i = 0; i < charts.size(); ++i) {
    if (i > 0) out += '\n';
    if (i > 0 || plot.lines.size() == 1) {
      append_name(out, plot.lines[i == 0 ? 0 : i + 1].name, style);
    } else {
      append_legend(out, plot, style);
    }
    charts[i].scale_columns = scale;
    render::append_time_chart(out, charts[i], style);
  }
}

void append_bars(std::string& out, const Plot& plot, const TextStyle& style) {
  for (const PlotLine& line : plot.lines) {
    if (&line != plot.lines.data()) out += '\n';
    append_name(out, line.name, style);
    std::vector<render::Bar> bars;
    for (std::size_t row = 0; row < line.values.size(); ++row) {
      const double value = line.values[row];
      bars.push_back({plot.labels[row], {value}, std::isnan(value) ? "-" : shown_text(value)});
    }
    render::append_bars(out, std::array{render::BarPart{"", Tone::count}}, bars, style);
  }
}

void append_chart(std::string& out, const Plot& plot, Chart chart, const TextStyle& style) {
  if (plot.slots == 0) {
    StyledLine(out, style).add(tr(style.language, "no rows"), Tone::faint).end();
  } else {
    chart == Chart::bar ? append_bars(out, plot, style) : append_lines(out, plot, style);
  }
}

void append_paragraph(std::string& out, std::string_view text, const TextStyle& style, Tone tone = Tone::plain) {
  for (const std::string& line : render::wrap(render::harmless(text), style.width)) {
    StyledLine(out, style).add(line, tone).end();
  }
}

void append_query(std::string& out, std::string_view sql, const TextStyle& style) {
  for (std::size_t begin = 0; begin < sql.size();) {
    const std::size_t end = std::min(sql.find('\n', begin), sql.size());
    const std::string line = render::harmless(sql.substr(begin, end - begin));
    if (render::display_width(line) > style.width) {
      append_paragraph(out, line, style, Tone::faint);
    } else {
      StyledLine(out, style).add(line, Tone::faint).end();
    }
    begin = end + 1;
  }
}

}  // namespace

void append_text(std::string& out, const Table& table, const Order& order) {
  TextStyle style = order.style;
  style.width = std::max(style.width, 20);
  if (order.is_ours) {
    append_query(out, order.sql, style);
    out += '\n';
  }
  const Chart chart = order.chart.value_or(order.is_ours ? Chart::line : Chart::none);
  chart == Chart::none ? append_table(out, table, style) : append_chart(out, make_plot(table), chart, style);
  if (!order.explanation.empty()) out += '\n';
  for (const std::string& text : order.explanation) append_paragraph(out, text, style);
}

}  // namespace pos::query
