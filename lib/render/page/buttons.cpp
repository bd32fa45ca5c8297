// SPDX-License-Identifier: MIT
#include "render/page/buttons.hpp"

#include <fmt/core.h>

#include "render/words/html.hpp"
#include "render/words/people.hpp"
#include "render/words/text.hpp"
#include "render/words/time.hpp"

namespace pos::render {
using incident::Incident;

namespace {

// The name that a screen reader says begins with what is seen. `more`: attributes, with a blank before.
std::string act_button(std::string_view place, std::string_view what, const std::string& value, std::string_view seen,
                       const std::string& said, std::string_view more = {}) {
  return fmt::format(
      R"(<button type="button" class="needs-script" data-focus="{} {} {}" data-{}="{}"{} aria-label="{}">{}</button>)",
      place, what, value, what, value, more, escaped_html(said), escaped_html(seen));
}

// What was said stands in the dialog, so that who adds a comment does not take it back.
std::string judge_button(const incident::People& people, const std::string& id, Language language,
                         std::string_view place) {
  using incident::Verdict;
  const Verdict verdict = people.taken ? people.taken->verdict : Verdict::none;
  const std::string_view known = verdict == Verdict::true_alarm    ? R"( data-verdict="true")"
                                 : verdict == Verdict::false_alarm ? R"( data-verdict="false")"
                                                                   : "";
  return act_button(place, "judge", id, tr(language, "Judge it"), trf(language, "Judge it: incident {}", id), known);
}

}  // namespace

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
  if (!text.may_act || !report.people) return {};
  const auto at = report.people->find(incident.id);
  if (at == report.people->end() || !at->second.is_recorded) return {};
  const incident::People& people = at->second;
  const Language language = text.language;
  const std::string id = std::to_string(incident.id);
  if (!incident.open()) return judge_button(people, id, language, place);
  std::string out;
  if (!people.taken) out += act_button(place, "take", id, tr(language, "Take it"), trf(language, "Take it: incident {}", id));
  if (!people.silent_until)
    return out + act_button(place, "silence", id, tr(language, "Silence"), trf(language, "Silence: incident {}", id));
  std::string silences;
  for (const std::int64_t silence : people.silences)
    silences += (silences.empty() ? "" : " ") + std::to_string(silence);
  return out + act_button(place, "unsilence", silences, tr(language, "End the silence"),
                          trf(language, "End the silence of incident {}", id));
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
