// SPDX-License-Identifier: MIT
#include "render/svg/hours.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>

#include "base/hourly_table.hpp"
#include "render/words/html.hpp"
#include "render/svg/parts.hpp"
#include "render/words/numbers.hpp"

namespace pos::render {
namespace {

constexpr double left = 60, right = 10, top = 14, bottom = 34;  // margins of the plot
constexpr int hours = 24;

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

struct Plot {
  const HoursChart& chart;
  double low = 0, high = 0;  // of the scale

  [[nodiscard]] double edge(std::size_t hour) const {
    return left + static_cast<double>(hour) / hours * (chart.width - left - right);
  }
  [[nodiscard]] double x(std::size_t hour) const { return (edge(hour) + edge(hour + 1)) / 2; }
  [[nodiscard]] double y(double value) const {
    return chart.height - bottom - (value - low) / (high - low) * (chart.height - top - bottom);
  }
};

void widen(Plot& plot, const std::vector<double>& values) {
  for (const double value : values) {
    if (!std::isfinite(value)) continue;
    plot.low = std::min(plot.low, value);
    plot.high = std::max(plot.high, value);
  }
}

// From 0 to a bit above the highest; further down only where a number is negative.
Plot make_plot(const HoursChart& chart) {
  constexpr double least_height = 1e-9;  // a day without sales has a scale as well
  Plot plot{chart};
  for (const HoursLine& line : chart.lines) widen(plot, line.values);
  widen(plot, chart.low);
  widen(plot, chart.high);
  if (plot.high - plot.low < least_height) plot.high = plot.low + 1;
  plot.high += 0.05 * (plot.high - plot.low);
  return plot;
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

void append_scale(std::string& out, const Plot& plot) {
  const double tick = nice_tick(plot.high - plot.low, 1e-10);
  const int last = static_cast<int>(std::floor(plot.high / tick));
  for (int i = static_cast<int>(std::ceil(plot.low / tick)); i <= last; ++i) {
    append_value_line(out, left, plot.chart.width - right, plot.y(i * tick), scale_text(i * tick));
  }
}

void append_hours_axis(std::string& out, const Plot& plot) {
  for (std::size_t hour = 0; hour < hours; hour += 3) {
    append_tick_below(out, plot.x(hour), plot.chart.height - bottom, "middle", hour_text(static_cast<int>(hour)));
  }
}

bool is_known(const std::vector<double>& values, std::size_t hour) {
  return hour < values.size() && std::isfinite(values[hour]);
}

// Steps as wide as the hour: an interval belongs to its hour alone, and one hour between gaps is still seen.
void append_band(std::string& out, const Plot& plot) {
  const auto known = [&](std::size_t hour) {
    return is_known(plot.chart.low, hour) && is_known(plot.chart.high, hour);
  };
  out += R"(<path class="band" fill="#6b5a12" fill-opacity="0.2" d=")";
  for (std::size_t begin = 0, end = 0; begin < hours; begin = std::max(end, begin + 1)) {
    if (!known(begin)) continue;
    for (end = begin; known(end); ++end) {
      append_point(out, end == begin ? 'M' : 'L', plot.edge(end), plot.y(plot.chart.high[end]));
      append_point(out, 'L', plot.edge(end + 1), plot.y(plot.chart.high[end]));
    }
    for (std::size_t hour = end; hour-- > begin;) {
      append_point(out, 'L', plot.edge(hour + 1), plot.y(plot.chart.low[hour]));
      append_point(out, 'L', plot.edge(hour), plot.y(plot.chart.low[hour]));
    }
    out += 'Z';
  }
  out += "\"/>\n";
}

void append_line(std::string& out, const Plot& plot, std::size_t line) {
  const std::vector<double>& values = plot.chart.lines[line].values;
  fmt::format_to(std::back_inserter(out), R"(<path {} stroke-linecap="round" d=")", look_of(line));
  for (std::size_t hour = 0; hour < hours; ++hour) {
    if (!is_known(values, hour)) continue;
    const bool goes_on = hour > 0 && is_known(values, hour - 1);
    append_point(out, goes_on ? 'L' : 'M', plot.x(hour), plot.y(values[hour]));
    if (!goes_on && !is_known(values, hour + 1)) out += "h0";  // an hour between gaps is a dot
  }
  out += "\"/>\n";
}

// Whoever points at one reads its number.
void append_dots(std::string& out, const Plot& plot, const HoursLine& line) {
  for (std::size_t hour = 0; hour < hours; ++hour) {
    if (!is_known(line.values, hour)) continue;
    fmt::format_to(std::back_inserter(out),
                   R"(<circle class="dot" fill="{}" cx="{:.1f}" cy="{:.1f}" r="2.6"><title>{}: )", looks[0].stroke,
                   plot.x(hour), plot.y(line.values[hour]), hour_text(static_cast<int>(hour)));
    out += fmt::format("{:.6g}</title></circle>\n", line.values[hour]);
  }
}

HourMark mark_at(const HoursChart& chart, std::size_t hour) {
  return hour < chart.marks.size() ? chart.marks[hour] : HourMark::none;
}

void append_marked_hours(std::string& out, const Plot& plot) {
  for (std::size_t hour = 0; hour < hours; ++hour) {
    if (mark_at(plot.chart, hour) == HourMark::none) continue;
    fmt::format_to(std::back_inserter(out),
                   R"(<rect class="marked" fill="#b3261e" fill-opacity="0.1" x="{:.1f}" y="{}" width="{:.1f}" )"
                   R"(height="{}"/>)"
                   "\n",
                   plot.edge(hour), top, plot.edge(hour + 1) - plot.edge(hour), plot.chart.height - top - bottom);
  }
}

void append_marks(std::string& out, const Plot& plot) {
  if (plot.chart.lines.empty()) return;
  const std::vector<double>& values = plot.chart.lines.front().values;
  for (std::size_t hour = 0; hour < hours; ++hour) {
    const HourMark mark = mark_at(plot.chart, hour);
    if (mark == HourMark::none || !is_known(values, hour)) continue;
    append_triangle(out, plot.x(hour), plot.y(values[hour]),
                    mark == HourMark::filled ? MarkShape::filled : MarkShape::hollow);
  }
}

}  // namespace

void append_hours_svg(std::string& out, const HoursChart& chart) {
  const Plot plot = make_plot(chart);
  fmt::format_to(std::back_inserter(out),
                 R"(<svg role="img" viewBox="0 0 {} {}" font-family="sans-serif" )"
                 R"(font-size="11"><title>)",
                 chart.width, chart.height);
  append_html(out, chart.title);
  out += "</title>\n";
  append_marked_hours(out, plot);
  append_scale(out, plot);
  append_hours_axis(out, plot);
  if (!chart.high.empty()) append_band(out, plot);
  // The first line lies on top: it is what the chart is about.
  const std::size_t lines = std::min(chart.lines.size(), most_hours_lines);
  for (std::size_t line = lines; line-- > 0;) append_line(out, plot, line);
  if (lines > 0) append_dots(out, plot, chart.lines.front());
  append_marks(out, plot);
  out += "</svg>\n";
}

void append_line_sample(std::string& out, std::size_t line) {
  fmt::format_to(
      std::back_inserter(out),
      R"(<svg class="sample" aria-hidden="true" focusable="false" viewBox="0 0 36 10" width="36" height="10">)"
      R"(<path {} d="M1 5H35"/></svg>)",
      look_of(line));
}

}  // namespace pos::render
