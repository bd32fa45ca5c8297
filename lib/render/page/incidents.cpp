// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/money.hpp"
#include "base/reworded.hpp"
#include "base/volume.hpp"
#include "incident/words.hpp"
#include "render/page/buttons.hpp"
#include "render/page/parts.hpp"
#include "render/report/numbers.hpp"
#include "render/words/html.hpp"
#include "render/words/numbers.hpp"
#include "render/words/text.hpp"
#include "render/words/time.hpp"
#include "report/state.hpp"

namespace pos::render {
namespace {

using incident::Incident;
using incident::Part;
using report::Report;

constexpr std::size_t most_at_first = 10;

// Those that run, then the newest.
std::vector<const Incident*> in_order(const Report& report) {
  std::vector<const Incident*> all;
  for (const Incident& incident : report.incidents) all.push_back(&incident);
  std::ranges::stable_sort(all, [&](const Incident* a, const Incident* b) {
    if (report::runs(report, *a) != report::runs(report, *b)) return report::runs(report, *a);
    return a->first > b->first;
  });
  return all;
}

std::string severity_words(Severity severity, Language language) {
  if (severity == Severity::critical) return "\u25b2 " + std::string(tr(language, "critical"));
  if (severity == Severity::warning) return "\u25b3 " + std::string(tr(language, "warning"));
  return "\u25c7 " + std::string(tr(language, "alert"));
}

// What it is like in plain words; "Approvals not seen for 13 min" where nothing came at all.
std::string what(const Incident& incident, const Part& part, Language language) {
  const bool is_silent = part.count == 0 && part.expected && *part.expected > 0;
  const std::string words = incident::what_words(part, incident.volume, language);
  return capitalised(is_silent ? trf(language, "{} for {}", words, duration_text(part.last - part.first + 60)) : words);
}

// "critical \u00b7 158 came, 374 expected \u00b7 by chance less than once in 100 years"
std::string evidence(const Part& part, Language language) {
  std::string words = severity_words(part.severity, language) + " \u00b7 ";
  words += part.expected ? trf(language, "{} came, {} expected", grouped(part.count, language), rounded(*part.expected, language))
                         : trf(language, "{} came", grouped(part.count, language));
  return part.surprise ? words + " \u00b7 " + chance_words(language, *part.surprise) : words;
}

void append_part(std::string& out, const Incident& incident, const Part& part, Language language) {
  fmt::format_to(std::back_inserter(out), "<div class=\"part\"><b title=\"{}\">{}</b><div class=\"m\">{}</div>{}</div>",
                 escaped_html(reason_words(language, part.reason)), escaped_html(what(incident, part, language)),
                 escaped_html(evidence(part, language)),
                 part.where.empty() ? std::string()
                                    : "<div class=\"m where\">" + escaped_html(trf(language, "where: {}", place_words(language, part.where))) + "</div>");
}

std::string pill(const Report& report, const Incident& incident, Language language) {
  if (!report::runs(report, incident)) return fmt::format("<span class=\"pill\">{}</span>", escaped_html(tr(language, "over")));
  const std::string_view severity = incident.severity == Severity::critical ? "critical" : "warning";
  return fmt::format("<span class=\"pill {}\">{}</span>", severity, escaped_html(tr(language, "running")));
}

std::string when(const Report& report, const PageText& text, const Incident& incident) {
  const std::string first = time_text(incident.first, report.period, text.language);
  const bool is_running = report::runs(report, incident);
  std::string last = time_text(incident.last, report.period, text.language);
  if (last.size() > 10 && last.substr(0, 10) == first.substr(0, 10)) last.erase(0, 11);  // the day is there already
  if (is_running) last = tr(text.language, "now");
  const LocalSeconds now = report.newest ? report.newest->time + report.newest->age : incident.last;
  const LocalSeconds length = is_running ? (now - incident.first) / 60 * 60 + 60 : incident.last - incident.first + 60;
  return fmt::format("{}<div class=\"m\">{}</div>",
                     first == last ? first : fmt::format("{} \u2013 {}", first, escaped_html(last)), duration_text(length));
}

std::string buttons(const Report& report, const PageText& text, const Incident& incident) {
  std::string all;
  for (const Part& part : incident.parts) all += show_button(report, text, incident, part, "show");
  return all + act_buttons(report, text, incident, "act");
}

void append_row(std::string& out, const Report& report, const PageText& text, const Incident& incident, bool is_more) {
  fmt::format_to(std::back_inserter(out),
                 "<tr id=\"incident-{0}\" data-incident=\"{0}\" data-severity=\"{1}\" data-key=\"{2}\"{3}><td>{4}</td>"
                 "<th scope=\"row\" class=\"long\">",
                 incident.id, severity_name(incident.severity), escaped_html(incident.group),
                 is_more ? " class=\"more\"" : "", pill(report, incident, text.language));
  if (!incident.group.empty()) out += "<div class=\"key-name\">" + escaped_html(incident.group) + "</div>";
  for (const Part& part : incident.parts) append_part(out, incident, part, text.language);
  const std::string events = events_words(report, incident, text.language);
  if (!events.empty()) out += "<div class=\"m known\">" + escaped_html(events) + "</div>";
  const auto lost = incident::lost(incident);
  const auto amount = incident::lost_amount(incident);
  std::string lost_cell = lost ? rounded(*lost, text.language) : "";
  if (amount) lost_cell += "<div class=\"m amount\">" + escaped_html(amount_words(*amount, text.language)) + "</div>";
  fmt::format_to(std::back_inserter(out),
                 "</th><td>{}</td><td class=\"num\" data-label=\"{}\">{}</td><td class=\"m told\">{}</td>"
                 "<td class=\"acts\">{}</td></tr>\n",
                 when(report, text, incident), escaped_html(tr(text.language, "lost")), lost_cell,
                 escaped_html(told_words(report, text, incident)), buttons(report, text, incident));
}

std::string lost_heading(const Report& report, Language language) {
  if (is_approved(report.volume)) return std::string(tr(language, "Approvals lost"));
  return report.volume == every_status ? std::string(tr(language, "Lost")) : trf(language, "{} lost", report.volume);
}

}  // namespace

std::string incidents_part(const Report& report, const PageText& text) {
  const Language language = text.language;
  if (report.incidents.empty())
    return fmt::format("<table id=\"incidents\"><tbody><tr><td>{}</td></tr></tbody></table>",
                       escaped_html(tr(language, "None.")));
  std::string out = fmt::format(
      "<table id=\"incidents\">\n<thead><tr><td></td><th scope=\"col\">{}</th><th scope=\"col\">{}</th>"
      "<th scope=\"col\" class=\"num\">{}</th><th scope=\"col\">{}</th><td></td></tr></thead>\n<tbody>",
      escaped_html(tr(language, "What")), escaped_html(tr(language, "When")),
      escaped_html(lost_heading(report, language)),
      report.people ? escaped_html(tr(language, "Told")) : std::string("<span class=\"unseen\">") +
                                                               escaped_html(tr(language, "Told")) + "</span>");
  std::size_t number = 0;
  for (const Incident* incident : in_order(report)) append_row(out, report, text, *incident, number++ >= most_at_first);
  out += "</tbody>\n</table>";
  if (number > most_at_first) {
    const std::string all = trf(language, "Show all {}", number);
    out += fmt::format(R"(<button type="button" class="needs-script" id="all-incidents">{}</button>)", escaped_html(all));
  }
  return out;
}

}  // namespace pos::render
