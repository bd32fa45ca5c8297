// SPDX-License-Identifier: MIT
// What whoever looks at an incident may do about it.
#include <fmt/core.h>

#include "base/language.hpp"
#include "render/page/parts.hpp"
#include "render/words/html.hpp"

namespace pos::render {
namespace {

// The name that a screen reader says begins with what is seen.
std::string button(std::string_view what, const std::string& value, std::string_view seen, const std::string& said) {
  return fmt::format(
      R"(<button type="button" class="needs-script" data-focus="{} {}" data-{}="{}" aria-label="{}">{}</button>)", what,
      value, what, value, escaped_html(said), escaped_html(seen));
}

}  // namespace

std::string people_buttons(const report::Report& report, const incident::Incident& incident, const PageText& text) {
  if (!text.may_act || !report.people || !incident.open()) return {};
  const auto at = report.people->find(incident.id);
  if (at == report.people->end() || !at->second.is_recorded) return {};
  const incident::People& people = at->second;
  const Language language = text.language;
  const std::string id = std::to_string(incident.id);
  std::string out;
  if (!people.taken) out += button("take", id, tr(language, "Take it"), trf(language, "Take it: incident {}", id));
  if (!people.silent_until)
    return out + button("silence", id, tr(language, "Silence"), trf(language, "Silence: incident {}", id));
  std::string silences;
  for (const std::int64_t silence : people.silences)
    silences += (silences.empty() ? "" : " ") + std::to_string(silence);
  return out + button("unsilence", silences, tr(language, "End the silence"),
                      trf(language, "End the silence of incident {}", id));
}

}  // namespace pos::render
