// SPDX-License-Identifier: MIT
// What checkout-stats found, as text: what is wrong comes first in each part.
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "checkout/wording.hpp"
#include "render/checkout/numbers.hpp"
#include "render/checkout/text_parts.hpp"
#include "render/terminal/line.hpp"
#include "render/words/marks.hpp"
#include "render/words/text.hpp"
#include "render/terminal/table.hpp"

namespace pos::render {
namespace {

using checkout::DayReport;
using checkout::HourResult;
using checkout::Report;

std::string_view title_of(CheckoutPart part) {
  switch (part) {
    case CheckoutPart::info:
      return marked("Columns");
    case CheckoutPart::describe:
      return marked("Description");
    case CheckoutPart::insights:
      return marked("Insights");
    case CheckoutPart::anomalies:
      return marked("Anomalies");
    case CheckoutPart::compare:
      return marked("Comparison");
    case CheckoutPart::chart:
      return marked("Sales by hour");
  }
  return {};
}

void append_info(std::string& out, const DayReport& day, const TextStyle& style) {
  const std::size_t rows = day.table.hours.size();
  const Language language = style.language;
  std::string text = trnf(language, "{} row", "{} rows", static_cast<std::int64_t>(rows), rows) + "; ";
  text += day.missing.empty() ? trf(language, "no hour missing")
                              : trf(language, "missing {}", checkout::hour_ranges(day.missing, language));
  if (day.up_to) text += "; " + trf(language, "today up to {}", hour_text(*day.up_to));
  append_paragraph(out, text, style);
  TextTable table({{.name = trf(language, "column"), .least = 8},
                   {.name = trf(language, "type"), .spare = 2},
                   {.name = trf(language, "kind"), .spare = 1},
                   {.name = trf(language, "values"), .align = Align::right},
                   {.name = trf(language, "missing"), .align = Align::right}});
  for (const checkout::ColumnInfo& column : day.info) {
    table.row(std::array{column.name, trf(language, type_name(column)), trf(language, kind_name(column.kind)),
                         std::to_string(column.values), std::to_string(column.missing)});
  }
  out += '\n';
  table.append_to(out, style);
}

// The statistics of some columns, as many from `first` as fit; returns the one behind the last. What does not fit
// follows in a table of its own: cut names would look alike.
std::size_t append_descriptions(std::string& out, const DayReport& day, std::size_t first, const CheckoutStyle& style) {
  constexpr int stat_width = 5, gap = 2;
  std::vector<TableColumn> columns = {{.name = trf(style.text.language, "stat")}};
  std::vector<std::vector<std::string>> rows;
  for (const Statistic& statistic : statistics) rows.push_back({trf(style.text.language, statistic.name)});
  std::size_t i = first;
  for (int used = stat_width; i < day.table.columns.size(); ++i) {
    const std::string name = harmless(day.table.columns[i].name);
    int widest = 1;
    std::vector<std::string> cells;
    for (const Statistic& statistic : statistics) {
      cells.push_back(shown_statistic(statistic, day.descriptions[i], style.precision, style.text.language));
      widest = std::max(widest, display_width(cells.back()));
    }
    used += gap + std::max(widest, display_width(name));
    if (i > first && used > style.text.width) break;
    columns.push_back({.name = name, .align = Align::right, .least = widest});
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row].push_back(cells[row]);
  }
  TextTable table(std::move(columns));
  for (const std::vector<std::string>& row : rows) table.row(row);
  table.append_to(out, style.text);
  return i;
}

void append_description(std::string& out, const DayReport& day, const CheckoutStyle& style) {
  for (std::size_t next = 0; next < day.table.columns.size();) {
    if (next > 0) out += '\n';
    next = append_descriptions(out, day, next, style);
  }
}

void append_insights(std::string& out, const DayReport& day, const TextStyle& style) {
  if (day.insights.empty()) return append_paragraph(out, tr(style.language, "nothing to tell"), style, Tone::faint);
  for (const checkout::Insight& insight : day.insights) {
    append_labelled(out, style.ascii ? "- " : "• ", insight.text, style);
  }
}

void append_verdict(std::string& out, const DayReport& day, const TextStyle& style) {
  const Verdict answer = verdict(day, style.language);
  if (answer.severity == Severity::none) {
    return append_paragraph(out, answer.text, style, answer.tested ? Tone::good : Tone::warning);
  }
  append_paragraph(out, std::string(alert_mark(answer.severity, style)) + answer.text, style, tone_of(answer.severity));
  if (!answer.command.empty()) append_labelled(out, "  ", trf(style.language, "See: {}", answer.command), style);
}

std::array<std::string, 7> anomaly_cells(const HourResult& hour, const CheckoutStyle& style) {
  const Language language = style.text.language;
  const Severity severity = severity_of(hour);
  const std::string mark(severity == Severity::none ? "  " : alert_mark(severity, style.text));
  return {
      mark + hour_text(hour.hour),
      shown_plain(hour.value, style.precision, language),
      shown_decimal(hour.expected, style.precision, language),
      shown_plain(hour.low, style.precision, language) + std::string(dash(style.text)) + shown_plain(hour.high, style.precision, language),
      probability(hour.p, language),
      trf(language, checkout::name_of(hour.anomaly)),
      shown_decimal(hour.lost, style.precision, language)};
}

void append_flagged(std::string& out, std::span<const HourResult> hours, const CheckoutStyle& style) {
  const Language language = style.text.language;
  TextTable table({{.name = "  " + trf(language, "time")},
                   {.name = trf(language, "value"), .align = Align::right},
                   {.name = trf(language, "expected"), .align = Align::right},
                   {.name = trf(language, "low") + std::string(dash(style.text)) + trf(language, "high"), .align = Align::right, .spare = 2},
                   {.name = "p", .align = Align::right, .spare = 3},
                   {.name = trf(language, "kind")},
                   {.name = trf(language, "lost"), .align = Align::right, .spare = 1}});
  for (const HourResult& hour : hours) {
    table.row(anomaly_cells(hour, style), hour.event.empty() ? tone_of(severity_of(hour)) : Tone::plain);
    table.note(hour.explained);
  }
  out += '\n';
  table.append_to(out, style.text);
}

// What the transactions of that day say, and what people said of it.
void append_causes(std::string& out, const DayReport& day, const TextStyle& style, Detail detail) {
  std::vector<checkout::IncidentCause> told = told_causes(day);
  // What an event explains is in the headline.
  if (detail == Detail::brief) std::erase_if(told, [](const checkout::IncidentCause& cause) { return cause.told; });
  if (told.empty() && (!wants_causes(day) || unusual_hours(day).empty())) return;
  out += '\n';
  append_paragraph(out, day.asked, style, Tone::faint);
  for (const checkout::IncidentCause& cause : told)
    append_labelled(out, checkout::hour_ranges(cause.hours, style.language) + "  ", cause.text, style);
}

void append_differences(std::string& out, const Report& report, const CheckoutStyle& style) {
  const checkout::Comparison& comparison = *report.comparison;
  const Language language = style.text.language;
  TextTable table({{.name = trf(language, "time")},
                   {.name = harmless(day_name(report, 0)), .align = Align::right, .least = 8},
                   {.name = harmless(day_name(report, 1)), .align = Align::right, .least = 8},
                   {.name = trf(language, "difference"), .align = Align::right},
                   {.name = "%", .align = Align::right, .spare = 1}});
  for (const checkout::HourDifference& hour : comparison.hours) {
    table.row(difference_cells(hour_text(hour.hour), hour.before, hour.after, style.precision, language));
  }
  table.row(difference_cells(trf(language, "total"), comparison.before, comparison.after, style.precision, language), Tone::strong);
  out += '\n';
  table.append_to(out, style.text);
}

void append_day(std::string& out, const Report& report, std::size_t day, CheckoutPart part,
                const CheckoutStyle& style) {
  std::string title(tr(style.text.language, title_of(part)));
  if (report.days.size() > 1) title += ", " + day_name(report, day);
  append_checkout_title(out, title, style.text);
  append_checkout_part(out, report.days[day], part, style);
}

}  // namespace

