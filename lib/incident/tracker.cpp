// SPDX-License-Identifier: MIT
#include "incident/tracker.hpp"

#include <algorithm>
#include <utility>

#include "base/count.hpp"
#include "base/reason.hpp"
#include "base/volume.hpp"

namespace pos::incident {
namespace {

// Input may make up a group per row; beyond this many, those of earlier minutes are forgotten.
constexpr std::size_t many_groups = 1000;

Part& part_of(Incident& incident, const std::string& status, LocalSeconds minute) {
  if (Part* part = incident.find(status)) return *part;
  Part part;
  part.status = status;
  part.first = part.last = minute;
  return incident.parts.emplace_back(std::move(part));
}

// What came after the last alert was part of it after all.
void take_since(Part& part) {
  add_count(part.count, std::exchange(part.count_since, 0));
  const double expected = std::exchange(part.expected_since, 0);
  if (expected != 0) part.expected = part.expected.value_or(0) + expected;
}

// A fall that is seen against the daily curve alone says what that expected: where a slow day has taught the levels, its
// row expects hardly more than came.
std::optional<double> expected_of(const Record& record) {
  constexpr double clearly = 1.5;
  const auto& expected = record.scored.expected;
  if (!expected || record.scored.decision != Decision::alert) return expected;
  const auto told = expected_a_minute(record.scored.reason);
  return told && *told > clearly * *expected ? told : expected;
}

void count_row(Part& part, const Record& record, LocalSeconds minute) {
  const bool within = minute <= part.last;
  add_count(within ? part.count : part.count_since, record.count);
  const auto expected = expected_of(record);
  if (!expected || (part.expected_minute && minute <= *part.expected_minute)) return;
  part.expected_minute = minute;
  if (within) {
    part.expected = part.expected.value_or(0) + *expected;
  } else {
    part.expected_since += *expected;
  }
}

void note_alert(Part& part, const Scored& scored, Severity severity) {
  const bool is_back = !taken_as_normal_at(part.reason).empty();
  const bool most =
      part.alerts == 0 || is_back || (scored.surprise && (!part.surprise || *scored.surprise > *part.surprise));
  if (most) {
    part.surprise = scored.surprise;
    part.reason = scored.reason;
  }
  ++part.alerts;
  part.severity = std::max(part.severity, severity);
}

bool is_taken_as_normal(const Record& record) {
  return record.scored.decision == Decision::alert && !taken_as_normal_at(record.scored.reason).empty();
}

// Without the monitor an alert has no severity.
Severity severity_of(const Record& record) { return std::max(record.scored.severity, Severity::warning); }

}  // namespace

bool Tracker::is_alert(const Record& record) const {
  return record.scored.decision == Decision::alert && severity_of(record) >= rules_.min_severity;
}

bool Tracker::push(const Record& record, const std::string& group, ClockSeconds now) {
  const LocalSeconds minute = minute_begin(record.time);
  if (!state_.minute || minute > *state_.minute) {
    state_.minute = minute;
    forget_closed(record.time);
  }
  count_volume(record, group, minute);
  if (is_taken_as_normal(record)) return accept(record, group, minute);
  if (is_alert(record)) {
    alert(record, group, now);
    return false;
  }
  count(record, group, minute);
  return record.scored.decision != Decision::alert && record.count > 0 && normal(record, group);
}

// An incident is counted in what was the volume when it opened, whatever has become of that since.
bool Tracker::is_volume(const std::string& status) const {
  return status == rules_.volume ||
         std::ranges::any_of(state_.incidents, [&](const Incident& one) { return one.volume == status; });
}

void Tracker::count_volume(const Record& record, const std::string& group, LocalSeconds minute) {
  if (!is_volume(record.status)) return;
  const std::pair whose(group, record.status);
  auto at = state_.volumes.find(whose);
  if (at == state_.volumes.end()) {
    if (state_.volumes.size() >= many_groups) state_.volumes.clear();
    at = state_.volumes.try_emplace(whose, VolumeSeen{minute, 0, std::nullopt}).first;
  }
  VolumeSeen& seen = at->second;
  if (minute > seen.minute) seen = {minute, 0, std::nullopt};
  const double before = seen.missing();
  add_count(seen.count, record.count);
  if (record.scored.expected) seen.expected = expected_of(record);
  add_missing(whose, seen.minute, seen.missing() - before);
}

void Tracker::add_missing(const std::pair<std::string, std::string>& whose, LocalSeconds minute, double missing) {
  for (Incident& incident : state_.incidents) {
    if (incident.group != whose.first || incident.volume != whose.second || minute < incident.first) continue;
    (minute <= incident.last ? incident.missing : incident.missing_since) += missing;
  }
}

// A row that is no alert, of a status that an incident has.
void Tracker::count(const Record& record, const std::string& group, LocalSeconds minute) {
  for (Incident& incident : state_.incidents) {
    if (incident.group != group) continue;
    if (Part* part = incident.find(record.status)) count_row(*part, record, minute);
  }
}

void Tracker::alert(const Record& record, const std::string& group, ClockSeconds now) {
  const LocalSeconds minute = minute_begin(record.time);
  Incident& incident = incident_of(record, group, now);
  if (minute > incident.last) {
    incident.last = minute;
    incident.missing += std::exchange(incident.missing_since, 0);
  }
  Part& part = part_of(incident, record.status, minute);
  if (minute > part.last) {
    part.last = minute;
    take_since(part);
  }
  count_row(part, record, minute);
  if (const auto expected = expected_since_opening(record.scored.reason); expected && record.status == incident.volume)
    incident.missing = std::max(incident.missing, *expected);
  const Severity severity = severity_of(record);
  note_alert(part, record.scored, severity);
  sort_by_weight(incident);
  incident.severity = std::max(incident.severity, severity);
  incident.normal = {};
  incident.normal_until = std::max(incident.normal_until, record.time);
}

// An incident that still has other alerts goes on.
bool Tracker::accept(const Record& record, const std::string& group, LocalSeconds minute) {
  count(record, group, minute);
  bool any_over = record.count > 0 && normal(record, group);
  for (Incident& incident : state_.incidents) {
    if (!incident.open() || incident.group != group) continue;
    Part* accepted = incident.find(record.status);
    if (accepted == nullptr) continue;
    accepted->reason = record.scored.reason;
    const auto goes_on = [&](const Part& part) { return &part != accepted && minute - part.last <= join_gap; };
    if (std::ranges::any_of(incident.parts, goes_on)) continue;
    end(incident, record.time);
    any_over = true;
  }
  return any_over;
}

Incident& Tracker::incident_of(const Record& record, const std::string& group, ClockSeconds now) {
  const LocalSeconds minute = minute_begin(record.time);
  if (Incident* open = find_open(record.status, group, minute)) return *open;
  if (Incident* closed = find_closed(record.status, group, record.time)) {
    reopen(*closed);
    return *closed;
  }
  return open_new(group, minute, now);
}

Incident* Tracker::find_open(const std::string& status, const std::string& group, LocalSeconds minute) {
  Incident* recent = nullptr;
  for (Incident& incident : state_.incidents) {
    if (!incident.open() || incident.group != group) continue;
    if (incident.find(status) != nullptr) return &incident;
    if (minute - incident.last <= join_gap && (recent == nullptr || incident.last > recent->last)) recent = &incident;
  }
  return recent;
}

// The one resolved last.
Incident* Tracker::find_closed(const std::string& status, const std::string& group, LocalSeconds time) {
  Incident* found = nullptr;
  for (Incident& incident : state_.incidents) {
    if (incident.open() || incident.group != group || time - *incident.resolved > flap_gap) continue;
    if (incident.find(status) == nullptr) continue;
    if (found == nullptr || *incident.resolved >= *found->resolved) found = &incident;
  }
  return found;
}

bool Tracker::is_taken(std::int64_t id) const {
  return std::ranges::find(state_.incidents, id, &Incident::id) != state_.incidents.end() ||
         std::ranges::find(state_.closed, id, &Incident::id) != state_.closed.end() ||
         std::ranges::find(state_.taken, id) != state_.taken.end();
}

Incident& Tracker::open_new(const std::string& group, LocalSeconds minute, ClockSeconds now) {
  Incident incident;
  incident.id = id_of(minute);
  while (is_taken(incident.id)) ++incident.id;
  incident.group = group;
  incident.first = incident.last = minute;
  incident.opened_at = now;
  incident.normal_until = minute;
  incident.volume = rules_.volume;
  const auto volume = state_.volumes.find({group, rules_.volume});
  if (volume != state_.volumes.end() && volume->second.minute == minute) incident.missing = volume->second.missing();
  incident.resolve_after = rules_.resolve_after;
  incident.owed = Owed::opening;
  const auto place = std::ranges::upper_bound(state_.incidents, incident.id, {}, &Incident::id);
  return *state_.incidents.insert(place, std::move(incident));
}

void Tracker::reopen(Incident& incident) {
  incident.resolved.reset();
  ++incident.flaps;
  incident.resolve_after =
      std::max(incident.resolve_after, std::min(incident.resolve_after * 2, longest_resolve_after));
  incident.owed = incident.told ? Owed::update : Owed::opening;
}

bool Tracker::normal(const Record& record, const std::string& group) {
  bool any_over = false;
  for (Incident& incident : state_.incidents) {
    if (!incident.open() || incident.group != group || record.time <= incident.normal_until) continue;
    const std::chrono::seconds gap(record.time - std::exchange(incident.normal_until, record.time));
    const std::chrono::seconds most =
        std::min<std::chrono::seconds>(incident.resolve_after / 2, std::chrono::minutes(15));
    incident.normal += std::min(gap, std::max(most, std::chrono::seconds(1)));
    if (incident.normal < incident.resolve_after) continue;
    end(incident, record.time);
    any_over = true;
  }
  return any_over;
}

void Tracker::end(Incident& incident, LocalSeconds time) {
  incident.resolved = time;
  if (incident.told) incident.owed = Owed::resolution;
}

// Those that can come back no more, unless somebody still has to tell of them.
void Tracker::forget_closed(LocalSeconds time) {
  const auto is_over = [&](const Incident& incident) {
    return !incident.open() && time - *incident.resolved > flap_gap && incident.owed == Owed::nothing;
  };
  for (const Incident& incident : state_.incidents) {
    if (is_over(incident)) state_.closed.push_back(incident);
  }
  std::erase_if(state_.incidents, is_over);
}

}  // namespace pos::incident
