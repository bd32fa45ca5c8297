// SPDX-License-Identifier: MIT
#include "history/incident_view.hpp"
#include "history/schema.hpp"

#include <string>

#include "sqlite/columns.hpp"

namespace pos::history {

using namespace sqlite;

namespace {

constexpr std::int64_t version_with_incidents = 2;

// The columns of the view in the file.
constexpr const char* replayed =
    "SELECT replayed.id, iif(replayed.resolved IS NULL, 'open', 'resolved') AS state, replayed.severity, "
    "replayed.status, replayed.\"group\", replayed.first, replayed.last, replayed.resolved, replayed.lost, "
    "replayed.flaps, ";
constexpr const char* alone =
    "NULL AS verdict, NULL AS acknowledged_by, NULL AS comment, NULL AS opened_seconds, replayed.volume, "
    "replayed.place, replayed.lost_amount "
    "FROM temp.replayed ORDER BY first";
constexpr const char* with_stored =
    "stored.verdict, stored.acknowledged_by, stored.comment, stored.opened_seconds, replayed.volume, replayed.place, "
    "replayed.lost_amount FROM temp.replayed LEFT JOIN main.incidents AS stored ON stored.id = replayed.id "
    "UNION ALL SELECT id, state, severity, status, \"group\", first, last, resolved, lost, flaps, verdict, "
    "acknowledged_by, comment, opened_seconds, volume, ";
constexpr const char* of_stored =
    " FROM main.incidents WHERE last < (SELECT strftime('%Y-%m-%d %H:%M:%S', min(time), 'unixepoch') FROM main.scored) "
    "ORDER BY first";

}  // namespace

void show_incidents(Connection& db, std::span<const incident::Incident> incidents) {
  db.execute(
      "CREATE TEMP TABLE replayed (id INTEGER PRIMARY KEY, severity TEXT, status TEXT, first TEXT, last TEXT, "
      "resolved TEXT, lost REAL, flaps INTEGER, volume TEXT, \"group\" TEXT, place TEXT, lost_amount REAL)");
  Statement put(db, "INSERT INTO replayed VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, round(?, 2))");
  for (const incident::Incident& incident : incidents) {
    const std::string first = to_date_time(incident.first);
    const std::string last = to_date_time(incident.last);
    std::string statuses;  // in the order they came, as in the file
    for (const incident::Part& part : incident.parts) statuses += (statuses.empty() ? "" : "+") + part.status;
    std::optional<std::string> resolved;
    if (incident.resolved) resolved = to_date_time(*incident.resolved);
    auto amount = incident::lost_amount(incident);
    if (amount) *amount /= 100;
    put.run(incident.id, severity_name(incident.severity), statuses, first, last, resolved, incident::lost(incident),
            incident.flaps, incident.volume, incident.group, incident::where(incident), amount);
  }
  const std::int64_t version = db.user_version();
  std::string view = std::string("CREATE TEMP VIEW incidents AS ") + replayed;
  if (version >= version_with_incidents) {
    (view += with_stored).append(version >= version_with_keys ? "place" : "''");
    view.append(version >= version_with_amounts ? ", lost_amount" : ", NULL").append(of_stored);
  } else {
    view += alone;
  }
  db.execute(view.c_str());
}

}  // namespace pos::history
