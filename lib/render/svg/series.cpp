// SPDX-License-Identifier: MIT
#include "render/svg/series.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <vector>

#include "render/words/html.hpp"
#include "render/svg/parts.hpp"
#include "render/words/numbers.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

constexpr double left = 52, right = 12, top = 12, bottom = 28;  // margins of the plot
constexpr std::int64_t most_drawn_steps = 480;                  // two pixels each

// What one step of the chart shows.
struct Step {
  std::optional<double> count;
  std::optional<double> expected;
  bool alert = false;
  Severity severity = Severity::none;
};

struct Plot {
  SeriesChart chart;
  std::int64_t step = 60;
  LocalSeconds begin = 0;
  std::vector<Step> steps;
  double top_value = 1;

  [[nodiscard]] double x(std::size_t k) const {
    const double share = (static_cast<double>(k) + 0.5) / static_cast<double>(steps.size());
    return left + share * (chart.width - left - right);
  }
  [[nodiscard]] double x_at(LocalSeconds time) const {
    const auto span = static_cast<double>(static_cast<std::int64_t>(steps.size()) * step);
    return left + static_cast<double>(time - begin) / span * (chart.width - left - right);
  }
  [[nodiscard]] double y(double value) const {
    return chart.height - bottom - std::min(value / top_value, 1.0) * (chart.height - top - bottom);
  }
};

double band_width(double expected) { return 3 * std::sqrt(std::max(expected, 0.0)); }

LocalSeconds align_down(LocalSeconds time, std::int64_t step) { return time - ((time % step) + step) % step; }

void add_point(Step& step, const report::Point& point) {
  step.count = step.count.value_or(0) + static_cast<double>(point.count);
  if (point.expected > 0) step.expected = step.expected.value_or(0) + point.expected;
  step.alert = step.alert || point.alerts > 0;
  step.severity = std::max(step.severity, point.severity);
}

// A rare status has no row in most minutes: what is expected of those lies between its neighbours.
void bridge_expected(std::vector<Step>& steps) {
  std::optional<std::size_t> known;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (!steps[i].expected) continue;
    for (std::size_t gap = known ? *known + 1 : i; gap < i; ++gap) {
      const double share = static_cast<double>(gap - *known) / static_cast<double>(i - *known);
      steps[gap].expected = *steps[*known].expected * (1 - share) + *steps[i].expected * share;
    }
    known = i;
  }
}

Plot make_plot(const report::Series& series, const SeriesChart& chart) {
  Plot plot{chart, shown_step(chart), 0, {}, 1};
  plot.begin = align_down(chart.period.begin, plot.step);
  const std::int64_t span = std::max<std::int64_t>(chart.period.end - plot.begin, 1);
  Step none;
  if (chart.missing == Missing::zero) none.count = 0;
  plot.steps.assign(static_cast<std::size_t>((span + plot.step - 1) / plot.step), none);
  for (const report::Point& point : series.points) {
    if (!chart.period.holds(point.begin)) continue;
    add_point(plot.steps[static_cast<std::size_t>((point.begin - plot.begin) / plot.step)], point);
  }
  if (chart.missing == Missing::zero && chart.bridges) bridge_expected(plot.steps);
  for (const Step& step : plot.steps) {
    const double high = step.expected ? *step.expected + band_width(*step.expected) : 0;
    plot.top_value = std::max({plot.top_value, step.count.value_or(0), high});
  }
  plot.top_value *= 1.05;
  return plot;
}

// One path through the steps that have a value, broken where one has none.
template <typename Value>
void append_line(std::string& out, const Plot& plot, std::string_view attributes, Value value) {
  fmt::format_to(std::back_inserter(out), R"(<path {} d=")", attributes);
  bool drawing = false;
  for (std::size_t k = 0; k < plot.steps.size(); ++k) {
    const std::optional<double> y = value(plot.steps[k]);
    if (y) append_point(out, drawing ? 'L' : 'M', plot.x(k), plot.y(*y));
    drawing = y.has_value();
  }
  out += "\"/>\n";
}

