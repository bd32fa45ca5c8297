// SPDX-License-Identifier: MIT
// The summary as text, for someone who was woken by it: what is wrong comes first.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/reworded.hpp"
#include "base/volume.hpp"
#include "incident/words.hpp"
#include "render/report/numbers.hpp"
#include "render/report/text_parts.hpp"
#include "render/terminal/line.hpp"
#include "render/terminal/table.hpp"
#include "render/words/marks.hpp"
#include "render/words/numbers.hpp"
#include "render/words/people.hpp"
#include "render/words/state.hpp"
#include "render/words/text.hpp"
#include "render/words/time.hpp"
#include "report/approval.hpp"

namespace pos::render {
namespace {

std::string alerts_counted(std::int64_t number, Language language) {
  return trnf(language, "{} alert", "{} alerts", number, grouped(number, language));
}

// `+12.5%`; nothing to compare with: `new`.
std::string change(const SummaryLine& line, Language language) {
  if (!line.compared) return {};
  const auto now = static_cast<double>(line.total.count);
  const auto before = static_cast<double>(line.compared->count);
  if (before == 0) return now > 0 ? trf(language, "new") : "";
  const double percents = 100 * (now - before) / before;
  if (std::abs(percents) < 0.05) return trf(language, "same");
  return std::abs(percents) < 1000 ? in_language(language, fmt::format("{:+.1f}%", percents))
                                   : "x" + rounded(now / before, language);
}

Tone tone_of(const report::State& state, const report::Report& report) {
  switch (state.condition) {
    case report::Condition::critical:
    case report::Condition::warning:
      return render::tone_of(state.worst->severity);
    case report::Condition::normal:
      return Tone::good;
    case report::Condition::past:
      if (state.worst) return render::tone_of(state.worst->severity);
      return report.total.rows > 0 && report.total.abnormal_rows == 0 ? Tone::good : Tone::warning;
    default:
      return Tone::warning;
  }
}

std::string_view mark_of(const report::State& state, const report::Report& report, const TextStyle& style) {
  if (state.condition == report::Condition::no_data) return alert_mark(Severity::none, style);
  if (state.running > 0 || (state.worst && !state.last)) return alert_mark(state.worst->severity, style);
  return report.total.abnormal_rows > 0 && !state.last ? alert_mark(Severity::none, style) : "";
}

void append_indented(std::string& out, const std::string& text, const TextStyle& style) {
  for (const std::string& line : wrap(harmless(text), style.width - 2)) StyledLine(out, style).blank(2).add(line).end();
}

// What it comes to, in the words of the page. Of a period that is over the worst is told with its reason, below.
void append_verdict(std::string& out, const report::State& state, const report::Report& report,
                    const TextStyle& style) {
  const StateWords words = state_words(state, report, style.language);
  const std::string headline = std::string(mark_of(state, report, style)) + harmless(words.headline);
  const Tone tone = tone_of(state, report);
  for (const std::string& line : wrap(headline, style.width)) StyledLine(out, style).add(line, tone).end();
  if (state.condition != report::Condition::past) append_indented(out, words.detail, style);
}

// What is said of the others does not hold for these.
void append_unjudged(std::string& out, const report::Report& report, const TextStyle& style) {
  if (report.unjudged == 0) return;
  const std::string text = trnf(style.language, "{} row was never judged: it came late, or nothing confirms its time",
                                "{} rows were never judged: they came late, or nothing confirms their time", report.unjudged,
                                grouped(report.unjudged, style.language));
  for (const std::string& line : wrap(text, style.width)) StyledLine(out, style).add(line, Tone::warning).end();
}

void append_worst(std::string& out, const report::State& state, const report::Report& report,
                  const TextStyle& style) {
  if (!state.worst) return;
  const auto& parts = state.worst->parts;
  const std::string& volume = state.worst->volume;
  const Language language = style.language;
  std::string text;
  if (state.running == 0) {  // else it has been told
    text = with_key(report, *state.worst, incident::part_words(parts.front(), volume, report.period.end - 1, language));
    std::string others;
    for (std::size_t i = 1; i < parts.size(); ++i)
      others += (i == 1 ? "" : "+") + incident::name_words(parts[i].status, volume, language);
    if (!others.empty()) text = trf(language, "{}, with {}", text, others);
    const bool is_cut = report::is_cut_by_end(report, *state.worst);
    if (is_cut || state.worst->last > parts.front().first)
      text = trf(language, is_cut ? marked("{}, until {} at least") : marked("{}, until {}"), text,
                 incident::clock_words(state.worst->last, state.worst->first, language));
    if (report.incidents.size() > 1) text = trf(language, "Worst: {}", text);
  }
  const std::string reason = reason_words(language, parts.front().reason);
  if (!reason.empty()) text += (text.empty() ? "" : "; ") + reason;
  append_indented(out, text, style);
  append_indented(out, where_words(parts.front(), language), style);
  append_indented(out, events_words(report, *state.worst, language), style);
  append_indented(out, people_words(report.people, state.worst->id, report.period, style.language), style);
}

std::string filter_text(const report::Filter& filter, Language language) {
  std::string text;
  const auto add = [&text](std::string_view what) { (text += text.empty() ? "" : "; ") += what; };
  if (filter.hour_from != 0 || filter.hour_to != 23)
    add(trf(language, "hours {}-{}", filter.hour_from, filter.hour_to));
  if (filter.minute_from != 0 || filter.minute_to != 59) {
    add(trf(language, "minutes {}-{}", filter.minute_from, filter.minute_to));
  }
  if (!filter.statuses.empty()) {
    std::string names;
    for (const std::string& status : filter.statuses) (names += names.empty() ? "" : ", ") += status;
    add(names);
  }
  if (filter.normal != report::Normal::all) {
    add(filter.normal == report::Normal::normal ? tr(language, "normal only") : tr(language, "abnormal only"));
  }
  return text;
}

void append_fact(std::string& out, std::string_view name, std::string_view value, const TextStyle& style) {
  constexpr int indent = 14;
  bool first = true;
  for (const std::string& text : wrap(harmless(value), std::max(style.width - indent, 6))) {
    StyledLine line(out, style);
    if (first) line.add(name, Tone::faint);
    line.blank(first ? std::max(indent - display_width(name), 1) : indent).add(text).end();
    first = false;
  }
}

// "87.3%, 91.0% expected"; empty where it cannot be known.
std::string approval_text(const report::Report& report, Language language) {
  const auto shown = [&](double rate) { return in_language(language, fmt::format("{:.1f}", 100 * rate)) + "%"; };
  const auto rate = report::approval_rate(report);
  if (!rate) return {};
  const auto expected = report::expected_approval_rate(report);
  return expected ? trf(language, "{}, {} expected", shown(*rate), shown(*expected)) : shown(*rate);
}

std::string compared_to(const report::Comparison& before, Language language) {
  const std::string period = period_text(before.period, language);
  return before.has_rows ? period : trf(language, "{}, of which there are no rows", period);
}

void append_facts(std::string& out, const report::Report& report, const TextStyle& style) {
  const report::Total& total = report.total;
  const Language language = style.language;
  append_fact(out, tr(language, "Period"), period_text(report.period, language), style);
  if (report.last_real) {
    append_fact(out, tr(language, "Last record"), TimeText(report.period, style).time(*report.last_real), style);
  }
  append_fact(out, tr(language, "Key"), report.filter.key(), style);
  append_fact(out, tr(language, "Filter"), filter_text(report.filter, language), style);
  if (report.comparison) append_fact(out, tr(language, "Compared to"), compared_to(*report.comparison, language), style);
  if (total.rows == 0) return;
  append_fact(out, tr(language, "Rows"),
              fmt::format("{}; {} ({})", grouped(total.rows, language), alerts_counted(total.abnormal_rows, language),
                          percent(total.abnormal_rows, total.rows, language)),
              style);
  append_fact(out, tr(language, "Transactions"),
              trf(language, "{}: {} normal, {} abnormal", grouped(total.count, language),
                  grouped(total.count - total.abnormal_count, language), grouped(total.abnormal_count, language)),
              style);
  append_fact(out, tr(language, "Approval rate"), approval_text(report, language), style);
}

std::array<std::string, 8> status_cells(const SummaryLine& line, Language language) {
  const report::Total& total = line.total;
  return {line.status,
          grouped(total.rows, language),
          grouped(total.count, language),
          total.rows_expected > 0 ? rounded(total.expected, language) : "",
          grouped(total.count - total.abnormal_count, language),
          grouped(total.abnormal_count, language),
          line.compared ? grouped(line.compared->count, language) : "",
          change(line, language)};
}

void append_statuses(std::string& out, const report::Report& report, const TextStyle& style) {
  const std::vector<SummaryLine> lines = summary_lines(report);
  if (lines.empty()) return;
  const Language language = style.language;
  TextTable table({{.name = trf(language, "status"), .least = 8},
                   {.name = trf(language, "rows"), .align = Align::right, .spare = 5},
                   {.name = trf(language, "transactions"), .align = Align::right},
                   {.name = trf(language, "expected"), .align = Align::right, .spare = 3, .only_if_used = true},
                   {.name = trf(language, "normal"), .align = Align::right, .spare = 4},
                   {.name = trf(language, "abnormal"), .align = Align::right, .spare = 1},
                   {.name = trf(language, "before"), .align = Align::right, .spare = 3, .only_if_used = true},
                   {.name = trf(language, "change"), .align = Align::right, .spare = 2, .only_if_used = true}});
  for (const SummaryLine& line : lines) {
    table.row(status_cells(line, language), line.total.abnormal_rows > 0 ? Tone::warning : Tone::plain);
  }
  if (lines.size() > 1) {
    SummaryLine all = total_line(report);
    all.status = tr(language, all.status);
    table.row(status_cells(all, language), Tone::strong);
  }
  out += '\n';
  table.append_to(out, style);
}

}  // namespace

void append_summary(std::string& out, const report::Report& report, const TextStyle& style) {
  const report::State state = report::state_of(report);
  append_verdict(out, state, report, style);
  append_worst(out, state, report, style);
  append_unjudged(out, report, style);
  out += '\n';
  append_facts(out, report, style);
  append_statuses(out, report, style);
}

}  // namespace pos::render
