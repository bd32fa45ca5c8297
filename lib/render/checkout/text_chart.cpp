// SPDX-License-Identifier: MIT
// The hours of a day as charts for a terminal.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "render/checkout/numbers.hpp"
#include "render/checkout/text_parts.hpp"
#include "render/report/text_parts.hpp"
#include "render/terminal/chart.hpp"
#include "render/terminal/line.hpp"
#include "render/words/numbers.hpp"
#include "render/words/text.hpp"

namespace pos::render {
namespace {

using checkout::Anomaly;
using checkout::DayReport;
using checkout::HourResult;

constexpr int first_rows = 8;
constexpr int other_rows = 4;

TimeChart day_chart(int rows) { return {{0, 86'400}, 3600, {}, {}, {}, rows}; }

Mark mark_of(const HourResult& hour) {
  const Severity severity = severity_of(hour);
  if (severity == Severity::none) return Mark::none;
  return severity == Severity::critical ? Mark::critical : Mark::warning;
}

TimeChart tested_time_chart(const checkout::HourlyTest& test) {
  TimeChart chart = day_chart(first_rows);
  std::vector<int> hours;
  std::vector<double> values, expected;
  chart.marks.assign(24, Mark::none);
  for (const HourResult& result : test.hours) {
    hours.push_back(result.hour);
    values.push_back(result.value);
    expected.push_back(result.expected);
    chart.marks[static_cast<std::size_t>(result.hour)] = mark_of(result);
  }
  chart.values = over_day(hours, values);
  chart.reference = over_day(hours, expected);
  return chart;
}

// `outage, drop`: the kinds that this glyph stands for.
std::string kinds_of(const DayReport& day, Severity severity, Language language) {
  std::string names;
  for (const Anomaly anomaly : {Anomaly::outage, Anomaly::drop, Anomaly::spike, Anomaly::shoulder}) {
    const auto is_there = [&](const HourResult& hour) { return hour.anomaly == anomaly && severity_of(hour) == severity; };
    if (std::none_of(day.test->hours.begin(), day.test->hours.end(), is_there)) continue;
    names += (names.empty() ? "" : ", ") + trf(language, checkout::name_of(anomaly));
  }
  return names;
}

void append_legend(std::string& out, const DayReport& day, const TextStyle& style) {
  const ChartGlyphs& glyphs = chart_glyphs(style);
  const Language language = style.language;
  std::string text = trf(language, "{} today  {} expected", glyphs.value, glyphs.reference);
  std::string critical = kinds_of(day, Severity::critical, language);
  std::string warning = kinds_of(day, Severity::warning, language);
  if (glyphs.critical == glyphs.warning && !critical.empty() && !warning.empty()) {
    critical += ", " + warning;
    warning.clear();
  }
  if (!critical.empty()) text += fmt::format("  {} {}", glyphs.critical, critical);
  if (!warning.empty()) text += fmt::format("  {} {}", glyphs.warning, warning);
  for (const std::string& line : wrap(text, style.width)) StyledLine(out, style).add(line, Tone::faint).end();
}

void append_tested(std::string& out, const DayReport& day, int scale, const TextStyle& style) {
  append_legend(out, day, style);
  TimeChart chart = tested_time_chart(*day.test);
  chart.scale_columns = scale;
  append_time_chart(out, chart, style);
}

// All columns on one scale, so that their heights compare.
std::vector<TimeChart> column_charts(const DayReport& day) {
  const HourlyTable& table = day.table;
  const bool alone = table.columns.size() == 1 && !day.test;
  std::vector<TimeChart> charts;
  double most = 0;
  for (const HourlyColumn& column : table.columns) {
    charts.push_back(day_chart(alone ? first_rows : other_rows));
    charts.back().values = over_day(table.hours, column.values);
    for (const double value : column.values) most = std::max(most, value);
  }
  for (TimeChart& chart : charts) chart.least_top = most;
  return charts;
}

void append_lines(std::string& out, const DayReport& day, const TextStyle& style) {
  std::vector<TimeChart> charts = column_charts(day);
  int scale = day.test ? scale_columns(tested_time_chart(*day.test), style) : 1;
  for (const TimeChart& chart : charts) scale = std::max(scale, scale_columns(chart, style));
  if (day.test) append_tested(out, day, scale, style);
  for (std::size_t i = 0; i < charts.size(); ++i) {
    if (i > 0 || day.test) out += '\n';
    charts[i].scale_columns = scale;
    const std::string name = cut(harmless(day.table.columns[i].name), style.width, style);
    StyledLine(out, style).add(name, Tone::strong).end();
    append_time_chart(out, charts[i], style);
  }
}

// What is found of an hour stands behind its number: `0  outage, expected 43.5`.
std::string bar_note(const DayReport& day, std::size_t row, double value, Language language) {
  std::string note = rounded(value, language);
  if (!day.test || day.test->hours[row].anomaly == Anomaly::none) return note;
  const HourResult& result = day.test->hours[row];
  return note + "  " + trf(language, "{}, expected {}", tr(language, checkout::name_of(result.anomaly)),
                           rounded(result.expected, language));
}

void append_column_bars(std::string& out, const DayReport& day, const HourlyColumn& column, const TextStyle& style) {
  StyledLine(out, style).add(cut(harmless(column.name), style.width, style), Tone::strong).end();
  std::vector<Bar> bars;
  for (std::size_t row = 0; row < column.values.size(); ++row) {
    const double value = column.values[row];
    if (day.up_to && std::isnan(value)) continue;  // an hour to come
    bars.push_back({hour_text(day.table.hours[row]), {value}, bar_note(day, row, value, style.language)});
  }
  append_bars(out, std::array{BarPart{"", Tone::count}}, bars, style);
}

void append_all_bars(std::string& out, const DayReport& day, const TextStyle& style) {
  if (day.test) return append_column_bars(out, day, *day.table.find("today"), style);
  for (const HourlyColumn& column : day.table.columns) {
    if (&column != day.table.columns.data()) out += '\n';
    append_column_bars(out, day, column, style);
  }
}

}  // namespace

void append_checkout_chart(std::string& out, const DayReport& day, const CheckoutStyle& style) {
  style.chart == ChartShape::bar ? append_all_bars(out, day, style.text) : append_lines(out, day, style.text);
}

void append_today_chart(std::string& out, const DayReport& day, const CheckoutStyle& style) {
  const HourlyColumn* today = day.table.find("today");
  if (today == nullptr) return;
  if (style.chart == ChartShape::bar) return append_column_bars(out, day, *today, style.text);
  if (day.test) return append_tested(out, day, 1, style.text);
  TimeChart chart = day_chart(first_rows);
  chart.values = over_day(day.table.hours, today->values);
  append_time_chart(out, chart, style.text);
}

}  // namespace pos::render
