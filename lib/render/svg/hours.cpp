// SPDX-License-Identifier: MIT
#include "render/svg/hours.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>

#include "base/hourly_table.hpp"
#include "render/svg/chart.hpp"
#include "render/words/numbers.hpp"

namespace pos::render {
namespace {

constexpr std::size_t hours = 24;

struct Look {
  std::string_view stroke, dashes;
  double width;
};
constexpr std::array<Look, most_hours_lines> looks = {{{"#1d5a9e", "none", 2},
                                                       {"#6b5a12", "7 4", 1.5},
                                                       {"#8a3b8f", "2 3", 1.5},
                                                       {"#1f6f54", "10 3 2 3", 1.5},
                                                       {"#a04a12", "4 2", 1.5},
                                                       {"#56606b", "12 4", 1.5},
                                                       {"#9c2f5b", "6 2 1 2 1 2", 1.5},
                                                       {"#3d5a80", "1 4", 1.5}}};

// Attributes for where there is no style sheet; the class is for dark pages.
std::string look_of(std::size_t line) {
  const Look& look = looks[std::min(line, looks.size() - 1)];
  return fmt::format(R"(class="line-{}" fill="none" stroke="{}" stroke-width="{}" stroke-dasharray="{}")", line,
                     look.stroke, look.width, look.dashes);
}

void widen(Chart& chart, const std::vector<double>& values) {
  constexpr double most = 1e300;  // a little more than that is still a number
  for (const double value : values) {
    if (!std::isfinite(value)) continue;
    chart.low = std::min(chart.low, std::max(value, -most));
    chart.high = std::max(chart.high, std::min(value, most));
  }
}

// From 0 to a bit above the highest; further down only where a number is negative.
void set_scale(Chart& chart, const HoursChart& order) {
  constexpr double least_height = 1e-9;  // a day without sales has a scale as well
  chart.low = chart.high = 0;
  for (const HoursLine& line : order.lines) widen(chart, line.values);
  widen(chart, order.low);
  widen(chart, order.high);
  if (chart.high - chart.low < least_height) chart.high = chart.low + 1;
  chart.high += 0.05 * (chart.high - chart.low);
}

// Short: on a telephone the letters are large.
std::string scale_text(double value) {
  const double size = std::abs(value);
  if (size >= 1e12) return fmt::format("{:.0e}", value);
  if (size >= 1e9) return fmt::format("{:.3g}G", value / 1e9);
  if (size >= 1e6) return fmt::format("{:.3g}M", value / 1e6);
  if (size >= 1e4) return fmt::format("{:.3g}k", value / 1e3);
  return size >= 1e3 ? grouped(std::llround(value)) : fmt::format("{:.3g}", value);
}

// Whoever points at one reads its number.
std::vector<std::string> titles_of(const HoursLine& line) {
  std::vector<std::string> titles;
  for (std::size_t hour = 0; hour < line.values.size(); ++hour)
    titles.push_back(fmt::format("{}: {:.6g}", hour_text(static_cast<int>(hour)), line.values[hour]));
  return titles;
}

void set_lines(Chart& chart, const std::vector<HoursLine>& lines) {
  // The first line lies on top: it is what the chart is about.
  for (std::size_t line = std::min(lines.size(), most_hours_lines); line-- > 0;) {
    chart.lines.push_back({look_of(line), lines[line].values, line == 0 ? titles_of(lines[line]) : std::vector<std::string>()});
  }
}

void set_marks(Chart& chart, const HoursChart& order) {
  for (std::size_t hour = 0; hour < std::min(order.marks.size(), hours); ++hour) {
    if (order.marks[hour] == HourMark::none) continue;
    chart.regions.push_back({static_cast<double>(hour), static_cast<double>(hour) + 1, ""});
    if (order.lines.empty() || hour >= order.lines.front().values.size()) continue;
    const double value = order.lines.front().values[hour];
    const MarkShape shape = order.marks[hour] == HourMark::filled ? MarkShape::filled : MarkShape::hollow;
    if (std::isfinite(value)) chart.marks.push_back({hour, value, shape});
  }
}

}  // namespace

void append_hours_svg(std::string& out, const HoursChart& order) {
  Chart chart;
  chart.title = order.title;
  chart.attributes = R"(font-size="11")";
  chart.width = order.width;
  chart.height = order.height;
  chart.left = 60;
  chart.right = 10;
  chart.top = 14;
  chart.bottom = 34;
  chart.slots = hours;
  set_scale(chart, order);
  chart.least_tick = 1e-10;
  chart.value_text = scale_text;
  for (std::size_t hour = 0; hour < hours; hour += 3)
    chart.ticks.push_back({static_cast<double>(hour) + 0.5, hour_text(static_cast<int>(hour))});
  chart.band = {ChartBand::Shape::steps, order.low, order.high};
  set_lines(chart, order.lines);
  set_marks(chart, order);
  append_chart(out, chart);
}

void append_line_sample(std::string& out, std::size_t line) {
  fmt::format_to(
      std::back_inserter(out),
      R"(<svg class="sample" aria-hidden="true" focusable="false" viewBox="0 0 36 10" width="36" height="10">)"
      R"(<path {} d="M1 5H35"/></svg>)",
      look_of(line));
}

}  // namespace pos::render
