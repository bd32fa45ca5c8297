// SPDX-License-Identifier: MIT
#include "render/report/text.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/money.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"
#include "render/report/numbers.hpp"
#include "render/report/text_parts.hpp"
#include "render/terminal/line.hpp"
#include "render/words/marks.hpp"
#include "render/terminal/chart.hpp"
#include "render/words/numbers.hpp"
#include "render/words/people.hpp"
#include "render/words/text.hpp"
#include "render/terminal/table.hpp"
#include "render/words/time.hpp"
#include "report/state.hpp"

namespace pos::render {
namespace {

void append_part(std::string& out, const report::Report& report, Part part, const TextStyle& style,
                 const AppendTable& append_table) {
  switch (part) {
    case Part::summary:
      return append_summary(out, report, style);
    case Part::table:
      return append_table(out);
    case Part::bars:
      return append_status_bars(out, report, style);
    case Part::series:
      return append_series(out, report, style);
    case Part::describe:
      return append_descriptions(out, report, style);
    case Part::incidents:
      return append_incidents(out, report, style);
    case Part::keys:
      return append_keys(out, report, style);
    case Part::review:
      return append_review(out, report, style);
  }
}

}  // namespace

TextStyle usable_style(TextStyle style) {
  style.width = std::max(style.width, 20);
  return style;
}

void append_nothing(std::string& out, std::string_view text, const TextStyle& style) {
  StyledLine(out, style).add(cut(text, style.width, style), Tone::faint).end();
}

void append_heading(std::string& out, std::string_view name, std::string_view key, const Period& period,
                    const TextStyle& style) {
  std::string text(name);
  if (!key.empty()) text = trf(style.language, "{} of {}", text, harmless(key));
  text += ", " + period_text(period, style.language);
  StyledLine(out, style).add(cut(text, style.width, style), Tone::strong).end();
}

void append_status_bars(std::string& out, const report::Report& report, const TextStyle& style) {
  const Language language = style.language;
  append_heading(out, tr(language, "Transactions by status"), report, style);
  if (report.statuses.empty()) return append_nothing(out, tr(language, "no transactions"), style);
  std::vector<Bar> bars;
  for (const auto& [status, total] : report.statuses) {
    const std::string note =
        total.abnormal_count > 0
            ? trf(language, "{} ({} abnormal)", grouped(total.count, language), grouped(total.abnormal_count, language))
            : grouped(total.count, language);
    const std::int64_t normal = total.count - total.abnormal_count;
    bars.push_back({status, {static_cast<double>(normal), static_cast<double>(total.abnormal_count)}, note});
  }
  const std::array<BarPart, 2> parts = {BarPart{trf(language, "normal"), Tone::count},
                                        BarPart{trf(language, "abnormal"), Tone::critical}};
  append_bars(out, parts, bars, style);
}

void append_incidents(std::string& out, const report::Report& report, const TextStyle& style) {
  const Language language = style.language;
  append_heading(out, tr(language, "Incidents"), report, style);
  if (report.incidents.empty()) return append_nothing(out, tr(language, "no incidents"), style);
  const TimeText times(report.period, style);
  TextTable table({{.name = "  " + trf(language, "incident")},
                   {.name = trf(language, "status"), .least = 8},
                   {.name = trf(language, "severity"), .spare = 1, .only_if_used = true},
                   // Half a range would look like one that goes on.
                   {.name = trf(language, "time")},
                   {.name = trf(language, "duration"), .align = Align::right, .spare = 3},
                   {.name = trf(language, "count"), .align = Align::right, .spare = 4},
                   {.name = trf(language, "expected"), .align = Align::right, .spare = 4, .only_if_used = true},
                   {.name = trf(language, "lost"), .align = Align::right, .spare = 2, .only_if_used = true},
                   {.name = trf(language, "amount"), .align = Align::right, .spare = 3, .only_if_used = true}});
  for (const IncidentRow& row : incident_rows(report)) {
    const incident::Part& part = *row.part;
    const std::string mark(alert_mark(row.incident->severity, style));
    const std::array<std::string, 9> cells = {row.is_first ? mark + std::to_string(row.incident->id) : "",
                                              part.status,
                                              severity_words(part.severity, language),
                                              times.range(part.first, part.last),
                                              duration_text(part.last - part.first + 60),
                                              grouped(part.count, language),
                                              part.expected ? rounded(*part.expected, language) : "",
                                              row.lost ? rounded(*row.lost, language) : "",
                                              row.lost_amount ? amount_words(*row.lost_amount, language) : ""};
    table.row(cells, tone_of(part.severity));
    table.note(with_key(report, *row.incident, row.words_and_reason(language)));
    if (const std::string where = where_words(part, language); !where.empty()) table.note(where);
    if (row.is_first && report::is_cut_by_end(report, *row.incident))
      table.note(tr(language, "not over at the end of the period"));
    const std::string events = events_words(report, *row.incident, language);
    if (row.is_first && !events.empty()) table.note(events);
    const std::string people = people_words(report.people, row.incident->id, report.period, style.language);
    if (row.is_first && !people.empty()) table.note(people);
  }
  table.append_to(out, style);
}

void append_keys(std::string& out, const report::Report& report, const TextStyle& style) {
  constexpr std::size_t most = 20;
  const std::string family(report.filter.family());
  const Language language = style.language;
  const std::string heading = family.empty() ? trf(language, "Keys") : trf(language, "Keys of {}", harmless(family));
  append_heading(out, heading, {}, report.period, style);
  if (report.keys.empty()) return append_nothing(out, tr(language, "no keys"), style);
  const bool has_volume = report.volume != every_status;
  TextTable table({{.name = "  " + harmless(family), .least = 12},
                   {.name = trf(language, "transactions"), .align = Align::right, .spare = 2},
                   {.name = trf(language, "share"), .align = Align::right, .spare = 4},
                   {.name = harmless(report.volume), .align = Align::right, .spare = 3, .only_if_used = true},
                   {.name = trf(language, "incidents"), .align = Align::right},
                   {.name = trf(language, "lost"), .align = Align::right, .only_if_used = true},
                   {.name = trf(language, "alerts"), .align = Align::right, .spare = 1, .only_if_used = true},
                   {.name = trf(language, "latest"), .align = Align::right, .spare = 5, .only_if_used = true}});
  const std::size_t column = family.empty() ? 0 : family.size() + 1;  // stands above the table
  for (const report::KeyTotal& key : std::span(report.keys).first(std::min(report.keys.size(), most))) {
    const bool is_abnormal = key.incidents > 0 || key.alert_minutes > 0;
    const std::string_view mark = is_abnormal ? alert_mark(key.severity, style) : "  ";
    const std::array<std::string, 8> cells = {std::string(mark) + std::string(std::string_view(key.key).substr(column)),
                                              grouped(key.count, language),
                                              percent(key.count, report.total.count, language),
                                              has_volume ? grouped(key.volume, language) : "",
                                              grouped(key.incidents, language),
                                              key.incidents > 0 && key.lost ? rounded(*key.lost, language) : "",
                                              key.alert_minutes > 0 ? duration_text(60 * key.alert_minutes) : "",
                                              key.last_incident ? std::to_string(*key.last_incident) : ""};
    table.row(cells, is_abnormal ? tone_of(key.severity) : Tone::plain);
  }
  table.append_to(out, style);
  if (report.keys.size() <= most) return;
  const std::string rest = grouped(static_cast<std::int64_t>(report.keys.size() - most), language);
  append_nothing(out, trf(language, "and {} more: -r keys -f csv has all of them", rest), style);
}

void append_text(std::string& out, const report::Report& report, std::span<const Part> parts, const TextStyle& style,
                 const AppendTable& append_table) {
  const TextStyle usable = usable_style(style);
  bool first = true;
  for (const Part part : parts) {
    if (!first) out += '\n';
    first = false;
    append_part(out, report, part, usable, append_table);
  }
}

}  // namespace pos::render
