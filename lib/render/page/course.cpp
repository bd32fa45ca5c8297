// SPDX-License-Identifier: MIT
#include "render/page/course.hpp"

#include <algorithm>

#include "base/reason.hpp"
#include "incident/words.hpp"
#include "render/report/numbers.hpp"
#include "render/words/time.hpp"
#include "report/state.hpp"

namespace pos::render {

using report::Report;

namespace {

// Nothing came from its begin on. A silence behind a fall is only the end of that.
bool fell_silent(const incident::Part& part) {
  constexpr int half_a_day = 720;
  const auto since = silent_since(part.reason);
  if (!since) return false;
  const auto before = static_cast<int>(part.first / 60 % 1440) - *since;  // the words have no date
  return (before % 1440 + 1440) % 1440 < half_a_day;
}

}  // namespace

bool is_running(const Report& report, const incident::Incident& incident, const incident::Part& part) {
  // One status of an incident may be over while another keeps it open.
  return report::runs(report, incident) && part.last + incident.resolve_after.count() >= incident.last;
}

const incident::Part* running_part(const Report& report) {
  const incident::Part* worst = nullptr;
  for (const incident::Incident& incident : report.incidents) {
    if (!incident.group.empty() && incident.group != report.filter.key()) continue;
    for (const incident::Part& part : incident.parts) {
      if (is_running(report, incident, part) && (!worst || part.severity > worst->severity)) worst = &part;
    }
  }
  return worst;
}

std::string_view chart_status(const Report& report) {
  const auto has = [&](std::string_view status) {
    return std::ranges::any_of(report.statuses, [&](const auto& total) { return total.status == status; });
  };
  const incident::Part* running = running_part(report);
  if (running && has(running->status)) return running->status;
  if (has(report.volume) || report.statuses.empty()) return report.volume;
  return report.statuses.front().status;
}

std::string_view region_word(const incident::Part& part, Language language) {
  if (fell_silent(part)) return tr(language, "silent");
  return incident::is_rise(part) ? tr(language, "above") : tr(language, "below");
}

std::vector<Region> regions_of(const Report& report, std::string_view status, Language language) {
  std::vector<Region> regions;
  for (const IncidentRow& row : incident_rows(report)) {
    const incident::Part& part = *row.part;
    if (part.status != status || row.incident->group != report.filter.key()) continue;
    std::string clock;
    append_clock(clock, part.first);
    regions.push_back({{part.first, part.last + 60}, clock + " " + std::string(region_word(part, language)), part.severity});
  }
  std::ranges::stable_sort(regions, {}, [](const Region& region) { return region.minutes.begin; });
  return regions;
}

}  // namespace pos::render