CheckoutStyle usable_style(CheckoutStyle style) {
  style.text.width = std::max(style.text.width, 20);
  return style;
}

void append_checkout_title(std::string& out, std::string_view text, const TextStyle& style) {
  StyledLine(out, style).add(cut(harmless(text), style.width, style), Tone::strong).end();
}

void append_checkout_part(std::string& out, const DayReport& day, CheckoutPart part, const CheckoutStyle& style) {
  switch (part) {
    case CheckoutPart::info:
      return append_info(out, day, style.text);
    case CheckoutPart::describe:
      return append_description(out, day, style);
    case CheckoutPart::insights:
      return append_insights(out, day, style.text);
    case CheckoutPart::anomalies:
      return append_checkout_anomalies(out, day, style, Detail::all);
    case CheckoutPart::chart:
      return append_checkout_chart(out, day, style);
    case CheckoutPart::compare:
      return;
  }
}

void append_checkout_anomalies(std::string& out, const DayReport& day, const CheckoutStyle& style, Detail detail) {
  append_verdict(out, day, style.text);
  const bool brief = detail == Detail::brief;
  const std::vector<HourResult> flagged = brief ? unusual_hours(day) : flagged_hours(day);
  if (!flagged.empty()) append_flagged(out, flagged, style);
  const std::vector<HourResult> remarked = brief ? remarked_nearby(day) : remarked_hours(day);
  const std::string others = brief ? remarks_in_short(day, style.text.language) : std::string();
  if (!remarked.empty() || !others.empty()) out += '\n';
  for (const HourResult& hour : remarked) append_labelled(out, hour_text(hour.hour) + "  ", hour.explained, style.text);
  if (!others.empty()) append_paragraph(out, others, style.text);
  append_causes(out, day, style.text, detail);
}

