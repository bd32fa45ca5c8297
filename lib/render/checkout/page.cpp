// SPDX-License-Identifier: MIT
// What checkout-stats found, as a page that runs nothing and fetches nothing.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "checkout/wording.hpp"
#include "render/checkout/checkout.hpp"
#include "render/checkout/numbers.hpp"
#include "render/checkout/page_head.hpp"
#include "render/svg/lines.hpp"
#include "render/words/html.hpp"
#include "render/words/html_table.hpp"
#include "render/words/marks.hpp"
#include "render/words/text.hpp"

namespace pos::render {
namespace {

using checkout::Anomaly;
using checkout::DayReport;
using checkout::HourResult;
using checkout::Report;

constexpr std::string_view en_dash = "–";

// A name from a file may turn the line around in a page as well.
std::string escaped(std::string_view text) {
  std::string out;
  append_html(out, harmless(text));
  return out;
}

void append_paragraph(std::string& out, std::string_view css_class, std::string_view text) {
  if (text.empty()) return;
  fmt::format_to(std::back_inserter(out), "<p{}>{}</p>\n",
                 css_class.empty() ? "" : fmt::format(" class=\"{}\"", css_class), escaped(text));
}

// Cells of a row: all of it is text.
std::vector<HtmlCell> cells_of(const std::vector<std::string>& texts) {
  std::vector<HtmlCell> cells;
  for (const std::string& text : texts) cells.push_back({escaped(text)});
  return cells;
}

std::string label(std::string_view name) { return "aria-label=\"" + escaped(name) + "\""; }

void append_verdict(std::string& out, const Report& report, std::size_t day) {
  const Verdict answer = verdict(report.days[day], report.language);
  const bool wrong = answer.severity != Severity::none;
  fmt::format_to(std::back_inserter(out), "<p class=\"verdict {}\"><strong>{}</strong> {}{}</p>\n",
                 wrong           ? severity_name(answer.severity)
                 : answer.tested ? "normal"
                                 : "none",
                 escaped(day_name(report, day)), wrong ? alert_mark(answer.severity, {}) : "", escaped(answer.text));
  if (!answer.command.empty()) append_paragraph(out, "", trf(report.language, "See: {}", answer.command));
}

void append_key(std::string& out, std::string_view sample, std::string_view name) {
  fmt::format_to(std::back_inserter(out), "<span class=\"item\">{}{}</span>\n", sample, escaped(name));
}

void append_line_key(std::string& out, std::size_t line, std::string_view name) {
  std::string sample;
  append_line_sample(sample, line);
  append_key(out, sample, name);
}

void append_mark_keys(std::string& out, const std::vector<HourResult>& flagged, Language language) {
  for (const Anomaly anomaly : {Anomaly::outage, Anomaly::drop, Anomaly::spike, Anomaly::shoulder}) {
    const auto is_there = [anomaly](const HourResult& hour) { return hour.anomaly == anomaly; };
    if (std::none_of(flagged.begin(), flagged.end(), is_there)) continue;
    append_key(out, fmt::format("<span class=\"sample-mark\">{}</span>", trim(alert_mark(severity_of(anomaly), {}))),
               tr(language, checkout::name_of(anomaly)));
  }
}

SlotMark hour_mark(const HourResult& hour) {
  const Severity severity = severity_of(hour);
  if (severity == Severity::none) return SlotMark::none;
  return severity == Severity::critical ? SlotMark::filled : SlotMark::hollow;
}

LinesChart tested_chart(const checkout::HourlyTest& test, Language language) {
  std::vector<int> hours;
  std::array<std::vector<double>, 4> values;
  LinesChart chart;
  chart.marks.assign(24, SlotMark::none);
  for (const HourResult& result : test.hours) {
    hours.push_back(result.hour);
    values[0].push_back(result.value);
    values[1].push_back(result.expected);
    values[2].push_back(result.low);
    values[3].push_back(result.high);
    chart.marks[static_cast<std::size_t>(result.hour)] = hour_mark(result);
  }
  chart.lines = {{trf(language, "today"), over_day(hours, values[0])}, {trf(language, "expected"), over_day(hours, values[1])}};
  chart.low = over_day(hours, values[2]);
  chart.high = over_day(hours, values[3]);
  return chart;
}

void append_heading(std::string& out, std::string_view text) { out += "<h3>" + escaped(text) + "</h3>\n"; }

void append_tested(std::string& out, const DayReport& day, Language language) {
  if (!day.test) return;
  const std::vector<HourResult> flagged = unusual_hours(day);
  LinesChart chart = tested_chart(*day.test, language);
  chart.title =
      trf(language, "Sales of today by hour, with what was expected. {}", verdict(day, language).text);
  append_heading(out, tr(language, "Today against expected"));
  out += "<figure>\n";
  append_lines_svg(out, chart);
  out += "<figcaption>";
  append_line_key(out, 0, tr(language, "today"));
  append_line_key(out, 1, tr(language, "expected"));
  append_key(out, "<span class=\"sample-band\"></span>", tr(language, "where all hours of an ordinary day lie"));
  append_mark_keys(out, flagged, language);
  out += "</figcaption>\n</figure>\n";
}

// The lines with their legend; those beyond what can be told apart are named.
void append_lines(std::string& out, LinesChart chart, Language language) {
  std::string left_out;
  for (std::size_t line = most_lines; line < chart.lines.size(); ++line) {
    left_out += (left_out.empty() ? "" : ", ") + chart.lines[line].name;
  }
  chart.lines.resize(std::min(chart.lines.size(), most_lines));
  out += "<figure>\n";
  append_lines_svg(out, chart);
  out += "<figcaption>";
  for (std::size_t line = 0; line < chart.lines.size(); ++line) append_line_key(out, line, chart.lines[line].name);
  if (!left_out.empty()) append_key(out, "", trf(language, "not drawn: {}", left_out));
  out += "</figcaption>\n</figure>\n";
}

void append_columns(std::string& out, const DayReport& day, Language language) {
  LinesChart chart;
  chart.title = trf(language, "All columns by hour");
  chart.height = 220;
  for (const HourlyColumn& column : day.table.columns) {
    chart.lines.push_back({column.name, over_day(day.table.hours, column.values)});
  }
  append_heading(out, tr(language, "All columns"));
  append_lines(out, std::move(chart), language);
}

void append_flagged(std::string& out, const std::vector<HourResult>& hours, int precision, Language language) {
  HtmlTable table(out, label(tr(language, "Anomalies")), "",
                  {{trf(language, "time"), ""},
                   {trf(language, "value")},
                   {trf(language, "expected")},
                   {trf(language, "low") + std::string(en_dash) + trf(language, "high")},
                   {"p"},
                   {trf(language, "kind"), ""},
                   {trf(language, "lost")}});
  for (const HourResult& hour : hours) {
    table.row(cells_of({hour_text(hour.hour), shown_plain(hour.value, precision, language),
                        shown_decimal(hour.expected, precision, language),
                        shown_plain(hour.low, precision, language) + std::string(en_dash) +
                            shown_plain(hour.high, precision, language),
                        probability(hour.p, language), trf(language, checkout::name_of(hour.anomaly)),
                        shown_decimal(hour.lost, precision, language)}),
              fmt::format("class=\"{}\"", severity_name(severity_of(hour))));
  }
  table.end();
}

// Not a column of the table: on a telephone it would be far out of sight.
void append_explanations(std::string& out, const DayReport& day) {
  std::string items;
  for (const HourResult& hour : day.test->hours) {
    if (hour.explained.empty()) continue;
    items += fmt::format("<li>{}: {}</li>\n", hour_text(hour.hour), escaped(hour.explained));
  }
  if (!items.empty()) out += "<ul>\n" + items + "</ul>\n";
}

void append_causes(std::string& out, const DayReport& day, Language language) {
  const std::vector<checkout::IncidentCause> told = told_causes(day);
  if (told.empty() && !wants_causes(day)) return;
  append_paragraph(out, "", day.asked);
  if (told.empty()) return;
  out += "<ul>\n";
  for (const checkout::IncidentCause& cause : told)
    out += fmt::format("<li>{}: {}</li>\n", checkout::hour_ranges(cause.hours, language), escaped(cause.text));
  out += "</ul>\n";
}

void append_anomalies(std::string& out, const DayReport& day, int precision, Language language) {
  append_heading(out, tr(language, "Anomalies"));
  const std::vector<HourResult> flagged = flagged_hours(day);
  if (flagged.empty()) {
    append_paragraph(out, "none", verdict(day, language).text);
  } else {
    append_flagged(out, flagged, precision, language);
  }
  if (day.test) append_explanations(out, day);
  append_causes(out, day, language);
}

void append_insights(std::string& out, const DayReport& day, Language language) {
  if (day.insights.empty()) return;
  append_heading(out, tr(language, "Insights"));
  out += "<ul>\n";
  for (const checkout::Insight& insight : day.insights) out += "<li>" + escaped(insight.text) + "</li>\n";
  out += "</ul>\n";
}

void append_description(std::string& out, const DayReport& day, int precision, Language language) {
  append_heading(out, tr(language, "Description"));
  if (!day.missing.empty())
    append_paragraph(out, "none", trf(language, "Missing: {}.", checkout::hour_ranges(day.missing, language)));
  std::vector<HtmlColumn> columns = {{trf(language, "stat"), ""}};
  for (const HourlyColumn& column : day.table.columns) columns.push_back({harmless(column.name)});
  HtmlTable table(out, label(tr(language, "Description")), "", std::move(columns));
  for (const Statistic& statistic : statistics) {
    std::vector<std::string> cells = {trf(language, statistic.name)};
    for (const Description& all : day.descriptions) {
      cells.push_back(shown_statistic(statistic, all, precision, language));
    }
    table.row(cells_of(cells));
  }
  table.end();
}

void append_day(std::string& out, const Report& report, std::size_t which, int precision) {
  const DayReport& day = report.days[which];
  out += "<section>\n<h2>" + escaped(day_name(report, which)) + "</h2>\n";
  const Language language = report.language;
  append_tested(out, day, language);
  append_columns(out, day, language);
  append_anomalies(out, day, precision, language);
  append_insights(out, day, language);
  append_description(out, day, precision, language);
  out += "</section>\n";
}

void append_both_days(std::string& out, const Report& report) {
  std::vector<int> hours;
  std::vector<double> before, after;
  for (const checkout::HourDifference& hour : report.comparison->hours) {
    hours.push_back(hour.hour);
    before.push_back(hour.before);
    after.push_back(hour.after);
  }
  LinesChart chart;
  chart.title = trf(report.language, "Sales of both days by hour, {} and {}", harmless(day_name(report, 1)),
                    harmless(day_name(report, 0)));
  chart.height = 240;
  chart.lines = {{day_name(report, 1), over_day(hours, after)}, {day_name(report, 0), over_day(hours, before)}};
  append_lines(out, std::move(chart), report.language);
}

void append_differences(std::string& out, const Report& report, int precision) {
  const checkout::Comparison& comparison = *report.comparison;
  const Language language = report.language;
  HtmlTable table(out, label(tr(language, "Comparison")), "",
                  {{trf(language, "time"), ""},
                   {harmless(day_name(report, 0))},
                   {harmless(day_name(report, 1))},
                   {trf(language, "difference")},
                   {"%"}});
  for (const checkout::HourDifference& hour : comparison.hours) {
    table.row(cells_of(difference_cells(hour_text(hour.hour), hour.before, hour.after, precision, language)));
  }
  table.row(cells_of(difference_cells(trf(language, "total"), comparison.before, comparison.after, precision, language)),
            R"(class="total")");
  table.end();
}

void append_comparison(std::string& out, const Report& report, int precision) {
  if (report.days.size() < 2) return;
  out += "<section>\n<h2>" + trf(report.language, "Comparison") + "</h2>\n";
  if (report.comparison) {
    append_paragraph(out, "contradiction", contradiction(report));
    append_paragraph(out, "", report.comparison->explanation);
    append_both_days(out, report);
    append_differences(out, report, precision);
  } else {
    append_paragraph(out, "none", trf(report.language, "Not compared: {}.", report.not_compared));
  }
  out += "</section>\n";
}

std::string title_of(const Report& report) {
  std::string days = day_name(report, 0);
  if (report.days.size() > 1) days += ", " + day_name(report, 1);
  return trf(report.language, "Checkout by hour: {}", days);
}

void append_footer(std::string& out, const Report& report, std::string_view version) {
  const std::string expected =
      trf(report.language,
          "Expected: what the references of the table let expect of the hour. An ordinary day has any hour flagged with a "
          "probability of {}.",
          in_language(report.language, fmt::format("{}", report.alpha)));
  out += fmt::format("<footer>\n<p>{}</p>\n<p>checkout-stats {}</p>\n</footer>\n", expected, escaped(version));
}

}  // namespace

std::string checkout_page(const Report& report, int precision, const std::string& version) {
  std::string out;
  append_page_head(out, title_of(report), report.language);
  out += "<body>\n<header>\n<h1>" + trf(report.language, "Checkout by hour") + "</h1>\n";
  for (std::size_t day = 0; day < report.days.size(); ++day) append_verdict(out, report, day);
  out += "</header>\n<main>\n";
  for (std::size_t day = 0; day < report.days.size(); ++day) append_day(out, report, day, precision);
  append_comparison(out, report, precision);
  out += "</main>\n";
  append_footer(out, report, version);
  out += "</body>\n</html>\n";
  return out;
}

}  // namespace pos::render
