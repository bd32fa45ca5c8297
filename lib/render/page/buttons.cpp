// SPDX-License-Identifier: MIT
#include "render/page/buttons.hpp"

#include <fmt/core.h>

#include "render/words/html.hpp"
#include "render/words/people.hpp"
#include "render/words/text.hpp"
#include "render/words/time.hpp"

namespace pos::render {
using incident::Incident;

std::string show_button(const report::Report& report, const PageText& text, const Incident& incident,
                        const incident::Part& part, std::string_view place) {
  const std::string status = escaped_html(part.status);
  const std::string group = escaped_html(incident.group);
  const std::string what = (incident.group.empty() ? "" : incident.group + " ") + part.status;
  const std::string label = trf(text.language, "Show {} from {}", what, time_text(part.first, report.period));
  return fmt::format(
      R"(<button type="button" class="needs-script" data-focus="{} {} {}" data-show="{}/{}" data-status="{}" data-key="{}" aria-label="{}">{}</button>)",
      place, incident.id, status, part.first, part.last, status, group, escaped_html(label),
      escaped_html(tr(text.language, "Show")));
}

std::string act_buttons(const report::Report& report, const PageText& text, const Incident& incident,
                        std::string_view place) {
  if (!text.may_act || !report.newest || !incident.open()) return {};
  return fmt::format(
      R"(<button type="button" class="needs-script" data-focus="{0} take {1}" data-take="{1}">{2}</button>)"
      R"(<button type="button" class="needs-script" data-focus="{0} silence {1}" data-silence="{1}">{3}</button>)",
      place, incident.id, escaped_html(tr(text.language, "Take it")), escaped_html(tr(text.language, "Silence\u2026")));
}

std::string told_words(const report::Report& report, const PageText& text, const Incident& incident) {
  std::string words = capitalised(people_words(report.people, incident.id, report.period, text.language));
  if (words.empty()) return words;
  const auto people = report.people->find(incident.id);
  const bool is_told = people != report.people->end() && !people->second.told.empty();
  if (is_told && !people->second.taken) words += "; " + std::string(tr(text.language, "nobody took it"));
  return words;
}

}  // namespace pos::render
