// SPDX-License-Identifier: MIT
#include "incident/teller.hpp"

#include <algorithm>

namespace pos::incident {
namespace {

constexpr ClockSeconds hour = 3600;
// Clocks are set back by so much as a matter of course: what is later by no more was a moment ago.
constexpr ClockSeconds small_step = 60;
// A loss or a rate that has grown so much is news; losses below this many are none.
constexpr double grown = 10;
constexpr double smallest_loss = 50;

// After so many updates the wait for one more does not double any longer.
constexpr int most_doublings = 5;

Told told_of(const Incident& incident, ClockSeconds now) {
  const int updates = incident.told ? incident.told->updates : 0;
  return {now,
          static_cast<std::int64_t>(incident.parts.size()),
          incident.severity,
          lost(incident).value_or(0),
          times_normal(incident),
          updates,
          false,
          !where(incident).empty()};
}

bool is_worse(const Incident& incident, const Told& told) {
  return incident.severity > told.severity ||
         lost(incident).value_or(0) >= grown * std::max(told.lost, smallest_loss) ||
         times_normal(incident) >= grown * std::max(told.times_normal, 1.0);
}

// What a digest calls the end of an incident.
std::string end_name(const Incident& incident) {
  return new_normal(incident).empty() ? std::string(what_name(What::resolved)) : "taken as normal";
}

bool has_joined(const Incident& incident, const Told& told) {
  return static_cast<std::int64_t>(incident.parts.size()) > told.parts;
}

// It was opened before anybody knew where it hurts.
bool has_place(const Incident& incident, const Told& told) { return !told.place && !where(incident).empty(); }

}  // namespace

void Teller::correct_stamps(ClockSeconds now) {
  bool was_ahead = false;
  const auto correct = [&](ClockSeconds& stamp) {
    was_ahead = was_ahead || stamp > now;
    stamp = std::min(stamp, now);
  };
  was_ahead = std::erase_if(state_.messages, [&](ClockSeconds sent) { return sent > now + small_step; }) > 0;
  for (ClockSeconds& sent : state_.messages) correct(sent);
  for (Held& held : state_.held) correct(held.time);
  for (Incident& incident : state_.incidents) {
    correct(incident.opened_at);
    if (incident.told && incident.told->time > now + small_step) {  // when that was, nobody knows: news need not wait
      was_ahead = true;
      incident.told->time = now - (settings_.group_interval.count() << most_doublings);
    }
    if (incident.told) correct(incident.told->time);
    if (incident.acknowledged) correct(incident.acknowledged->time);
  }
  for (Silence& silence : state_.silences) silence.begin_by(now);
  if (!was_ahead) return;  // then another program with another schedule may have reminded
  for (Incident& incident : state_.incidents)
    incident.reminders = std::min(incident.reminders, reminders_until(incident, now));
}

void Teller::push(const Record& record, const std::string& group, ClockSeconds now, Reading reading) {
  const bool begins_minute = !state_.minute || minute_begin(record.time) > *state_.minute;
  if (begins_minute && reading == Reading::live) tick(now);
  if (tracker_.push(record, group, now)) tell_over(now, reading);
}

// Incidents that ended with the record at hand.
void Teller::tell_over(ClockSeconds now, Reading reading) {
  for (Incident& incident : state_.incidents) {
    if (incident.open() || incident.owed == Owed::nothing) continue;
    if (incident.owed == Owed::resolution) {
      if (reading == Reading::behind) continue;  // the next tick tells
      incident.owed = Owed::nothing;
      message(What::resolved, incident, now);
      continue;
    }
    incident.owed = Owed::nothing;
    if (reading == Reading::live || silenced_by(incident, now) != nullptr) {
      note(What::resolved, incident, now);
      continue;
    }
    note(What::opened, incident, now);
    note(What::resolved, incident, now);
    hold("opened, " + end_name(incident), incident, now);
  }
}

void Teller::tick(ClockSeconds now) {
  std::erase_if(state_.messages, [&](ClockSeconds sent) { return sent <= now - hour; });
  tell_resolutions(now);
  tell_digest(now);
  for (Incident& incident : state_.incidents) {
    if (!incident.open()) continue;
    const bool has_news =
        incident.told && (is_worse(incident, *incident.told) || has_joined(incident, *incident.told) ||
                          has_place(incident, *incident.told));
    if (incident.owed == Owed::nothing && has_news) incident.owed = Owed::update;
    if (incident.owed != Owed::nothing) {
      tell_owed(incident, now);
    } else {
      remind(incident, now);
    }
  }
}

// Of incidents that people know of and that ended while nobody looked. One has a message of its own.
void Teller::tell_resolutions(ClockSeconds now) {
  const auto is_due = [](const Incident& incident) { return incident.owed == Owed::resolution; };
  const auto due = std::ranges::count_if(state_.incidents, is_due);
  const bool alone = due == 1 && state_.held.empty();
  for (Incident& incident : state_.incidents) {
    if (!is_due(incident)) continue;
    incident.owed = Owed::nothing;
    if (alone) return message(What::resolved, incident, now);
    if (hold(end_name(incident), incident, now)) note(What::resolved, incident, now);
  }
}

bool Teller::has_new_readers(const Incident& incident) const {
  return settings_.has_new_readers && settings_.has_new_readers(incident);
}

// An update: people heard of it a moment ago.
bool Teller::must_wait(const Incident& incident, ClockSeconds now) const {
  if (incident.owed != Owed::update || !incident.told) return false;
  const Told& told = *incident.told;
  if (incident.severity > told.severity || has_new_readers(incident)) return false;
  const bool only_joined = has_joined(incident, told) && !is_worse(incident, told) && !has_place(incident, told);
  const int doublings = only_joined ? std::min(told.updates, most_doublings) : 0;
  return now - told.time < settings_.group_interval.count() << doublings;
}

void Teller::tell_owed(Incident& incident, ClockSeconds now) {
  if (const Silence* silence = silenced_by(incident, now)) {
    if (std::exchange(incident.hushed, true)) return;
    Event quiet = event(What::suppressed, incident, now);
    quiet.tell = false;
    quiet.reason = "silence " + std::to_string(silence->id) + " by " + silence->author;
    tell_(quiet);
    return;
  }
  if (must_wait(incident, now)) return;
  // It came back before anybody heard of it.
  const auto untold = std::erase_if(state_.held, [&](const Held& held) {
    return held.incident == incident.id && held.events.starts_with(what_name(What::opened));
  });
  const bool opens = incident.owed == Owed::opening || untold > 0;
  incident.owed = Owed::nothing;
  incident.hushed = false;
  if (opens || incident.told->is_over) incident.reminders = reminders_until(incident, now);
  message(opens ? What::opened : What::updated, incident, now);
}

void Teller::remind(Incident& incident, ClockSeconds now) {
  if (!incident.told || incident.acknowledged) return;
  const int due = reminders_until(incident, now);
  if (due <= incident.reminders || silenced_by(incident, now) != nullptr) return;
  incident.reminders = due;  // of several missed, one is enough
  message(What::reminded, incident, now);
}

const Silence* Teller::silenced_by(const Incident& incident, ClockSeconds now) const {
  const LocalSeconds wall = settings_.wall_clock ? settings_.wall_clock(now) : now;
  return incident::silenced_by(incident, state_.silences, now, wall);
}

bool Teller::may_send() const { return state_.messages.size() < static_cast<std::size_t>(settings_.max_per_hour); }

// Of keys there may be thousands at once.
bool Teller::may_break_in(const Incident& incident) const {
  return incident.group.empty() || state_.messages.size() < 2 * static_cast<std::size_t>(settings_.max_per_hour);
}

void Teller::tell_digest(ClockSeconds now) {
  if (state_.held.empty() || !may_send()) return;
  Event digest;
  digest.what = What::digest;
  digest.time = now;
  digest.entries = std::exchange(state_.held, {});
  state_.messages.push_back(now);
  tell_(digest);
}

void Teller::message(What what, Incident& incident, ClockSeconds now) {
  std::erase_if(state_.messages, [&](ClockSeconds sent) { return sent <= now - hour; });
  // To those who were told that it is over, one that comes back opens; and so it does to who hears of it first.
  const bool opens = what == What::opened || (what == What::updated && incident.told &&
                                              (incident.told->is_over || has_new_readers(incident)));
  const bool cannot_wait = opens && incident.severity == Severity::critical && may_break_in(incident);
  if (!cannot_wait && (!state_.held.empty() || !may_send())) {
    hold(what == What::resolved ? end_name(incident) : std::string(what_name(what)), incident, now);
    Event told = event(What::suppressed, incident, now);
    told.tell = false;
    told.reason = std::string(what_name(what)) + ": more than " + std::to_string(settings_.max_per_hour) +
                  " messages an hour; a digest will tell";
    return tell_(told);
  }
  incident.told = told_of(incident, now);
  if (what == What::updated) ++incident.told->updates;
  incident.told->is_over = what == What::resolved;
  state_.messages.push_back(now);
  tell_(event(what, incident, now));
}

// For the record; no message is due.
void Teller::note(What what, const Incident& incident, ClockSeconds now) {
  Event quiet = event(what, incident, now);
  quiet.tell = false;
  tell_(quiet);
}

// For the next digest, which has a line for each incident. False: it says so already, of one that came back meanwhile.
bool Teller::hold(const std::string& events, Incident& incident, ClockSeconds now) {
  incident.told = told_of(incident, now);
  incident.told->is_over = !incident.open();
  auto held = std::ranges::find(state_.held, incident.id, &Held::incident);
  if (held == state_.held.end()) held = state_.held.insert(held, Held{});
  const bool is_new = !held->events.ends_with(events);
  if (is_new) held->events += (held->events.empty() ? "" : ", ") + events;
  held->incident = incident.id;
  held->time = now;
  held->severity = incident.severity;
  held->status = statuses(incident);
  held->group = incident.group;
  held->first = incident.first;
  held->last = incident.last;
  held->lost = lost(incident);
  held->lost_amount = lost_amount(incident);
  held->volume = incident.volume;
  return is_new;
}

Event Teller::event(What what, const Incident& incident, ClockSeconds now) const {
  Event event;
  event.what = what;
  event.time = now;
  event.incident = incident;
  event.reminder = incident.reminders;
  if (incident.open() && !incident.acknowledged) event.next_reminder = reminder_time(incident, incident.reminders + 1);
  return event;
}

// The nth, from 1.
std::optional<ClockSeconds> Teller::reminder_time(const Incident& incident, int number) const {
  const int listed = static_cast<int>(settings_.repeat.size());
  if (listed == 0) return std::nullopt;
  const auto last = settings_.repeat.back().count();
  if (number > listed) return incident.opened_at + last * (number - listed + 1);
  return incident.opened_at + settings_.repeat[static_cast<std::size_t>(number - 1)].count();
}

int Teller::reminders_until(const Incident& incident, ClockSeconds now) const {
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
