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

std::string show_button(const Report& report, const IncidentRow& row) {
  const incident::Part& part = *row.part;
  const std::string group = escaped_html(row.incident->group);
  const std::string status = escaped_html(part.status);
  const std::string first = time_text(part.first, report.period);
  return fmt::format(
      R"(<button type="button" class="needs-script" data-focus="show {} {}" data-show="{}/{}" data-status="{}" data-key="{}" )"
      R"(aria-label="Show {}{} from {}">Show</button>)",
      row.incident->id, status, part.first, part.last, status, group, group.empty() ? "" : group + " ", status, first);
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
  constexpr std::string_view severities[] = {"\u25c7&nbsp;alert", "\u25b3&nbsp;warning", "\u25b2&nbsp;critical"};
  const incident::Part& part = *row.part;
  fmt::format_to(std::back_inserter(out),
                 "<tr data-incident=\"{}\" data-severity=\"{}\" data-key=\"{}\"><td class=\"show\">{}</td><td>{}</td>"
                 "<td class=\"alert\">{}</td><th scope=\"row\">{}</th>{}<td>{}</td><td>{}</td>"
                 "<td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td>"
                 "<td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"long\">{}{}{}</td></tr>\n",
                 row.incident->id, severity_name(part.severity), escaped_html(row.incident->group),
                 show_button(report, row), row.is_first ? std::to_string(row.incident->id) : "",
                 severities[static_cast<std::size_t>(part.severity)], escaped_html(part.status),
                 report.has_keys ? "<td>" + escaped_html(row.incident->group) + "</td>" : "",
                 time_text(part.first, report.period), time_text(part.last, report.period),
                 duration_text(part.last - part.first + 60), grouped(part.alerts), grouped(part.count),
                 part.expected ? rounded(*part.expected) : "", row.lost ? rounded(*row.lost) : "",
                 escaped_html(row.words_and_reason()),
                 part.where.empty() ? "" : "<br>" + escaped_html(where_words(part)), people_cell(report, row, text));
}

}  // namespace

std::string incidents_part(const Report& report, const PageText& text) {
  std::string out = fmt::format(
      "<table id=\"incidents\">\n<thead><tr><td class=\"show\"></td><th scope=\"col\">Incident</th><th "
      "scope=\"col\">Severity</th><th scope=\"col\">Status</th>{}<th scope=\"col\">First</th><th "
      "scope=\"col\">Last</th><th scope=\"col\" class=\"number\">Duration</th><th scope=\"col\" "
      "class=\"number\">Alerts</th><th scope=\"col\" class=\"number\">Count</th><th scope=\"col\" "
      "class=\"number\">Expected</th><th scope=\"col\" class=\"number\">{}</th><th "
      "scope=\"col\">Reason</th></tr></thead>\n<tbody>",
      report.has_keys ? "<th scope=\"col\">Key</th>" : "",
      is_approved(report.volume) ? "Approvals lost" : escaped_html(volume_word(report.volume, 2)) + " lost");
  for (const IncidentRow& row : incident_rows(report)) append_row(out, report, row, text);
  if (report.incidents.empty()) out += fmt::format("<tr><td colspan=\"{}\">None.</td></tr>", report.has_keys ? 13 : 12);
  return out + "</tbody>\n</table>";
}

}  // namespace pos::render
