// SPDX-License-Identifier: MIT
#include "ledger/incidents.hpp"

#include <algorithm>
#include <string>

#include "history/schema.hpp"
#include "sqlite/columns.hpp"

namespace pos::ledger {

using namespace sqlite;

namespace {

using incident::Incident;
using incident::Part;
using incident::State;

std::string incident_columns(std::int64_t version) {
  return std::string(
             "id, grp, severity, first, last, opened_at, resolved, missing, missing_since, normal_until, normal, "
             "resolve_after, reminders, flaps, owed, hushed, ") +
         (version >= version_with_volumes ? "volume" : "'approved'") + ", told, " +
         (version >= version_with_told
              ? "told_at, told_parts, told_severity, told_lost, told_times, told_updates, told_over"
              : "opened_at, 1000000, severity, lost, 1000000, 0, resolved IS NOT NULL") +
         (version >= history::version_with_keys ? ", told_place" : ", 0") +
         (version >= history::version_with_amounts ? ", usual_amount" : ", NULL") +
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
      what.times_normal >> what.updates >> what.is_over >> what.place;
  columns >> to.usual_amount;
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
      part.expected_minute >> part.where;
  return part;
}

class Writer {
 public:
  explicit Writer(Connection& db)
      : put_(db,
             "INSERT INTO incident (id, live, grp, severity, first, last, lost, opened_at, resolved, missing, "
             "missing_since, normal_until, normal, resolve_after, reminders, flaps, owed, hushed, volume, told, "
             "told_at, told_parts, told_severity, told_lost, told_times, told_updates, told_over, ack_at, told_place, "
             "usual_amount) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, "
             "?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30) ON CONFLICT (id) DO UPDATE SET live = ?2, severity = ?4, "
             "last = ?6, lost = ?7, opened_at = ?8, resolved = ?9, missing = ?10, missing_since = ?11, "
             "normal_until = ?12, normal = ?13, resolve_after = ?14, reminders = ?15, flaps = ?16, owed = ?17, "
             "hushed = ?18, told = ?20, told_at = ?21, told_parts = ?22, told_severity = ?23, told_lost = ?24, "
             "told_times = ?25, told_updates = ?26, told_over = ?27, ack_at = ?28, told_place = ?29, "
             "usual_amount = ?30"),
        put_part_(db, std::string("INSERT OR REPLACE INTO incident_part (incident, place, ") + part_columns +
                          ", hurts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") {}

  void save(const Incident& incident, bool live);

 private:
  void save_parts(const Incident& incident);

  Statement put_;
  Statement put_part_;
};

void Writer::save_parts(const Incident& incident) {
  std::int64_t place = 0;
  for (const Part& part : incident.parts) {
    std::optional<std::string_view> where;
    if (!part.where.empty()) where = part.where;
    put_part_.run(incident.id, place++, part.status, part.severity, part.first, part.last, part.alerts, part.count,
                  part.expected, part.surprise, part.reason, part.count_since, part.expected_since,
                  part.expected_minute, where);
  }
}

// What cannot be known is NULL in the view; the column has always had a number.
void Writer::save(const Incident& incident, bool live) {
  const incident::Told told = incident.told.value_or(incident::Told());
  std::optional<std::int64_t> acknowledged;
  if (incident.acknowledged) acknowledged = incident.acknowledged->time;
  put_.run(incident.id, live, incident.group, incident.severity, incident.first, incident.last,
           incident::lost(incident).value_or(0), incident.opened_at, incident.resolved, incident.missing,
           incident.missing_since, incident.normal_until, incident.normal, incident.resolve_after, incident.reminders,
           incident.flaps, incident.owed, incident.hushed, incident.volume, incident.told.has_value(), told.time,
           told.parts, told.severity, told.lost, told.times_normal, told.updates, told.is_over, acknowledged,
           told.place, incident.usual_amount);
  save_parts(incident);
}

std::vector<Incident> load_incidents(Connection& db, const std::string& which) {
  Statement rows(db, "SELECT " + incident_columns(db.user_version()) + " FROM incident " + which + " ORDER BY id");
  const char* place = db.user_version() >= history::version_with_keys ? ", coalesce(hurts, '')" : ", ''";
  Statement parts(
      db, std::string("SELECT ") + part_columns + place + " FROM incident_part WHERE incident = ?1 ORDER BY place");
  std::vector<Incident> incidents;
  while (rows.step()) {
    Incident& incident = incidents.emplace_back();
    read_incident(rows, incident);
    parts.set(incident.id);
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

void save_incidents(Connection& db, const State& before, const State& after) {
  std::optional<Writer> writer;  // most rows change none
  const auto save = [&](const Incident& incident, bool live) {
    if (!writer) writer.emplace(db);
    writer->save(incident, live);
  };
  auto old = before.incidents.begin();
  for (const Incident& incident : after.incidents) {
    while (old != before.incidents.end() && old->id < incident.id) ++old;
    const bool same = old != before.incidents.end() && *old == incident;
    if (!same) save(incident, true);
  }
  for (const Incident& incident : after.closed) save(incident, false);
}

}  // namespace pos::ledger
