// SPDX-License-Identifier: MIT
#include "render/svg/series.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "render/svg/bridge.hpp"
#include "render/svg/chart.hpp"
#include "render/svg/time_ticks.hpp"
#include "render/words/numbers.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

constexpr std::int64_t most_drawn_steps = 480;  // two pixels each

// What one step of the chart shows.
struct Step {
  std::optional<double> count;
  std::optional<double> expected;
  bool alert = false;
  Severity severity = Severity::none;
};

struct Plot {
  std::int64_t step = 60;
  LocalSeconds begin = 0;
  std::vector<Step> steps;
  double top_value = 1;

  // In steps from the left edge.
  [[nodiscard]] double place_of(LocalSeconds time) const {
    return static_cast<double>(time - begin) / static_cast<double>(step);
  }
};

double band_width(double expected) { return 3 * std::sqrt(std::max(expected, 0.0)); }

void add_point(Step& step, const report::Point& point) {
  step.count = step.count.value_or(0) + static_cast<double>(point.count);
  if (point.expected > 0) step.expected = step.expected.value_or(0) + point.expected;
  step.alert = step.alert || point.alerts > 0;
  step.severity = std::max(step.severity, point.severity);
}

void bridge_expected(std::vector<Step>& steps) {
  const auto between = [](Step& step, const Step& before, const Step& after, double share) {
    step.expected = *before.expected * (1 - share) + *after.expected * share;
  };
  bridge(steps, [](const Step& step) { return step.expected.has_value(); }, between);
}

Plot make_plot(const report::Series& series, const SeriesChart& chart) {
  Plot plot{shown_step(chart), 0, {}, 1};
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

template <typename Value>
std::vector<double> values_of(const Plot& plot, Value value) {
  std::vector<double> values;
  for (const Step& step : plot.steps) values.push_back(value(step).value_or(unknown_value));
  return values;
}

ChartBand band_of(const Plot& plot) {
  ChartBand band;
  for (const Step& step : plot.steps) {
    const double expected = step.expected.value_or(unknown_value);
    const double width = step.expected ? band_width(expected) : 0;
    band.low.push_back(step.expected ? std::max(expected - width, 0.0) : unknown_value);
    band.high.push_back(expected + width);
  }
  return band;
}

ChartMark mark_at(const Plot& plot, std::size_t slot, Severity severity) {
  return {slot, plot.steps[slot].count.value_or(0),
          severity == Severity::critical ? MarkShape::filled : MarkShape::hollow};
}

// On each step with an alert; where there are regions, where one begins.
std::vector<ChartMark> marks_of(const Plot& plot, const std::vector<Region>& regions) {
  std::vector<ChartMark> marks;
  for (const Region& region : regions) {
    const double at = plot.place_of(region.minutes.begin);
    if (at < 0 || at >= static_cast<double>(plot.steps.size())) continue;
    marks.push_back(mark_at(plot, static_cast<std::size_t>(at), region.severity));
  }
  if (!regions.empty()) return marks;
  for (std::size_t k = 0; k < plot.steps.size(); ++k) {
    if (plot.steps[k].alert) marks.push_back(mark_at(plot, k, plot.steps[k].severity));
  }
  return marks;
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

void append_series_svg(std::string& out, const report::Series& series, const SeriesChart& order) {
  const Plot plot = make_plot(series, order);
  const auto alerts = std::count_if(plot.steps.begin(), plot.steps.end(), [](const Step& step) { return step.alert; });
  Chart chart;
  const Language language = order.language;
  chart.title = trf(language, "{} per {}, with what was expected; {} steps with alerts", order.status,
                    duration_text(plot.step), alerts);
  chart.width = order.width;
  chart.height = order.height;
  chart.attributes = fmt::format(R"(xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" font-size="12")",
                                 order.width, order.height);
  chart.slots = plot.steps.size();
  chart.high = plot.top_value;
  // Counts are whole.
  chart.value_text = language == Language::pt ? +[](double value) { return grouped(std::llround(value), Language::pt); }
                                              : +[](double value) { return grouped(std::llround(value)); };
  chart.ticks = time_ticks(plot.begin, plot.step, plot.steps.size());
  for (const Region& region : order.regions) {
    chart.regions.push_back({plot.place_of(region.minutes.begin), plot.place_of(region.minutes.end), region.word});
  }
  chart.band = band_of(plot);
  chart.lines = {{R"(class="expected" fill="none" stroke="#69737e" stroke-dasharray="6 4")",
                  values_of(plot, [](const Step& step) { return step.expected; }),
                  {}},
                 {R"(class="count" fill="none" stroke="#1d5a9e" stroke-width="1.5")",
                  values_of(plot, [](const Step& step) { return step.count; }),
                  {}}};
  chart.marks = marks_of(plot, order.regions);
  append_chart(out, chart);
}

}  // namespace pos::render