void append_comparison_words(std::string& out, const Report& report, const CheckoutStyle& style) {
  const Language language = style.text.language;
  append_checkout_title(out, trf(language, "Comparison, {} to {}", day_name(report, 0), day_name(report, 1)), style.text);
  if (!report.comparison) {
    return append_paragraph(out, trf(language, "Not compared: {}.", report.not_compared), style.text, Tone::warning);
  }
  append_paragraph(out, contradiction(report), style.text, Tone::warning);
  append_paragraph(out, report.comparison->explanation, style.text);
}

void append_paragraph(std::string& out, std::string_view text, const TextStyle& style, Tone tone) {
  for (const std::string& line : wrap(harmless(text), style.width)) StyledLine(out, style).add(line, tone).end();
}

void append_labelled(std::string& out, std::string_view label, std::string_view text, const TextStyle& style) {
  const int indent = display_width(label);
  bool first = true;
  for (const std::string& part : wrap(harmless(text), style.width - indent)) {
    StyledLine line(out, style);
    first ? line.add(label) : line.blank(indent);
    line.add(part).end();
    first = false;
  }
}

void append_checkout_text(std::string& out, const Report& report, std::span<const CheckoutPart> parts,
                          const CheckoutStyle& style) {
  const CheckoutStyle usable = usable_style(style);
  bool first = true;
  const auto separate = [&] {
    if (!first) out += '\n';
    first = false;
  };
  for (const CheckoutPart part : parts) {
    if (part == CheckoutPart::compare) {
      if (report.days.size() < 2) continue;
      separate();
      append_comparison_words(out, report, usable);
      if (report.comparison) append_differences(out, report, usable);
      continue;
    }
    for (std::size_t day = 0; day < report.days.size(); ++day) {
      separate();
      append_day(out, report, day, part, usable);
    }
  }
}

}  // namespace pos::render
