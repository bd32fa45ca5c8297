// SPDX-License-Identifier: MIT
#include "incidents.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "incident/known_events.hpp"
#include "incident/words.hpp"
#include "render/words/state.hpp"
#include "render/words/time.hpp"
#include "report/state.hpp"

namespace pos::tools {
namespace {

// What began while the shop was closed tells of nothing that was to be sold; windows of the monitor reach a little over
// its end.
bool is_of_closed_hours(const incident::Incident& incident, LocalSeconds begin,
                        std::span<const checkout::DayEvent> events) {
  const std::int64_t first = (incident.first - begin) / 60, last = (incident.last - begin) / 60;
  return std::any_of(events.begin(), events.end(), [&](const checkout::DayEvent& event) {
    return event.kind == "closed" && first >= event.from && first < event.to &&
           last < event.to + incident::known_after_minutes;
  });
}

bool is_closed_at(std::int64_t second_of_day, std::span<const checkout::DayEvent> events) {
  return std::any_of(events.begin(), events.end(), [&](const checkout::DayEvent& event) {
    return event.kind == "closed" && second_of_day / 60 >= event.from && second_of_day / 60 < event.to;
  });
}

// Hours that are over are judged, and silence within the last one may not show in its sum.
std::string no_rows_since(const report::LastRow& last, Language language) {
  return trf(language, "no rows since {} ({})", incident::clock_words(last.time, last.time + last.age, language),
             render::duration_text(last.age - last.age % 60));
}

}  // namespace

std::optional<checkout::StoredIncidents> incidents_of(StoredDays& history, std::int32_t day,
                                                      std::span<const checkout::DayEvent> events, Language language) {
  report::Report report = history.report(day);
  std::erase_if(report.incidents, [&](const incident::Incident& incident) {
    return is_of_closed_hours(incident, report.period.begin, events);
  });
  auto last = history.overdue_since(day);
  if (last && is_closed_at(last->time + last->age - report.period.begin, events)) last.reset();
  const bool is_quiet = report.incidents.empty();
  if (is_quiet && !last) return std::nullopt;
  const report::State state = report::state_of(report);
  checkout::StoredIncidents found;
  found.count = state.incidents;
  found.critical = std::count_if(report.incidents.begin(), report.incidents.end(),
                                 [](const incident::Incident& one) { return one.severity == Severity::critical; });
  found.lost = state.lost;
  found.history = history.name();
  if (!is_quiet) found.text = render::state_words(state, report, language).headline;
  if (last) found.text += (is_quiet ? "" : "; ") + no_rows_since(*last, language);
  found.command = history.report_command(day, is_quiet ? "summary" : "incidents");
  return found;
}

}  // namespace pos::tools
