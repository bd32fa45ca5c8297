// SPDX-License-Identifier: MIT
#include "render/svg/chart.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/text.hpp"
#include "render/words/html.hpp"

namespace pos::render {
namespace {

double right_edge(const Chart& chart) { return chart.width - chart.right; }
double lower_edge(const Chart& chart) { return chart.height - chart.bottom; }

// Of a place in slots from the left edge.
double x_at(const Chart& chart, double at) {
  return chart.left + at / static_cast<double>(chart.slots) * (right_edge(chart) - chart.left);
}
double x_of(const Chart& chart, std::size_t slot) { return x_at(chart, static_cast<double>(slot) + 0.5); }
double y_of(const Chart& chart, double value) {
  const double share = std::clamp((value - chart.low) / (chart.high - chart.low), 0.0, 1.0);
  return lower_edge(chart) - share * (lower_edge(chart) - chart.top);
}

// A command of a path with its point, to a tenth of a pixel.
void append_point(std::string& out, char command, double x, double y) {
  out += command;
  append_decimal(out, x, 1);
  out += ' ';
  append_decimal(out, y, 1);
}

// 1, 2 or 5 times a power of ten, `least` or more, so that about four lines cross a chart of `span`.
double nice_tick(double span, double least) {
  const double rough = std::max(span / 4, least);
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double times : {1.0, 2.0, 5.0}) {
    if (times * power >= 0.8 * rough) return times * power;
  }
  return 10 * power;
}

void append_values_axis(std::string& out, const Chart& chart) {
  const double tick = nice_tick(chart.high - chart.low, chart.least_tick);
  const int last = static_cast<int>(std::floor(chart.high / tick));
  for (int i = static_cast<int>(std::ceil(chart.low / tick)); i <= last; ++i) {
    const double y = y_of(chart, i * tick);
    fmt::format_to(std::back_inserter(out),
                   R"(<path class="grid" stroke="#d3d9df" d="M{} {:.1f}H{}"/><text class="text" x="{}" y="{:.1f}" )"
                   R"(text-anchor="end">{}</text>)"
                   "\n",
                   chart.left, y, right_edge(chart), chart.left - 6, y + 4, chart.value_text(i * tick));
  }
  if (chart.low < 0)  // what is below 0 is seen to be
    fmt::format_to(std::back_inserter(out), R"(<path class="zero" stroke="#56606b" d="M{} {:.1f}H{}"/>)"
                   "\n",
                   chart.left, y_of(chart, 0), right_edge(chart));
}

void append_ticks(std::string& out, const Chart& chart) {
  for (const ChartTick& tick : chart.ticks) {
    const double x = x_at(chart, tick.at);
    fmt::format_to(std::back_inserter(out),
                   R"(<path class="grid" stroke="#d3d9df" d="M{:.1f} {}v5"/><text class="text" x="{:.1f}" y="{}" )"
                   R"(text-anchor="{}">{}</text>)"
                   "\n",
                   x, lower_edge(chart), x, lower_edge(chart) + 19, x > chart.width - 40 ? "end" : "middle",
                   tick.label);
  }
}

void append_regions(std::string& out, const Chart& chart) {
  double free_from = 0;  // words do not stand on each other
  for (const ChartRegion& region : chart.regions) {
    const double begin = std::clamp(x_at(chart, region.begin), chart.left, right_edge(chart));
    const double end = std::clamp(x_at(chart, region.end), chart.left, right_edge(chart));
    fmt::format_to(std::back_inserter(out),
                   R"(<rect class="region" fill="#b3261e" fill-opacity="0.13" x="{:.1f}" y="{}" width="{:.1f}" )"
                   R"(height="{}"/>)"
                   "\n",
                   begin, chart.top, std::max(end - begin, 2.0), lower_edge(chart) - chart.top);
    const double wide = 7.0 * static_cast<double>(region.word.size());
    const double x = std::min(begin + 3, right_edge(chart) - wide);
    if (region.word.empty() || x < free_from) continue;
    free_from = x + wide;
    fmt::format_to(std::back_inserter(out), R"(<text class="region-word" fill="#b3261e" x="{:.1f}" y="{}">)", x,
                   chart.top + 12);
    append_html(out, region.word);
    out += "</text>\n";
  }
}

bool is_known(const std::vector<double>& values, std::size_t slot) {
  return slot < values.size() && std::isfinite(values[slot]);
}

// Its edge over one slot, from the left side to the right one or back. Steps are as wide as the slot, so that one
// between gaps is still seen.
void append_band_edge(std::string& out, const Chart& chart, char command, std::size_t slot, double value, bool is_back) {
  const double y = y_of(chart, value);
  if (chart.band.shape == ChartBand::Shape::from_middle_to_middle) return append_point(out, command, x_of(chart, slot), y);
  const double left = x_at(chart, static_cast<double>(slot));
  const double right = x_at(chart, static_cast<double>(slot) + 1);
  append_point(out, command, is_back ? right : left, y);
  append_point(out, 'L', is_back ? left : right, y);
}

// One closed shape for each run of slots that have it: its upper edge there, its lower edge back.
void append_band(std::string& out, const Chart& chart) {
  const ChartBand& band = chart.band;
  if (band.high.empty()) return;
  const auto known = [&](std::size_t slot) { return is_known(band.low, slot) && is_known(band.high, slot); };
  out += R"(<path class="band" fill="#5b8cbf" fill-opacity="0.2" d=")";
  for (std::size_t begin = 0, end = 0; begin < chart.slots; begin = std::max(end, begin + 1)) {
    if (!known(begin)) continue;
    for (end = begin; known(end); ++end)
      append_band_edge(out, chart, end == begin ? 'M' : 'L', end, band.high[end], false);
    for (std::size_t slot = end; slot-- > begin;) append_band_edge(out, chart, 'L', slot, band.low[slot], true);
    out += 'Z';
  }
  out += "\"/>\n";
}

void append_line(std::string& out, const Chart& chart, const ChartLine& line) {
  fmt::format_to(std::back_inserter(out), R"(<path {} stroke-linecap="round" d=")", line.look);
  for (std::size_t slot = 0; slot < chart.slots; ++slot) {
    if (!is_known(line.values, slot)) continue;
    const bool goes_on = slot > 0 && is_known(line.values, slot - 1);
    append_point(out, goes_on ? 'L' : 'M', x_of(chart, slot), y_of(chart, line.values[slot]));
    if (!goes_on && !is_known(line.values, slot + 1)) out += "h0";  // one between gaps is a dot
  }
  out += "\"/>\n";
  for (std::size_t slot = 0; slot < line.titles.size(); ++slot) {
    if (!is_known(line.values, slot)) continue;
    fmt::format_to(std::back_inserter(out),
                   R"(<circle class="dot" fill="#1d5a9e" cx="{:.1f}" cy="{:.1f}" r="2.6"><title>{}</title></circle>)"
                   "\n",
                   x_of(chart, slot), y_of(chart, line.values[slot]), escaped_html(line.titles[slot]));
  }
}

void append_mark(std::string& out, const Chart& chart, const ChartMark& mark) {
  const bool filled = mark.shape == MarkShape::filled;
  fmt::format_to(std::back_inserter(out), R"(<path class="alert-mark{}" stroke="#b3261e" fill="{}" d=")",
                 filled ? "" : " hollow", filled ? "#b3261e" : "#ffffff");
  append_point(out, 'M', x_of(chart, mark.slot), y_of(chart, mark.value) - 6);
  out += "l5 9h-10z\"/>\n";
}

}  // namespace

void append_chart(std::string& out, const Chart& chart) {
  fmt::format_to(std::back_inserter(out), R"(<svg {} role="img" viewBox="0 0 {} {}" font-family="sans-serif"><title>)",
                 chart.attributes, chart.width, chart.height);
  append_html(out, chart.title);
  out += "</title>\n";
  append_regions(out, chart);
  append_values_axis(out, chart);
  append_ticks(out, chart);
  append_band(out, chart);
  for (const ChartLine& line : chart.lines) append_line(out, chart, line);
  for (const ChartMark& mark : chart.marks) append_mark(out, chart, mark);
  out += "</svg>\n";
}

}  // namespace pos::render
