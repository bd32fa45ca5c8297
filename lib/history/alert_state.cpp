// SPDX-License-Identifier: MIT
#include "history/alert_state.hpp"

#include <algorithm>
#include <string>

#include "sqlite/columns.hpp"

namespace pos::history {

using namespace sqlite;

namespace {

using incident::Held;
using incident::Incident;
using incident::Part;
using incident::Silence;
using incident::State;
using incident::VolumeSeen;

// A database that is only read may be of an older version.
constexpr std::int64_t version_with_volumes = 4;
constexpr std::int64_t version_with_told = 5;
constexpr std::int64_t version_with_wall_spans = 5;

std::string incident_columns(std::int64_t version) {
  return std::string(
             "id, grp, severity, first, last, opened_at, resolved, missing, missing_since, normal_until, normal, "
             "resolve_after, reminders, flaps, owed, hushed, ") +
         (version >= version_with_volumes ? "volume" : "'approved'") + ", told, " +
         (version >= version_with_told ? "told_at, told_parts, told_severity, told_lost, told_times, told_updates"
                                       : "opened_at, 1000000, severity, lost, 1000000, 0") +
         ", ack_at, ack_verdict, ack_author, ack_comment";
}

void read_incident(const Statement& from, Incident& to) {
  Columns columns(from);
  columns >> to.id >> to.group >> up_to(to.severity, Severity::critical) >> to.first >> to.last >> to.opened_at >>
      to.resolved >> to.missing >> to.missing_since >> to.normal_until >> to.normal >> to.resolve_after >>
      to.reminders >> to.flaps >> up_to(to.owed, incident::Owed::resolution) >> to.hushed >> to.volume;
  bool told = false;
  incident::Told what;
  columns >> told >> what.time >> what.parts >> up_to(what.severity, Severity::critical) >> what.lost >>
      what.times_normal >> what.updates;
  if (told) to.told = what;
  if (columns.next_is_null()) return;
  incident::Acknowledgement& by = to.acknowledged.emplace();
  columns >> by.time >> up_to(by.verdict, incident::Verdict::false_alarm) >> by.author >> by.comment;
}

constexpr const char* part_columns =
    "status, severity, first, last, alerts, count, expected, surprise, reason, count_since, expected_since, "
    "expected_minute";

Part read_part(const Statement& from) {
  Part part;
  Columns(from) >> part.status >> up_to(part.severity, Severity::critical) >> part.first >> part.last >> part.alerts >>
      part.count >> part.expected >> part.surprise >> part.reason >> part.count_since >> part.expected_since >>
      part.expected_minute;
  return part;
}

incident::WallSpan read_span(const Statement& from) {
  constexpr std::int64_t day = 86'400;
  constexpr std::int64_t year_9999 = 253'402'300'799;
  incident::WallSpan span;
  span.first = std::clamp(from.integer(8), -year_9999, year_9999);
  span.days = static_cast<int>(std::clamp<std::int64_t>(from.integer(10), 0, incident::WallSpan::every_day));
  span.length = std::clamp<std::int64_t>(from.integer(9), 0, span.days == 0 ? year_9999 : day);
  return span;
}

void save_parts(Connection& db, const Incident& incident) {
  Statement put(db, std::string("INSERT OR REPLACE INTO incident_part (incident, place, ") + part_columns +
                        ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  std::int64_t place = 0;
  for (const Part& part : incident.parts) {
    Parameters(put) << incident.id << place++ << part.status << part.severity << part.first << part.last << part.alerts
                    << part.count << part.expected << part.surprise << part.reason << part.count_since
                    << part.expected_since << part.expected_minute;
    put.run();
  }
}

// What cannot be known is NULL in the view; the column has always had a number.
void save_incident(Connection& db, const Incident& incident, bool live) {
  Statement put(
      db,
      "INSERT INTO incident (id, live, grp, severity, first, last, lost, opened_at, resolved, missing, "
      "missing_since, normal_until, normal, resolve_after, reminders, flaps, owed, hushed, volume, told, "
      "told_at, told_parts, told_severity, told_lost, told_times, told_updates, ack_at) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, "
      "?21, ?22, ?23, ?24, ?25, ?26, ?27) ON CONFLICT (id) DO UPDATE SET live = ?2, severity = ?4, last = ?6, "
      "lost = ?7, opened_at = ?8, resolved = ?9, missing = ?10, missing_since = ?11, normal_until = ?12, "
      "normal = ?13, resolve_after = ?14, reminders = ?15, flaps = ?16, owed = ?17, hushed = ?18, told = ?20, "
      "told_at = ?21, told_parts = ?22, told_severity = ?23, told_lost = ?24, told_times = ?25, "
      "told_updates = ?26, ack_at = ?27");
  const incident::Told told = incident.told.value_or(incident::Told());
  std::optional<std::int64_t> acknowledged;
  if (incident.acknowledged) acknowledged = incident.acknowledged->time;
  Parameters(put) << incident.id << live << incident.group << incident.severity << incident.first << incident.last
                  << incident::lost(incident).value_or(0) << incident.opened_at << incident.resolved << incident.missing
                  << incident.missing_since << incident.normal_until << incident.normal << incident.resolve_after
                  << incident.reminders << incident.flaps << incident.owed << incident.hushed << incident.volume
                  << incident.told.has_value() << told.time << told.parts << told.severity << told.lost
                  << told.times_normal << told.updates << acknowledged;
  put.run();
  save_parts(db, incident);
}

void save_incidents(Connection& db, const State& before, const State& after) {
  auto old = before.incidents.begin();
  for (const Incident& incident : after.incidents) {
    while (old != before.incidents.end() && old->id < incident.id) ++old;
    const bool same = old != before.incidents.end() && *old == incident;
    if (!same) save_incident(db, incident, true);
  }
  for (const Incident& incident : after.closed) save_incident(db, incident, false);
}

void save_volumes(Connection& db, const State& before, const State& after) {
  if (before.volumes == after.volumes) return;
  db.execute("DELETE FROM alert_volume");
  Statement put(db, "INSERT INTO alert_volume VALUES (?1, ?2, ?3, ?4, ?5)");
  for (const auto& [whose, seen] : after.volumes) {
    put.bind(1, whose.first);
    put.bind(2, whose.second);
    put.bind(3, seen.minute);
    put.bind(4, seen.count);
    put.bind(5, seen.expected);
    put.run();
  }
}

void save_messages(Connection& db, const State& before, const State& after) {
  if (before.messages == after.messages) return;
  db.execute("DELETE FROM alert_told");
  Statement put(db, "INSERT INTO alert_told (told_at) VALUES (?1)");
  for (const incident::ClockSeconds time : after.messages) {
    put.bind(1, time);
    put.run();
  }
}

constexpr const char* held_columns = "incident, held_at, events, severity, status, grp, first, last, lost, volume";

void save_held(Connection& db, const State& before, const State& after) {
  if (before.held == after.held) return;
  db.execute("DELETE FROM alert_held");
  Statement put(db, std::string("INSERT INTO alert_held (") + held_columns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const Held& held : after.held) {
    Parameters(put) << held.incident << held.time << held.events << held.severity << held.status << held.group
                    << held.first << held.last << held.lost << held.volume;
    put.run();
  }
}

// They come and go by themselves (AlertStore); here their times change.
void save_silences(Connection& db, const State& before, const State& after) {
  if (before.silences == after.silences) return;
  Statement put(db, "UPDATE silence SET begin_at = ?2, end_at = ?3 WHERE id = ?1");
  for (const Silence& silence : after.silences) {
    put.bind(1, silence.id);
    put.bind(2, silence.begin);
    put.bind(3, silence.end);
    put.run();
  }
}

void load_small_tables(Connection& db, State& to) {
  Statement volumes(db, db.user_version() >= version_with_volumes
                            ? "SELECT grp, status, minute, count, expected FROM alert_volume"
                            : "SELECT grp, 'approved', minute, count, expected FROM alert_approvals");
  while (volumes.step()) {
    to.volumes[{std::string(volumes.text(0)), std::string(volumes.text(1))}] =
        VolumeSeen{volumes.integer(2), volumes.integer(3), volumes.optional_real(4)};
  }
  Statement messages(db, "SELECT told_at FROM alert_told ORDER BY place");
  while (messages.step()) to.messages.push_back(messages.integer(0));
  if (db.user_version() < version_with_told) return;  // a writer brings it to this version first
  Statement held(db, std::string("SELECT ") + held_columns + " FROM alert_held ORDER BY place");
  while (held.step()) {
    Held& one = to.held.emplace_back();
    Columns(held) >> one.incident >> one.time >> one.events >> up_to(one.severity, Severity::critical) >> one.status >>
        one.group >> one.first >> one.last >> one.lost >> one.volume;
  }
}

// Ids of incidents that are over, since the minute at hand: those of new ones must not be among them.
void load_taken_ids(Connection& db, State& to) {
  Statement rows(db, "SELECT id FROM incident WHERE live = 0 AND id >= ?1");
  rows.bind(1, to.minute ? incident::id_of(*to.minute) : std::int64_t{1});
  while (rows.step()) to.taken.push_back(rows.integer(0));
}

std::vector<Incident> load_incidents(Connection& db, const std::string& which) {
  Statement rows(db, "SELECT " + incident_columns(db.user_version()) + " FROM incident " + which + " ORDER BY id");
  Statement parts(db, std::string("SELECT ") + part_columns + " FROM incident_part WHERE incident = ?1 ORDER BY place");
  std::vector<Incident> incidents;
  while (rows.step()) {
    Incident& incident = incidents.emplace_back();
    read_incident(rows, incident);
    parts.bind(1, incident.id);
    while (parts.step()) incident.parts.push_back(read_part(parts));
  }
  return incidents;
}

}  // namespace

std::vector<Incident> load_incidents(Connection& db, Which which) {
  switch (which) {
    case Which::live:
      return load_incidents(db, "WHERE live = 1");
    case Which::open:
      return load_incidents(db, "WHERE live = 1 AND resolved IS NULL");
    case Which::all:
      break;
  }
  return load_incidents(db, "");
}

std::optional<Incident> load_incident(Connection& db, std::int64_t id) {
  auto found = load_incidents(db, "WHERE id = " + std::to_string(id));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Silence> load_silences(Connection& db) {
  Statement rows(db, std::string("SELECT id, grp, status, severity, author, comment, begin_at, end_at, ") +
                         (db.user_version() >= version_with_wall_spans ? "wall_first, wall_length, wall_days"
                                                                       : "NULL, NULL, NULL") +
                         " FROM silence ORDER BY id");
  std::vector<Silence> silences;
  while (rows.step()) {
    Silence& silence = silences.emplace_back();
    Columns(rows) >> silence.id >> silence.group >> silence.status >> up_to(silence.severity, Severity::critical) >>
        silence.author >> silence.comment >> silence.begin >> silence.end;
    if (!rows.is_null(8)) silence.span = read_span(rows);
  }
  return silences;
}

AlertState load_alert_state(Connection& db) {
  AlertState state;
  state.tracker.incidents = load_incidents(db, Which::live);
  state.tracker.silences = load_silences(db);
  load_small_tables(db, state.tracker);
  state.cursor = load_cursor(db);
  if (state.cursor) state.tracker.minute = db.integer("SELECT minute FROM alert_cursor");
  load_taken_ids(db, state.tracker);
  return state;
}

void save_alert_state(Connection& db, const AlertState& before, const AlertState& after) {
  save_incidents(db, before.tracker, after.tracker);
  save_volumes(db, before.tracker, after.tracker);
  save_messages(db, before.tracker, after.tracker);
  save_held(db, before.tracker, after.tracker);
  save_silences(db, before.tracker, after.tracker);
  if (after.cursor) save_cursor(db, before.cursor, after.cursor, after.tracker.minute.value_or(after.cursor->time));
}

}  // namespace pos::history
