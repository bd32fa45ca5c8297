// SPDX-License-Identifier: MIT
#include "incident/tracker.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/count.hpp"
#include "base/reason.hpp"
#include "base/volume.hpp"

namespace pos::incident {
namespace {

// Input may make up a group per row; beyond this many, those of earlier minutes are forgotten, and keys.
constexpr std::size_t many_groups = 1000;

const std::string of_whole;

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

// A fall that is seen against the daily curve alone says what that expected: where a slow day has taught the levels,
// its row expects hardly more than came.
std::optional<double> expected_of(const Record& record) {
  constexpr double clearly = 1.5;
  const auto& expected = record.scored.expected;
  if (!expected || record.scored.decision != Decision::alert) return expected;
  const auto told = expected_a_minute(record.scored.reason);
  return told && *told > clearly * *expected ? told : expected;
}

// expected: of the part; nothing: the record does not say.
void count_row(Part& part, const Record& record, LocalSeconds minute, std::optional<double> expected) {
  const bool within = minute <= part.last;
  add_count(within ? part.count : part.count_since, record.count);
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
    if (!state_.amounts.minutes.empty()) set_amounts(minute);
  }
  if (record.amount) note_amount_of(record);
  if (!group.empty()) {
    count_volume(record, of_whole, minute, Numbers::of_another);
    count(record, of_whole, minute, Numbers::of_another);
  }
  const bool any_over = judge(record, group, minute, now);
  if (!record.scored.where.empty()) note_place(record, group);
  return any_over;
}

bool Tracker::judge(const Record& record, const std::string& group, LocalSeconds minute, ClockSeconds now) {
  const Numbers numbers = numbers_of(record, group);
  count_volume(record, group, minute, numbers);
  if (is_taken_as_normal(record)) return accept(record, group, minute);
  if (is_alert(record)) {
    alert(record, group, now);
    return false;
  }
  count(record, group, minute, numbers);
  return record.scored.decision != Decision::alert && record.count > 0 && normal(record, group);
}

Tracker::Numbers Tracker::numbers_of(const Record& record, const std::string& group) {
  return record.scored.key.empty() || record.scored.key == group ? Numbers::own : Numbers::of_another;
}

// An incident is counted in what was the volume when it opened, whatever has become of that since.
bool Tracker::is_volume(const std::string& status) { return status == rules_.volume || index_.has_volume(status); }

void Tracker::count_volume(const Record& record, const std::string& group, LocalSeconds minute, Numbers numbers) {
  if (!is_volume(record.status)) return;
  const std::pair whose(group, record.status);
  auto at = state_.volumes.find(whose);
  if (at == state_.volumes.end()) {
    if (state_.volumes.size() >= many_groups) make_room_for_volumes(minute);
    at = state_.volumes.try_emplace(whose, VolumeSeen{minute, 0, std::nullopt}).first;
  }
  VolumeSeen& seen = at->second;
  if (minute > seen.minute) seen = {minute, 0, std::nullopt};
  const double before = seen.missing();
  add_count(seen.count, record.count);
  if (record.scored.expected && numbers == Numbers::own) seen.expected = expected_of(record);
  add_missing(whose, seen.minute, seen.missing() - before);
}

// What the whole has in the minute at hand is not forgotten.
void Tracker::make_room_for_volumes(LocalSeconds minute) {
  std::erase_if(state_.volumes, [&](const auto& of) { return of.second.minute < minute; });
  if (state_.volumes.size() < many_groups) return;
  std::erase_if(state_.volumes, [](const auto& of) { return !of.first.first.empty(); });
  if (state_.volumes.size() >= many_groups) state_.volumes.clear();
}

void Tracker::add_missing(const std::pair<std::string, std::string>& whose, LocalSeconds minute, double missing) {
  for (const std::size_t place : index_.of(whose.first)) {
    Incident& incident = state_.incidents[place];
    if (incident.volume != whose.second || minute < incident.first) continue;
    (minute <= incident.last ? incident.missing : incident.missing_since) += missing;
  }
}

// A row that is no alert there, of a status that an incident has.
void Tracker::count(const Record& record, const std::string& group, LocalSeconds minute, Numbers numbers) {
  for (const std::size_t place : index_.of(group)) {
    Part* part = state_.incidents[place].find(record.status);
    if (part == nullptr) continue;
    count_row(*part, record, minute, numbers == Numbers::own ? expected_of(record) : std::nullopt);
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
  const bool own = numbers_of(record, group) == Numbers::own;
  count_row(part, record, minute, own ? expected_of(record) : std::nullopt);
  const auto expected = expected_since_opening(record.scored.reason);
  if (expected && own && record.status == incident.volume) incident.missing = std::max(incident.missing, *expected);
  const Severity severity = severity_of(record);
  note_alert(part, record.scored, severity);
  sort_by_weight(incident);
  incident.severity = std::max(incident.severity, severity);
  incident.normal = {};
  incident.normal_until = std::max(incident.normal_until, record.time);
  if (normal_until_ && incident.normal_until < *normal_until_) normal_until_.reset();
}

// An incident that still has other alerts goes on.
bool Tracker::accept(const Record& record, const std::string& group, LocalSeconds minute) {
  count(record, group, minute, numbers_of(record, group));
  bool any_over = record.count > 0 && normal(record, group);
  for (const std::size_t place : index_.of(group)) {
    Incident& incident = state_.incidents[place];
    if (!incident.open()) continue;
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
  for (const std::size_t place : index_.of(group)) {
    Incident& incident = state_.incidents[place];
    if (!incident.open()) continue;
    if (incident.find(status) != nullptr) return &incident;
    if (minute - incident.last <= join_gap && (recent == nullptr || incident.last > recent->last)) recent = &incident;
  }
  return recent;
}

// The one resolved last.
Incident* Tracker::find_closed(const std::string& status, const std::string& group, LocalSeconds time) {
  Incident* found = nullptr;
  for (const std::size_t place : index_.of(group)) {
    Incident& incident = state_.incidents[place];
    if (incident.open() || time - *incident.resolved > flap_gap) continue;
    if (incident.find(status) == nullptr) continue;
    if (found == nullptr || *incident.resolved >= *found->resolved) found = &incident;
  }
  return found;
}

Incident& Tracker::open_new(const std::string& group, LocalSeconds minute, ClockSeconds now) {
  Incident incident;
  incident.id = index_.take_id(minute);
  incident.group = group;
  incident.first = incident.last = minute;
  incident.opened_at = now;
  incident.normal_until = minute;
  incident.volume = rules_.volume;
  const auto volume = state_.volumes.find({group, rules_.volume});
  if (volume != state_.volumes.end() && volume->second.minute == minute) incident.missing = volume->second.missing();
  if (state_.amounts.status == incident.volume) incident.usual_amount = usual_amount(state_.amounts, minute);
  incident.resolve_after = rules_.resolve_after;
  incident.owed = Owed::opening;
  const auto behind = std::ranges::upper_bound(state_.incidents, incident.id, {}, &Incident::id);
  const auto place = state_.incidents.insert(behind, std::move(incident));
  index_.added(static_cast<std::size_t>(place - state_.incidents.begin()));
  return *place;
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
  if (group.empty()) {
    if (normal_until_ && record.time <= *normal_until_) return false;
    for (Incident& incident : state_.incidents) any_over = pass_normal(incident, record.time) || any_over;
    normal_until_ = record.time;
  } else {
    for (const std::size_t place : index_.of(group))
      any_over = pass_normal(state_.incidents[place], record.time) || any_over;
  }
  return any_over;
}

// True: it is over by that.
bool Tracker::pass_normal(Incident& incident, LocalSeconds time) {
  if (!incident.open() || time <= incident.normal_until) return false;
  const std::chrono::seconds gap(time - std::exchange(incident.normal_until, time));
  const std::chrono::seconds most =
      std::min<std::chrono::seconds>(incident.resolve_after / 2, std::chrono::minutes(15));
  incident.normal += std::min(gap, std::max(most, std::chrono::seconds(1)));
  if (incident.normal < incident.resolve_after) return false;
  end(incident, time);
  return true;
}

// The last place of an alert of the whole comes when that is over, with no key. Where keys were told in its stead, with
// its place, it is theirs.
void Tracker::note_place(const Record& record, const std::string& group) {
  std::vector<Part*> own, of_keys;
  for (Incident& incident : state_.incidents) {
    if (!incident.open() && record.time - *incident.resolved > flap_gap) continue;
    Part* part = incident.find(record.status);
    if (part == nullptr) continue;
    if (incident.group == group) own.push_back(part);
    if (incident.group != group && !part->where.empty()) of_keys.push_back(part);
  }
  const bool is_theirs = own.empty() && record.scored.decision != Decision::alert;
  for (Part* part : is_theirs ? of_keys : own) part->where = record.scored.where;
}

void Tracker::end(Incident& incident, LocalSeconds time) {
  incident.resolved = time;
  if (incident.told) incident.owed = Owed::resolution;
}

void Tracker::note_amount_of(const Record& record) {
  if (record.status == rules_.volume) note_amount(state_.amounts, record);
}

// Of incidents that opened before anybody could say.
void Tracker::set_amounts(LocalSeconds minute) {
  std::optional<double> usual;
  bool asked = false;
  for (Incident& incident : state_.incidents) {
    if (incident.usual_amount || incident.volume != state_.amounts.status) continue;
    if (!std::exchange(asked, true)) usual = usual_amount(state_.amounts, minute);
    incident.usual_amount = usual;
  }
}

// Those that can come back no more, unless somebody still has to tell of them.
void Tracker::forget_closed(LocalSeconds time) {
  const auto is_over = [&](const Incident& incident) {
    return !incident.open() && time - *incident.resolved > flap_gap && incident.owed == Owed::nothing;
  };
  for (const Incident& incident : state_.incidents) {
    if (is_over(incident)) state_.closed.push_back(incident);
  }
  if (std::erase_if(state_.incidents, is_over) > 0) index_.removed();
}

}  // namespace pos::incident
