// SPDX-License-Identifier: MIT
#include "history/alert_state.hpp"

#include <algorithm>
#include <string>

#include "incident/tracker.hpp"

namespace pos::history {
namespace {

using incident::Held;
using incident::Incident;
using incident::Part;
using incident::Silence;
using incident::State;
using incident::VolumeSeen;

// Of rows that another program may have written: a number that stands for nothing is the nearest that does.
template <typename Enum>
Enum to_enum(std::int64_t value, Enum last) {
  return static_cast<Enum>(std::clamp<std::int64_t>(value, 0, static_cast<std::int64_t>(last)));
}

// A database that is only read may be of an older version.
bool has_volumes(Connection& db) { return db.integer("PRAGMA user_version") >= 4; }

void read_acknowledgement(const Statement& from, Incident& to) {
  if (from.is_null(18)) return;
  to.acknowledged =
      incident::Acknowledgement{from.integer(18), to_enum(from.integer(19), incident::Verdict::false_alarm),
                                std::string(from.text(20)), std::string(from.text(21))};
}

void read_incident(const Statement& from, Incident& to) {
  to.id = from.integer(0);
  to.group = from.text(1);
  to.severity = to_enum(from.integer(2), Severity::critical);
  to.first = from.integer(3);
  to.last = from.integer(4);
  to.opened_at = from.integer(5);
  to.resolved = from.optional_integer(6);
  to.missing = from.real(7);
  to.missing_since = from.real(8);
  to.normal_until = from.integer(9);
  to.normal = std::chrono::seconds(from.integer(10));
  to.resolve_after = std::chrono::seconds(from.integer(11));
  to.reminders = static_cast<int>(from.integer(12));
  to.flaps = static_cast<int>(from.integer(13));
  to.owed = to_enum(from.integer(14), incident::Owed::update);
  to.told = from.integer(15) != 0;
  to.hushed = from.integer(16) != 0;
  read_acknowledgement(from, to);
  to.volume = from.text(22);
}

Part read_part(const Statement& from) {
  Part part;
  part.status = from.text(0);
  part.severity = to_enum(from.integer(1), Severity::critical);
  part.first = from.integer(2);
  part.last = from.integer(3);
  part.alerts = from.integer(4);
  part.count = from.integer(5);
  part.expected = from.optional_real(6);
  part.surprise = from.optional_real(7);
  part.reason = from.text(8);
  part.count_since = from.integer(9);
  part.expected_since = from.real(10);
  part.expected_minute = from.optional_integer(11);
  return part;
}

void save_parts(Connection& db, const Incident& incident) {
  Statement put(db,
                "INSERT OR REPLACE INTO incident_part VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
                "?13, ?14)");
  std::int64_t place = 0;
  for (const Part& part : incident.parts) {
    put.bind(1, incident.id);
    put.bind(2, place++);
    put.bind(3, part.status);
    put.bind(4, static_cast<std::int64_t>(part.severity));
    put.bind(5, part.first);
    put.bind(6, part.last);
    put.bind(7, part.alerts);
    put.bind(8, part.count);
    put.bind(9, part.expected);
    put.bind(10, part.surprise);
    put.bind(11, part.reason);
    put.bind(12, part.count_since);
    put.bind(13, part.expected_since);
    put.bind(14, part.expected_minute);
    put.run();
  }
}

void bind_acknowledgement(Statement& put, const Incident& incident) {
  if (!incident.acknowledged) {
    for (int column = 20; column <= 23; ++column) put.bind_null(column);
    return;
  }
  put.bind(20, incident.acknowledged->time);
  put.bind(21, static_cast<std::int64_t>(incident.acknowledged->verdict));
  put.bind(22, incident.acknowledged->author);
  put.bind(23, incident.acknowledged->comment);
}

// What cannot be known is NULL in the view; the column has always had a number.
void save_incident(Connection& db, const Incident& incident, std::optional<double> lost, bool live) {
  Statement put(db,
                "INSERT INTO incident VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, "
                "?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24) ON CONFLICT (id) DO UPDATE SET live = ?2, severity = ?4, "
                "last = ?6, lost = ?7, resolved = ?9, missing = ?10, missing_since = ?11, normal_until = ?12, "
                "normal = ?13, resolve_after = ?14, reminders = ?15, flaps = ?16, owed = ?17, told = ?18, "
                "hushed = ?19, opened_at = ?8, ack_at = ?20");
  put.bind(1, incident.id);
  put.bind(2, std::int64_t{live});
  put.bind(3, incident.group);
  put.bind(4, static_cast<std::int64_t>(incident.severity));
  put.bind(5, incident.first);
  put.bind(6, incident.last);
  put.bind(7, lost.value_or(0));
  put.bind(8, incident.opened_at);
  put.bind(9, incident.resolved);
  put.bind(10, incident.missing);
  put.bind(11, incident.missing_since);
  put.bind(12, incident.normal_until);
  put.bind(13, std::int64_t{incident.normal.count()});
  put.bind(14, std::int64_t{incident.resolve_after.count()});
  put.bind(15, std::int64_t{incident.reminders});
  put.bind(16, std::int64_t{incident.flaps});
  put.bind(17, static_cast<std::int64_t>(incident.owed));
  put.bind(18, std::int64_t{incident.told});
  put.bind(19, std::int64_t{incident.hushed});
  bind_acknowledgement(put, incident);
  put.bind(24, incident.volume);
  put.run();
  save_parts(db, incident);
}

void save_incidents(Connection& db, const State& before, const State& after) {
  auto old = before.incidents.begin();
  for (const Incident& incident : after.incidents) {
    while (old != before.incidents.end() && old->id < incident.id) ++old;
    const bool same = old != before.incidents.end() && *old == incident;
    if (!same) save_incident(db, incident, incident::lost(incident, after), true);
  }
  for (const Incident& incident : after.closed) save_incident(db, incident, incident::lost(incident, {}), false);
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

void save_held(Connection& db, const State& before, const State& after) {
  if (before.held == after.held) return;
  db.execute("DELETE FROM alert_held");
  Statement put(db, "INSERT INTO alert_held (incident, event, held_at) VALUES (?1, ?2, ?3)");
  for (const Held& held : after.held) {
    put.bind(1, held.incident);
    put.bind(2, static_cast<std::int64_t>(held.what));
    put.bind(3, held.time);
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

void save_cursor(Connection& db, const AlertState& before, const AlertState& after) {
  if (before.cursor == after.cursor || !after.cursor) return;
  Statement put(db, "INSERT OR REPLACE INTO alert_cursor VALUES (1, ?1, ?2, ?3)");
  put.bind(1, after.cursor->time);
  put.bind(2, after.cursor->rows);
  put.bind(3, after.tracker.minute.value_or(after.cursor->time));
  put.run();
}

void load_small_tables(Connection& db, State& to) {
  Statement volumes(db, has_volumes(db) ? "SELECT grp, status, minute, count, expected FROM alert_volume"
                                        : "SELECT grp, 'approved', minute, count, expected FROM alert_approvals");
  while (volumes.step()) {
    to.volumes[{std::string(volumes.text(0)), std::string(volumes.text(1))}] =
        VolumeSeen{volumes.integer(2), volumes.integer(3), volumes.optional_real(4)};
  }
  Statement messages(db, "SELECT told_at FROM alert_told ORDER BY place");
  while (messages.step()) to.messages.push_back(messages.integer(0));
  Statement held(db, "SELECT incident, event, held_at FROM alert_held ORDER BY place");
  while (held.step()) {
    to.held.push_back({held.integer(0), to_enum(held.integer(1), incident::What::digest), held.integer(2)});
  }
}

}  // namespace

std::vector<Incident> load_incidents(Connection& db, Which which) {
  Statement rows(db, std::string("SELECT id, grp, severity, first, last, opened_at, resolved, missing, missing_since, "
                                 "normal_until, normal, resolve_after, reminders, flaps, owed, told, hushed, live, "
                                 "ack_at, ack_verdict, ack_author, ack_comment, ") +
                         (has_volumes(db) ? "volume" : "'approved'") + " FROM incident " +
                         (which == Which::live   ? "WHERE live = 1 "
                          : which == Which::open ? "WHERE live = 1 AND resolved IS NULL "
                                                 : "") +
                         "ORDER BY id");
  Statement parts(db,
                  "SELECT status, severity, first, last, alerts, count, expected, surprise, reason, count_since, "
                  "expected_since, expected_minute FROM incident_part WHERE incident = ?1 ORDER BY place");
  std::vector<Incident> incidents;
  while (rows.step()) {
    Incident& incident = incidents.emplace_back();
    read_incident(rows, incident);
    parts.bind(1, incident.id);
    while (parts.step()) incident.parts.push_back(read_part(parts));
  }
  return incidents;
}

std::vector<Silence> load_silences(Connection& db) {
  Statement rows(db, "SELECT id, grp, status, severity, author, comment, begin_at, end_at FROM silence ORDER BY id");
  std::vector<Silence> silences;
  while (rows.step()) {
    silences.push_back({rows.integer(0), std::string(rows.text(1)), std::string(rows.text(2)),
                        to_enum(rows.integer(3), Severity::critical), std::string(rows.text(4)),
                        std::string(rows.text(5)), rows.integer(6), rows.integer(7)});
  }
  return silences;
}

AlertState load_alert_state(Connection& db) {
  AlertState state;
  state.tracker.incidents = load_incidents(db, Which::live);
  state.tracker.silences = load_silences(db);
  load_small_tables(db, state.tracker);
  state.tracker.next_id = db.integer("SELECT coalesce(max(id), 0) + 1 FROM incident");
  Statement cursor(db, "SELECT time, rows, minute FROM alert_cursor");
  if (cursor.step()) {
    state.cursor = Cursor{cursor.integer(0), cursor.integer(1)};
    state.tracker.minute = cursor.integer(2);
  }
  return state;
}

void save_alert_state(Connection& db, const AlertState& before, const AlertState& after) {
  save_incidents(db, before.tracker, after.tracker);
  save_volumes(db, before.tracker, after.tracker);
  save_messages(db, before.tracker, after.tracker);
  save_held(db, before.tracker, after.tracker);
  save_silences(db, before.tracker, after.tracker);
  save_cursor(db, before, after);
}

}  // namespace pos::history