// One closed shape per run of steps with an expectation: its upper edge there, its lower edge back.
void append_band(std::string& out, const Plot& plot) {
  out += R"(<path class="band" fill="#5b8cbf" fill-opacity="0.2" d=")";
  const auto& steps = plot.steps;
  for (std::size_t begin = 0, end = 0; begin < steps.size(); begin = std::max(end, begin + 1)) {
    if (!steps[begin].expected) continue;
    for (end = begin; end < steps.size() && steps[end].expected; ++end) {
      const double high = *steps[end].expected + band_width(*steps[end].expected);
      append_point(out, end == begin ? 'M' : 'L', plot.x(end), plot.y(high));
    }
    for (std::size_t k = end; k-- > begin;) {
      const double low = *steps[k].expected - band_width(*steps[k].expected);
      append_point(out, 'L', plot.x(k), plot.y(std::max(low, 0.0)));
    }
    out += 'Z';
  }
  out += "\"/>\n";
}

void append_regions(std::string& out, const Plot& plot) {
  double free_from = 0;  // words do not stand on each other
  for (const Region& region : plot.chart.regions) {
    const double begin = std::clamp(plot.x_at(region.minutes.begin), left, plot.chart.width - right);
    const double end = std::clamp(plot.x_at(region.minutes.end), left, plot.chart.width - right);
    fmt::format_to(std::back_inserter(out),
                   R"(<rect class="region" fill="#b3261e" fill-opacity="0.13" x="{:.1f}" y="{}" width="{:.1f}" height="{:.0f}"/>)"
                   "\n",
                   begin, top, std::max(end - begin, 2.0), plot.chart.height - top - bottom);
    const double wide = 7.0 * static_cast<double>(region.word.size());
    const double x = std::min(begin + 3, plot.chart.width - right - wide);
    if (x < free_from) continue;
    free_from = x + wide;
    fmt::format_to(std::back_inserter(out), R"(<text class="region-word" fill="#b3261e" x="{:.1f}" y="{}">)", x, top + 12);
    append_html(out, region.word);
    out += "</text>\n";
  }
}

// One where each begins.
void append_region_marks(std::string& out, const Plot& plot) {
  for (const Region& region : plot.chart.regions) {
    const std::int64_t k = (region.minutes.begin - plot.begin) / plot.step;
    if (region.minutes.begin < plot.begin || k >= static_cast<std::int64_t>(plot.steps.size())) continue;
    const auto at = static_cast<std::size_t>(k);
    append_triangle(out, plot.x(at), plot.y(plot.steps[at].count.value_or(0)),
                    region.severity == Severity::critical ? MarkShape::filled : MarkShape::hollow);
  }
}

void append_alerts(std::string& out, const Plot& plot) {
  if (!plot.chart.regions.empty()) return append_region_marks(out, plot);
  for (std::size_t k = 0; k < plot.steps.size(); ++k) {
    const Step& step = plot.steps[k];
    if (!step.alert) continue;
    const MarkShape shape = step.severity == Severity::critical ? MarkShape::filled : MarkShape::hollow;
    append_triangle(out, plot.x(k), plot.y(step.count.value_or(0)), shape);
  }
}

void append_y_axis(std::string& out, const Plot& plot) {
  const double tick = nice_tick(plot.top_value, 1);  // counts are whole
  for (double value = 0; value <= plot.top_value; value += tick) {
    append_value_line(out, left, plot.chart.width - right, plot.y(value), grouped(std::llround(value)));
  }
}

// Whole hours or days, at most eight of them.
void append_x_axis(std::string& out, const Plot& plot) {
  constexpr std::array<std::int64_t, 12> ticks = {60,     300,    900,    1'800,  3'600,   7'200,
                                                  10'800, 21'600, 43'200, 86'400, 604'800, 2'592'000};
  const std::int64_t span = static_cast<std::int64_t>(plot.steps.size()) * plot.step;
  const auto* const fits = std::find_if(ticks.begin(), ticks.end(), [&](auto tick) { return span / tick <= 8; });
  const std::int64_t tick = fits != ticks.end() ? *fits : span / 8;
  for (LocalSeconds time = align_down(plot.begin + tick - 1, tick); time <= plot.begin + span; time += tick) {
    const std::string text = to_date_time(time);
    const double x = plot.x_at(time);
    append_tick_below(out, x, plot.chart.height - bottom, x > plot.chart.width - 40 ? "end" : "middle",
                      tick < 86'400 ? text.substr(11, 5) : text.substr(5, 5));
  }
}

}  // namespace

std::int64_t shown_step(const SeriesChart& chart) {
  constexpr std::array<std::int64_t, 9> minutes = {1, 2, 5, 10, 15, 30, 60, 120, 360};
  const std::int64_t span = chart.period.end - chart.period.begin;
  for (const std::int64_t times : minutes) {
    const std::int64_t step = times * 60;
    if (step % chart.step == 0 && span / step <= most_drawn_steps) return step;
  }
  return std::max<std::int64_t>((span / most_drawn_steps + chart.step) / chart.step, 1) * chart.step;
}

void append_series_svg(std::string& out, const report::Series& series, const SeriesChart& chart) {
  const Plot plot = make_plot(series, chart);
  fmt::format_to(std::back_inserter(out),
                 R"(<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {} {}" width="{}" height="{}" )"
                 R"(font-family="sans-serif" font-size="12"><title>)",
                 chart.width, chart.height, chart.width, chart.height);
  append_html(out, chart.status);
  const auto alerts = std::count_if(plot.steps.begin(), plot.steps.end(), [](const Step& step) { return step.alert; });
  fmt::format_to(std::back_inserter(out), " per {}, with what was expected; {} steps with alerts</title>\n",
                 duration_text(plot.step), alerts);
  append_regions(out, plot);
  append_y_axis(out, plot);
  append_x_axis(out, plot);
  append_band(out, plot);
  append_line(out, plot, R"(class="expected" fill="none" stroke="#69737e" stroke-dasharray="6 4")",
              [](const Step& step) { return step.expected; });
  append_line(out, plot, R"(class="count" fill="none" stroke="#1d5a9e" stroke-width="1.5")",
              [](const Step& step) { return step.count; });
  append_alerts(out, plot);
  out += "</svg>\n";
}

void append_bar_svg(std::string& out, const report::Total& total, std::int64_t largest) {
  const auto percent = [&](std::int64_t count) {
    return largest > 0 ? 100 * static_cast<double>(count) / static_cast<double>(largest) : 0.0;
  };
  const double normal = percent(total.count - total.abnormal_count);
  fmt::format_to(std::back_inserter(out),
                 R"svg(<svg aria-hidden="true" focusable="false" width="100%" height="18">)svg"
                 R"svg(<rect class="normal-bar" fill="#5b8cbf" width="{:.3f}%" height="18"/>)svg"
                 R"svg(<rect fill="url(#hatch)" x="{:.3f}%" width="{:.3f}%" height="18"/></svg>)svg",
                 normal, normal, percent(total.abnormal_count));
}

void append_hatch(std::string& out) {
  out +=
      R"svg(<defs><pattern id="hatch" patternUnits="userSpaceOnUse" width="5" height="5" patternTransform="rotate(45)">)svg"
      R"svg(<rect class="hatch-ground" fill="#b3261e" width="5" height="5"/>)svg"
      R"svg(<path class="hatch-line" stroke="#ffffff" stroke-width="1.6" d="M0 0V5"/></pattern></defs>)svg";
}

}  // namespace pos::render
