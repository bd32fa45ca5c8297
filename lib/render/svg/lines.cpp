// SPDX-License-Identifier: MIT
#include "render/svg/lines.hpp"

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

struct Look {
  std::string_view stroke, dashes;
  double width;
};
constexpr std::array<Look, most_lines> looks = {{{"#1d5a9e", "none", 2},
                                                       {"#6b5a12", "7 4", 1.5},
                                                       {"#8a3b8f", "2 3", 1.5},
                                                       {"#1f6f54", "10 3 2 3", 1.5},
                                                       {"#a04a12", "4 2", 1.5},
                                                       {"#56606b", "12 4", 1.5},
                                                       {"#9c2f5b", "6 2 1 2 1 2", 1.5},
                                                       {"#3d5a80", "1 4", 1.5}}};

void widen(Chart& chart, const std::vector<double>& values) {
  constexpr double most = 1e300;  // a little more than that is still a number
  for (const double value : values) {
    if (!std::isfinite(value)) continue;
    chart.low = std::min(chart.low, std::max(value, -most));
    chart.high = std::max(chart.high, std::min(value, most));
  }
}

// From 0 to a bit above the highest; further down only where a number is negative.
void set_scale(Chart& chart, const LinesChart& order) {
  constexpr double least_height = 1e-9;  // a day without sales has a scale as well
  chart.low = chart.high = 0;
  for (const NamedLine& line : order.lines) widen(chart, line.values);
  widen(chart, order.low);
  widen(chart, order.high);
  if (chart.high - chart.low < least_height) chart.high = chart.low + 1;
  const double margin = 0.05 * (chart.high - chart.low);
  chart.high += margin;
  if (chart.low < 0) chart.low -= margin;
}

// Whoever points at one reads its number. Where the points of a line would be one beside the other, it has none.
std::vector<std::string> titles_of(const LinesChart& order) {
  constexpr std::size_t most = 100;
  const std::vector<double>& values = order.lines.front().values;
  if (order.slots > most) return {};
  std::vector<std::string> titles;
  for (std::size_t slot = 0; slot < values.size(); ++slot) {
    const std::string name = order.slot_names.empty()         ? hour_text(static_cast<int>(slot))
                             : slot < order.slot_names.size() ? order.slot_names[slot]
                                                              : std::string();
    titles.push_back(fmt::format("{}: {:.6g}", name, values[slot]));
  }
  return titles;
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

void set_lines(Chart& chart, const LinesChart& order) {
  // The first line lies on top: it is what the chart is about.
  for (std::size_t line = std::min(order.lines.size(), most_lines); line-- > 0;) {
    chart.lines.push_back({look_of_line(line), order.lines[line].values, {}});
    if (line == 0) chart.lines.back().titles = titles_of(order);
  }
}

std::vector<ChartTick> ticks_of_hours() {
  std::vector<ChartTick> ticks;
  for (int hour = 0; hour < 24; hour += 3) ticks.push_back({hour + 0.5, hour_text(hour)});
  return ticks;
}

void set_marks(Chart& chart, const LinesChart& order) {
  for (std::size_t hour = 0; hour < std::min(order.marks.size(), order.slots); ++hour) {
    if (order.marks[hour] == SlotMark::none) continue;
    chart.regions.push_back({static_cast<double>(hour), static_cast<double>(hour) + 1, ""});
    if (order.lines.empty() || hour >= order.lines.front().values.size()) continue;
    const double value = order.lines.front().values[hour];
    const MarkShape shape = order.marks[hour] == SlotMark::filled ? MarkShape::filled : MarkShape::hollow;
    if (std::isfinite(value)) chart.marks.push_back({hour, value, shape});
  }
}

}  // namespace

void append_lines_svg(std::string& out, const LinesChart& order) {
  Chart chart;
  chart.title = order.title;
  chart.attributes = order.attributes;
  chart.width = order.width;
  chart.height = order.height;
  chart.left = 60;
  chart.right = 10;
  chart.top = 14;
  chart.bottom = 34;
  chart.slots = order.slots;
  set_scale(chart, order);
  chart.least_tick = 1e-10;
  chart.value_text = scale_text;
  chart.ticks = order.slot_names.empty() ? ticks_of_hours() : order.ticks;
  chart.band = {ChartBand::Shape::steps, order.low, order.high};
  set_lines(chart, order);
  set_marks(chart, order);
  append_chart(out, chart);
}

void append_line_sample(std::string& out, std::size_t line) {
  fmt::format_to(
      std::back_inserter(out),
      R"(<svg class="sample" aria-hidden="true" focusable="false" viewBox="0 0 36 10" width="36" height="10">)"
      R"(<path {} d="M1 5H35"/></svg>)",
      look_of_line(line));
}

// Attributes for where there is no style sheet; the class is for dark pages.
std::string look_of_line(std::size_t line) {
  const Look& look = looks[std::min(line, looks.size() - 1)];
  return fmt::format(R"(class="line-{}" fill="none" stroke="{}" stroke-width="{}" stroke-dasharray="{}")", line,
                     look.stroke, look.width, look.dashes);
}

std::string_view color_of_line(std::size_t line) { return looks[std::min(line, looks.size() - 1)].stroke; }

}  // namespace pos::render
