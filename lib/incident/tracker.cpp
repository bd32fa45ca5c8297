// SPDX-License-Identifier: MIT
#include "incident/tracker.hpp"

#include <algorithm>
#include <utility>

#include "base/count.hpp"
#include "base/volume.hpp"

namespace pos::incident {
namespace {

constexpr ClockSeconds hour = 3600;
// Input may make up a group per row; beyond this many, those of earlier minutes are forgotten.
constexpr std::size_t many_groups = 1000;

Part* find_part(Incident& incident, const std::string& status) {
  const auto part =
      std::find_if(incident.parts.begin(), incident.parts.end(), [&](const Part& p) { return p.status == status; });
  return part == incident.parts.end() ? nullptr : &*part;
}

Part& part_of(Incident& incident, const std::string& status, LocalSeconds minute) {
  if (Part* part = find_part(incident, status)) return *part;
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

void count_row(Part& part, const Record& record, LocalSeconds minute) {
  const bool within = minute <= part.last;
  add_count(within ? part.count : part.count_since, record.count);
  if (!record.scored.expected || (part.expected_minute && minute <= *part.expected_minute)) return;
  part.expected_minute = minute;
  if (within) {
    part.expected = part.expected.value_or(0) + *record.scored.expected;
  } else {
    part.expected_since += *record.scored.expected;
  }
}

void note_alert(Part& part, const Scored& scored, Severity severity) {
  const bool most = part.alerts == 0 || (scored.surprise && (!part.surprise || *scored.surprise > *part.surprise));
  if (most) {
    part.surprise = scored.surprise;
    part.reason = scored.reason;
  }
  ++part.alerts;
  part.severity = std::max(part.severity, severity);
}

// Without the monitor an alert has no severity.
Severity severity_of(const Record& record) { return std::max(record.scored.severity, Severity::warning); }

}  // namespace

std::optional<double> lost(const Incident& incident, const State& state) {
  if (incident.volume == every_status) return std::nullopt;
  double missing = incident.missing;
  const auto at_hand = state.volumes.find({incident.group, incident.volume});
  if (at_hand != state.volumes.end() && incident.first <= at_hand->second.minute &&
      at_hand->second.minute <= incident.last) {
    missing += at_hand->second.missing();
  }
  return std::max(0.0, missing);
}

bool Tracker::is_alert(const Record& record) const {
  return record.scored.decision == Decision::alert && severity_of(record) >= settings_.min_severity;
}

void Tracker::correct_stamps(ClockSeconds now) {
  bool was_ahead = false;
  const auto correct = [&](ClockSeconds& stamp) {
    was_ahead = was_ahead || stamp > now;
    stamp = std::min(stamp, now);
  };
  for (ClockSeconds& sent : state_.messages) correct(sent);
  for (Held& held : state_.held) correct(held.time);
  for (Incident& incident : state_.incidents) {
    correct(incident.opened_at);
    if (incident.acknowledged) correct(incident.acknowledged->time);
  }
  for (Silence& silence : state_.silences) silence.begin_by(now);
  if (!was_ahead) return;  // then another program with another schedule may have reminded
  for (Incident& incident : state_.incidents)
    incident.reminders = std::min(incident.reminders, reminders_until(incident, now));
}

void Tracker::push(const Record& record, const std::string& group, ClockSeconds now) {
  const LocalSeconds minute = minute_begin(record.time);
  if (!state_.minute || minute > *state_.minute) {
    tick(now);
    state_.minute = minute;
    forget_closed(record.time);
  }
  count_volume(record, group, minute);
  if (is_alert(record)) {
    alert(record, group, now);
  } else {
    count(record, group, minute);
    if (record.scored.decision != Decision::alert && record.count > 0) normal(record, group, now);
  }
}

// An incident is counted in what was the volume when it opened, whatever has become of that since.
bool Tracker::is_volume(const std::string& status) const {
  return status == settings_.volume || std::any_of(state_.incidents.begin(), state_.incidents.end(),
                                                   [&](const Incident& one) { return one.volume == status; });
}

void Tracker::count_volume(const Record& record, const std::string& group, LocalSeconds minute) {
  if (!is_volume(record.status)) return;
  const std::pair whose(group, record.status);
  auto at = state_.volumes.find(whose);
  if (at == state_.volumes.end()) {
    if (state_.volumes.size() >= many_groups) {
      for (const auto& [of, old] : state_.volumes) settle(of, old);
      state_.volumes.clear();
    }
    at = state_.volumes.try_emplace(whose, VolumeSeen{minute, 0, std::nullopt}).first;
  }
  VolumeSeen& seen = at->second;
  if (minute > seen.minute) {
    settle(whose, seen);
    seen = {minute, 0, std::nullopt};
  }
  add_count(seen.count, record.count);
  if (record.scored.expected) seen.expected = record.scored.expected;
}

// That minute is over.
void Tracker::settle(const std::pair<std::string, std::string>& whose, const VolumeSeen& seen) {
  for (Incident& incident : state_.incidents) {
    if (incident.group != whose.first || incident.volume != whose.second || seen.minute < incident.first) continue;
    (seen.minute <= incident.last ? incident.missing : incident.missing_since) += seen.missing();
  }
}

// A row that is no alert, of a status that an incident has.
void Tracker::count(const Record& record, const std::string& group, LocalSeconds minute) {
  for (Incident& incident : state_.incidents) {
    if (incident.group != group) continue;
    if (Part* part = find_part(incident, record.status)) count_row(*part, record, minute);
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
  const Severity severity = severity_of(record);
  note_alert(part, record.scored, severity);
  if (severity > incident.severity && incident.told && incident.owed == Owed::nothing) incident.owed = Owed::update;
  incident.severity = std::max(incident.severity, severity);
  incident.normal = {};
  incident.normal_until = std::max(incident.normal_until, record.time);
}

Incident& Tracker::incident_of(const Record& record, const std::string& group, ClockSeconds now) {
  const LocalSeconds minute = minute_begin(record.time);
  if (Incident* open = find_open(record.status, group, minute)) return *open;
  if (Incident* closed = find_closed(record.status, group, record.time)) {
    reopen(*closed, now);
    return *closed;
  }
  return open_new(group, minute, now);
}

Incident* Tracker::find_open(const std::string& status, const std::string& group, LocalSeconds minute) {
  Incident* recent = nullptr;
  for (Incident& incident : state_.incidents) {
    if (!incident.open() || incident.group != group) continue;
    if (!settings_.by_status || find_part(incident, status) != nullptr) return &incident;
    if (minute - incident.last <= join_gap && (recent == nullptr || incident.last > recent->last)) recent = &incident;
  }
  return recent;
}

// The one resolved last.
Incident* Tracker::find_closed(const std::string& status, const std::string& group, LocalSeconds time) {
  Incident* found = nullptr;
  for (Incident& incident : state_.incidents) {
    if (incident.open() || incident.group != group || time - *incident.resolved > flap_gap) continue;
    if (settings_.by_status && find_part(incident, status) == nullptr) continue;
    if (found == nullptr || *incident.resolved >= *found->resolved) found = &incident;
  }
  return found;
}

Incident& Tracker::open_new(const std::string& group, LocalSeconds minute, ClockSeconds now) {
  Incident incident;
  incident.id = state_.next_id++;
  incident.group = group;
  incident.first = incident.last = minute;
  incident.opened_at = now;
  incident.volume = settings_.volume;
  incident.resolve_after = settings_.resolve_after;
  incident.owed = Owed::opening;
  return state_.incidents.emplace_back(std::move(incident));
}

void Tracker::reopen(Incident& incident, ClockSeconds now) {
  incident.resolved.reset();
  ++incident.flaps;
  incident.resolve_after =
      std::max(incident.resolve_after, std::min(incident.resolve_after * 2, longest_resolve_after));
  incident.owed = incident.told ? Owed::update : Owed::opening;
  incident.reminders = reminders_until(incident, now);
}

void Tracker::normal(const Record& record, const std::string& group, ClockSeconds now) {
  for (Incident& incident : state_.incidents) {
    if (!incident.open() || incident.group != group || record.time <= incident.normal_until) continue;
    const std::chrono::seconds gap(record.time - std::exchange(incident.normal_until, record.time));
    const std::chrono::seconds most =
        std::min<std::chrono::seconds>(incident.resolve_after / 2, std::chrono::minutes(15));
    incident.normal += std::min(gap, std::max(most, std::chrono::seconds(1)));
    if (incident.normal < incident.resolve_after) continue;
    incident.resolved = record.time;
    incident.owed = Owed::nothing;
    if (incident.told) {
      message(What::resolved, incident, now);
    } else {
      Event quiet = event(What::resolved, incident, now);
      quiet.tell = false;
      tell_(quiet);
    }
  }
}

// Those that can come back no more, unless a digest is still to speak of them.
void Tracker::forget_closed(LocalSeconds time) {
  const auto is_over = [&](const Incident& incident) {
    if (incident.open() || time - *incident.resolved <= flap_gap) return false;
    return std::none_of(state_.held.begin(), state_.held.end(),
                        [&](const Held& held) { return held.incident == incident.id; });
  };
  for (const Incident& incident : state_.incidents) {
    if (is_over(incident)) state_.closed.push_back(incident);
  }
  std::erase_if(state_.incidents, is_over);
}

void Tracker::tick(ClockSeconds now) {
  std::erase_if(state_.messages, [&](ClockSeconds sent) { return sent <= now - hour; });
  tell_digest(now);
  for (Incident& incident : state_.incidents) {
    if (!incident.open()) continue;
    if (incident.owed != Owed::nothing) {
      tell_owed(incident, now);
    } else {
      remind(incident, now);
    }
  }
}

void Tracker::tell_owed(Incident& incident, ClockSeconds now) {
  if (const Silence* silence = silenced_by(incident, now)) {
    if (std::exchange(incident.hushed, true)) return;
    Event quiet = event(What::suppressed, incident, now);
    quiet.tell = false;
    quiet.reason = "silence " + std::to_string(silence->id) + " by " + silence->author;
    tell_(quiet);
    return;
  }
  const Owed owed = std::exchange(incident.owed, Owed::nothing);
  incident.hushed = false;
  incident.told = true;
  if (owed == Owed::opening) incident.reminders = reminders_until(incident, now);
  message(owed == Owed::opening ? What::opened : What::updated, incident, now);
}

void Tracker::remind(Incident& incident, ClockSeconds now) {
  if (!incident.told || incident.acknowledged) return;
  const int due = reminders_until(incident, now);
  if (due <= incident.reminders || silenced_by(incident, now) != nullptr) return;
  incident.reminders = due;  // of several missed, one is enough
  message(What::reminded, incident, now);
}

// A silence has to cover all there is of it.
const Silence* Tracker::silenced_by(const Incident& incident, ClockSeconds now) const {
  const Silence* found = nullptr;
  for (const Part& part : incident.parts) {
    const auto silence = std::find_if(state_.silences.begin(), state_.silences.end(), [&](const Silence& s) {
      return s.active(now) && s.matches(incident.group, part);
    });
    if (silence == state_.silences.end()) return nullptr;
    found = &*silence;
  }
  return found;
}

bool Tracker::may_send() const { return state_.messages.size() < static_cast<std::size_t>(settings_.max_per_hour); }

void Tracker::tell_digest(ClockSeconds now) {
  if (state_.held.empty() || !may_send()) return;
  Event digest;
  digest.what = What::digest;
  digest.time = now;
  for (const Held& held : std::exchange(state_.held, {})) {
    const auto incident = std::find_if(state_.incidents.begin(), state_.incidents.end(),
                                       [&](const Incident& tracked) { return tracked.id == held.incident; });
    if (incident == state_.incidents.end()) continue;
    digest.entries.push_back({held.what, held.time, *incident, lost(*incident, state_)});
  }
  state_.messages.push_back(now);
  tell_(digest);
}

void Tracker::message(What what, const Incident& incident, ClockSeconds now) {
  std::erase_if(state_.messages, [&](ClockSeconds sent) { return sent <= now - hour; });
  Event told = event(what, incident, now);
  if (!state_.held.empty() || !may_send()) {
    state_.held.push_back({incident.id, what, now});
    told.what = What::suppressed;
    told.tell = false;
    told.reason = std::string(what_name(what)) + ": more than " + std::to_string(settings_.max_per_hour) +
                  " messages an hour; a digest will tell";
  } else {
    state_.messages.push_back(now);
  }
  tell_(told);
}

Event Tracker::event(What what, const Incident& incident, ClockSeconds now) const {
  Event event;
  event.what = what;
  event.time = now;
  event.incident = incident;
  event.lost = lost(incident, state_);
  event.reminder = incident.reminders;
  if (incident.open() && !incident.acknowledged) event.next_reminder = reminder_time(incident, incident.reminders + 1);
  return event;
}

// The nth, from 1.
std::optional<ClockSeconds> Tracker::reminder_time(const Incident& incident, int number) const {
  const int listed = static_cast<int>(settings_.repeat.size());
  if (listed == 0) return std::nullopt;
  const auto last = settings_.repeat.back().count();
  if (number > listed) return incident.opened_at + last * (number - listed + 1);
  return incident.opened_at + settings_.repeat[static_cast<std::size_t>(number - 1)].count();
}

int Tracker::reminders_until(const Incident& incident, ClockSeconds now) const {
  const int listed = static_cast<int>(settings_.repeat.size());
  const ClockSeconds open_for = now - incident.opened_at;
  if (listed == 0 || open_for < 0) return 0;
  const auto last = settings_.repeat.back().count();
  if (open_for >= last) return listed - 1 + static_cast<int>(open_for / last);
  int past = 0;
  for (const std::chrono::seconds& offset : settings_.repeat) past += offset.count() <= open_for ? 1 : 0;
  return past;
}

}  // namespace pos::incident
