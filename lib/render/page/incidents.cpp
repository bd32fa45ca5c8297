// SPDX-License-Identifier: MIT
#include "render/page/parts.hpp"

#include <fmt/core.h>

#include <iterator>

#include "base/language.hpp"
#include "base/volume.hpp"
#include "render/report/numbers.hpp"
#include "render/words/html.hpp"
#include "render/words/numbers.hpp"
#include "render/words/people.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

using report::Report;

std::string show_button(const Report& report, const IncidentRow& row, Language language) {
  const incident::Part& part = *row.part;
  const std::string group = escaped_html(row.incident->group);
  const std::string status = escaped_html(part.status);
  const std::string first = time_text(part.first, report.period, language);
  return fmt::format(
      R"(<button type="button" class="needs-script" data-focus="show {} {}" data-show="{}/{}" data-status="{}" data-key="{}" )"
      R"(aria-label="{}">{}</button>)",
      row.incident->id, status, part.first, part.last, status, group,
      trf(language, "Show {} from {}", group.empty() ? status : group + " " + status, first), tr(language, "Show"));
}

// Of the incident, once: who was told of it and who has taken it, and what may be done about that.
std::string people_cell(const Report& report, const IncidentRow& row, const PageText& text) {
  if (!row.is_first) return {};
  const std::string words = people_words(report.people, row.incident->id, report.period, text.language);
  const std::string buttons = people_buttons(report, *row.incident, text);
  return (words.empty() ? "" : "<br><span class=\"people\">" + escaped_html(words) + "</span>") +
         (buttons.empty() ? "" : "<br>") + buttons;
}

void append_row(std::string& out, const Report& report, const IncidentRow& row, const PageText& text) {
  const Language language = text.language;
  const std::string severities[] = {"\u25c7&nbsp;" + trf(language, "alert"), "\u25b3&nbsp;" + trf(language, "warning"),
                                    "\u25b2&nbsp;" + trf(language, "critical")};
  const incident::Part& part = *row.part;
  fmt::format_to(std::back_inserter(out),
                 "<tr data-incident=\"{}\" data-severity=\"{}\" data-key=\"{}\"><td class=\"show\">{}</td><td>{}</td>"
                 "<td class=\"alert\">{}</td><th scope=\"row\">{}</th>{}<td>{}</td><td>{}</td>"
                 "<td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td>"
                 "<td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"long\">{}{}{}</td></tr>\n",
                 row.incident->id, severity_name(part.severity), escaped_html(row.incident->group),
                 show_button(report, row, language), row.is_first ? std::to_string(row.incident->id) : "",
                 severities[static_cast<std::size_t>(part.severity)], escaped_html(part.status),
                 report.has_keys ? "<td>" + escaped_html(row.incident->group) + "</td>" : "",
                 time_text(part.first, report.period, language), time_text(part.last, report.period, language),
                 duration_text(part.last - part.first + 60), grouped(part.alerts, language), grouped(part.count, language),
                 part.expected ? rounded(*part.expected, language) : "", row.lost ? rounded(*row.lost, language) : "",
                 escaped_html(row.words_and_reason(language)),
                 part.where.empty() ? "" : "<br>" + escaped_html(where_words(part, language)), people_cell(report, row, text));
}

}  // namespace

std::string incidents_part(const Report& report, const PageText& text) {
  const Language language = text.language;
  std::string out = "<table id=\"incidents\">\n<thead><tr><td class=\"show\"></td>";
  const auto head = [&out](std::string_view css_class, std::string_view name) {
    fmt::format_to(std::back_inserter(out), "<th scope=\"col\"{}>{}</th>", css_class, escaped_html(name));
  };
  constexpr std::string_view number = " class=\"number\"";
  head("", tr(language, "Incident"));
  head("", tr(language, "Severity"));
  head("", tr(language, "Status"));
  if (report.has_keys) head("", tr(language, "Key"));
  head("", tr(language, "First"));
  head("", tr(language, "Last"));
  head(number, tr(language, "Duration"));
  head(number, tr(language, "Alerts"));
  head(number, tr(language, "Count"));
  head(number, tr(language, "Expected"));
  head(number, is_approved(report.volume) ? trf(language, "Approvals lost") : trf(language, "{} lost", report.volume));
  head("", tr(language, "Reason"));
  out += "</tr></thead>\n<tbody>";
  for (const IncidentRow& row : incident_rows(report)) append_row(out, report, row, text);
  if (report.incidents.empty()) 
    out += fmt::format("<tr><td colspan=\"{}\">{}</td></tr>", report.has_keys ? 13 : 12, tr(language, "None."));
  return out + "</tbody>\n</table>";
}

}  // namespace pos::render
