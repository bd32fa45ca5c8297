// SPDX-License-Identifier: MIT
// The series of a report as charts, one a status.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "render/report/numbers.hpp"
#include "render/report/text_parts.hpp"
#include "render/terminal/chart.hpp"
#include "render/terminal/line.hpp"
#include "render/words/numbers.hpp"
#include "render/words/text.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t most_charts = 8;     // in all
constexpr std::size_t largest_charts = 4;  // whatever happened to them; others need an alert
constexpr std::size_t most_steps = 20'000;
constexpr int first_rows = 8;
constexpr int other_rows = 4;

// The steps of a chart: those of the report, or several of them together where a long period would
// take more memory than any terminal can show.
struct Steps {
  LocalSeconds begin;
  std::int64_t seconds;
  std::vector<double> minutes;  // of each that the filter takes and data can be there for; 0: nothing is known

  explicit Steps(const report::Report& report);

  [[nodiscard]] std::size_t of(LocalSeconds time) const { return static_cast<std::size_t>((time - begin) / seconds); }
};

Steps::Steps(const report::Report& report)
    : begin(report.period.begin), seconds(std::max<std::int64_t>(report.step, 60)) {
  const std::int64_t length = report.period.end - begin;
  const std::int64_t all = (length + seconds - 1) / seconds;
  seconds *= (all + std::int64_t{most_steps} - 1) / std::int64_t{most_steps};
  minutes.assign(static_cast<std::size_t>((length + seconds - 1) / seconds), 0);
  // What is later than the newest record has not happened yet.
  const LocalSeconds end = std::min(report.period.end, report.last_record.value_or(begin) + 1);
  for (LocalSeconds time = begin; time < end; time += 60) {
    if (report.filter.takes_time(time)) ++minutes[of(time)];
  }
}

TimeChart chart_of(const report::Report& report, const report::Series& series, const Steps& steps, int rows) {
  const std::size_t size = steps.minutes.size();
  TimeChart chart{report.period, steps.seconds, std::vector<double>(size, unknown), {}, {}, rows};
  for (std::size_t i = 0; i < size; ++i) {
    if (steps.minutes[i] > 0) chart.values[i] = 0;
  }
  chart.marks.assign(size, Mark::none);
  if (has_expectation(report, series)) chart.reference.assign(size, unknown);
  for (const report::Point& point : series.points) {
    if (!report.period.holds(point.begin)) continue;
    const std::size_t i = steps.of(point.begin);
    const double minutes = std::max(steps.minutes[i], 1.0);
    chart.values[i] = (std::isnan(chart.values[i]) ? 0 : chart.values[i]) + static_cast<double>(point.count) / minutes;
    if (!chart.reference.empty() && point.has_expected) {
      chart.reference[i] = (std::isnan(chart.reference[i]) ? 0 : chart.reference[i]) + point.expected / minutes;
    }
    if (point.alerts == 0) continue;
    chart.marks[i] = std::max(chart.marks[i], point.severity == Severity::critical ? Mark::critical : Mark::warning);
  }
  return chart;
}

bool has_alerts(const report::Series& series) {
  return std::any_of(series.points.begin(), series.points.end(), [](const auto& point) { return point.alerts > 0; });
}

// `denied  4,310; most 18 in 1 min at 10:19`.
void append_chart_heading(std::string& out, const report::Report& report, const report::Series& series,
                          const TextStyle& style) {
  const auto most = std::max_element(series.points.begin(), series.points.end(),
                                     [](const auto& a, const auto& b) { return a.count < b.count; });
  std::int64_t count = 0;
  for (const report::Point& point : series.points) count += point.count;
  const Language language = style.language;
  std::string numbers = grouped(count, language);
  if (most != series.points.end() && most->count > 0) {
    numbers += "; " + trf(language, "most {} in {} at {}", grouped(most->count, language), duration_text(report.step),
                          TimeText(report.period, style).time(most->begin));
  }
  const std::string status = cut(harmless(series.status), style.width / 2, style);
  StyledLine line(out, style);
  line.add(status, Tone::strong).blank(2);
  line.add(cut(numbers, style.width - display_width(status) - 2, style)).end();
}

bool has_alerts_of(const report::Report& report, bool critical) {
  const auto fits = [critical](const report::Point& point) {
    return point.alerts > 0 && (point.severity == Severity::critical) == critical;
  };
  return std::any_of(report.series.begin(), report.series.end(), [fits](const report::Series& series) {
    return std::any_of(series.points.begin(), series.points.end(), fits);
  });
}

void append_legend(std::string& out, const report::Report& report, const TextStyle& style) {
  const ChartGlyphs& glyphs = chart_glyphs(style);
  const bool critical = has_alerts_of(report, true);
  const bool warning = has_alerts_of(report, false);
  const Language language = style.language;
  std::string text = trf(language, "{} a minute", glyphs.value);
  const auto is_expected = [&](const report::Series& series) { return has_expectation(report, series); };
  if (std::ranges::any_of(report.series, is_expected)) 
    text += "  " + trf(language, "{} expected", glyphs.reference);
  if (style.ascii) {
    if (critical || warning) text += "  " + std::string(glyphs.critical) + " " + trf(language, "alert");
  } else {
    if (critical) text += "  " + std::string(glyphs.critical) + " " + trf(language, "critical");
    if (warning) text += "  " + std::string(glyphs.warning) + " " + trf(language, "warning");
  }
  StyledLine(out, style).add(cut(text, style.width, style), Tone::faint).end();
}

void append_not_drawn(std::string& out, const std::vector<std::string>& names, const TextStyle& style) {
  if (names.empty()) return;
  std::string all;
  for (const std::string& name : names) all += (&name == names.data() ? "" : ", ") + harmless(name);
  out += '\n';
  for (const std::string& line : wrap(trf(style.language, "(not drawn: {})", all), style.width)) StyledLine(out, style).add(line, Tone::faint).end();
}

}  // namespace

void append_series(std::string& out, const report::Report& report, const TextStyle& style) {
  append_heading(out, tr(style.language, "Transactions over time"), report, style);
  if (report.series.empty() || report.period.end <= report.period.begin) {
    StyledLine(out, style).add(tr(style.language, "no transactions"), Tone::faint).end();
    return;
  }
  append_legend(out, report, style);
  const Steps steps(report);
  std::vector<const report::Series*> drawn;
  std::vector<TimeChart> charts;
  std::vector<std::string> not_drawn;
  int scale = 0;
  for (const report::Series& series : report.series) {
    if (drawn.size() >= most_charts || (drawn.size() >= largest_charts && !has_alerts(series))) {
      not_drawn.push_back(series.status);
      continue;
    }
    charts.push_back(chart_of(report, series, steps, drawn.empty() ? first_rows : other_rows));
    scale = std::max(scale, scale_columns(charts.back(), style));
    drawn.push_back(&series);
  }
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    charts[i].scale_columns = scale;
    out += '\n';
    append_chart_heading(out, report, *drawn[i], style);
    append_time_chart(out, charts[i], style);
  }
  append_not_drawn(out, not_drawn, style);
}

}  // namespace pos::render
