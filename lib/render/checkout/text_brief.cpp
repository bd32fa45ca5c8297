// SPDX-License-Identifier: MIT
// What somebody wants to know of a day first, as text: its verdict, what is not ordinary, and of that a chart.
#include <algorithm>

#include "checkout/day_in_short.hpp"
#include "checkout/day_so_far.hpp"
#include "render/checkout/numbers.hpp"
#include "render/checkout/text_parts.hpp"
#include "render/terminal/line.hpp"
#include "render/words/text.hpp"

namespace pos::render {
namespace {

using checkout::DayReport;
using checkout::Report;

void append_words(std::string& out, const DayReport& day, const TextStyle& style) {
  const std::string in_short = checkout::day_in_short(checkout::so_far(day.table), style.language);
  if (!in_short.empty()) append_paragraph(out, in_short, style);
  for (const checkout::Insight& insight : day.insights) {
    if (!insight.ordinary) append_labelled(out, style.ascii ? "- " : "• ", insight.text, style);
  }
}

void append_below_blank_line(std::string& out, const std::string& section) {
  if (!section.empty()) (out += '\n') += section;
}

void append_brief_day(std::string& out, const DayReport& day, const CheckoutStyle& style) {
  std::string words, chart, description;
  append_checkout_anomalies(out, day, style, Detail::brief);
  append_words(words, day, style.text);
  const bool unusual = day.test && (!checkout::missing_unexplained(day).empty() || !unusual_hours(day).empty());
  if (style.chart_wanted || unusual) append_today_chart(chart, day, style);
  if (!day.test) append_checkout_part(description, day, CheckoutPart::describe, style);
  for (const std::string& section : {words, chart, description}) append_below_blank_line(out, section);
}

}  // namespace

void append_checkout_brief(std::string& out, const Report& report, const CheckoutStyle& style) {
  const CheckoutStyle usable = usable_style(style);
  for (std::size_t day = 0; day < report.days.size(); ++day) {
    if (day > 0) out += '\n';
    if (report.days.size() > 1) append_checkout_title(out, day_name(report, day), usable.text);
    append_brief_day(out, report.days[day], usable);
  }
  if (report.days.size() > 1) {
    out += '\n';
    append_comparison_words(out, report, usable);
  }
  out += '\n';
  for (const std::string& line :
       wrap(tr(style.text.language, "More: --report=insights,chart,describe,info or --report=all"), usable.text.width)) {
    StyledLine(out, usable.text).add(line, Tone::faint).end();
  }
}

}  // namespace pos::render
