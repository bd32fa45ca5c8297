// SPDX-License-Identifier: MIT
// The script that made histories of version 2 of those of version 1, as it was released.
#pragma once

inline constexpr const char* version_2 = R"sql(
-- What pos-alert keeps. Times of incidents are those of the rows (as scored.time); *_at are of the clock, UTC.
CREATE TABLE incident (
  id            INTEGER PRIMARY KEY,
  live          INTEGER NOT NULL,  -- 1: alerts may still belong to it
  grp           TEXT NOT NULL,
  severity      INTEGER NOT NULL,  -- as scored.severity
  first         INTEGER NOT NULL,  -- begin of the minute of the first alert
  last          INTEGER NOT NULL,
  lost          REAL NOT NULL,     -- approvals expected and not seen
  opened_at     INTEGER NOT NULL,
  resolved      INTEGER,           -- time of the row that resolved it; NULL: open
  missing       REAL NOT NULL,
  missing_since REAL NOT NULL,
  normal_until  INTEGER NOT NULL,
  normal        INTEGER NOT NULL,  -- seconds
  resolve_after INTEGER NOT NULL,  -- seconds
  reminders     INTEGER NOT NULL,
  flaps         INTEGER NOT NULL,
  owed          INTEGER NOT NULL,  -- 1 its opening, 2 an update
  told          INTEGER NOT NULL,
  hushed        INTEGER NOT NULL,
  ack_at        INTEGER,
  ack_verdict   INTEGER,           -- 0, 1 true alarm, 2 false alarm
  ack_author    TEXT,
  ack_comment   TEXT
) STRICT;
CREATE INDEX incident_live ON incident (id) WHERE live = 1;

CREATE TABLE incident_part (
  incident INTEGER NOT NULL REFERENCES incident, place INTEGER NOT NULL, status TEXT NOT NULL,
  severity INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, alerts INTEGER NOT NULL,
  count INTEGER NOT NULL, expected REAL, surprise REAL, reason TEXT NOT NULL,
  count_since INTEGER NOT NULL, expected_since REAL NOT NULL, expected_minute INTEGER,
  PRIMARY KEY (incident, place)
) STRICT, WITHOUT ROWID;

-- grp, status: patterns, '' matches all. severity: up to this one, 0: all.
CREATE TABLE silence (
  id INTEGER PRIMARY KEY, grp TEXT NOT NULL, status TEXT NOT NULL, severity INTEGER NOT NULL,
  author TEXT NOT NULL, comment TEXT NOT NULL, begin_at INTEGER NOT NULL, end_at INTEGER NOT NULL
) STRICT;

-- One row: rows up to this place of the input have been dealt with.
CREATE TABLE alert_cursor (
  id INTEGER PRIMARY KEY CHECK (id = 1), time INTEGER NOT NULL, rows INTEGER NOT NULL, minute INTEGER NOT NULL
) STRICT;
CREATE TABLE alert_approvals (
  grp TEXT PRIMARY KEY, minute INTEGER NOT NULL, count INTEGER NOT NULL, expected REAL
) STRICT, WITHOUT ROWID;
CREATE TABLE alert_told (place INTEGER PRIMARY KEY, told_at INTEGER NOT NULL) STRICT;  -- messages of the last hour
CREATE TABLE alert_held (
  place INTEGER PRIMARY KEY, incident INTEGER NOT NULL, event INTEGER NOT NULL, held_at INTEGER NOT NULL
) STRICT;

-- Messages on their way. target: an address, a folder, a command, or the file that holds a secret URL.
CREATE TABLE message (
  id         INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL,
  incident   INTEGER NOT NULL,  -- 0: none, a digest
  event      TEXT NOT NULL,
  channel    TEXT NOT NULL,
  target     TEXT NOT NULL,
  payload    TEXT,              -- NULL once it is sent
  severity TEXT NOT NULL, status TEXT NOT NULL, first INTEGER, last INTEGER, count INTEGER,
  expected REAL, lost REAL, reason TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  attempts   INTEGER NOT NULL DEFAULT 0,
  next_at    INTEGER NOT NULL,  -- not tried again before
  state      INTEGER NOT NULL DEFAULT 0,  -- 0 queued, 1 sending, 2 sent, 3 failed
  lease_at   INTEGER,           -- sending: until then nobody else tries
  claim      INTEGER NOT NULL DEFAULT 0,  -- counts the tries begun
  sent_at    INTEGER,
  error      TEXT NOT NULL DEFAULT ''     -- of the last try
) STRICT;
CREATE INDEX message_waiting ON message (id) WHERE state < 2;
CREATE INDEX message_incident ON message (incident, id);

CREATE VIEW incidents AS
  SELECT incident.id, iif(resolved IS NULL, 'open', 'resolved') AS state,
         CASE incident.severity WHEN 2 THEN 'critical' ELSE 'warning' END AS severity,
         (SELECT group_concat(status, '+')
            FROM (SELECT status FROM incident_part WHERE incident_part.incident = incident.id ORDER BY place)) AS status,
         grp AS "group", strftime('%Y-%m-%d %H:%M:%S', first, 'unixepoch') AS first,
         strftime('%Y-%m-%d %H:%M:%S', last, 'unixepoch') AS last,
         strftime('%Y-%m-%d %H:%M:%S', resolved, 'unixepoch') AS resolved, lost, flaps,
         CASE ack_verdict WHEN 1 THEN 'true' WHEN 2 THEN 'false' END AS verdict, ack_author AS acknowledged_by,
         ack_comment AS comment, opened_at AS opened_seconds
    FROM incident;

CREATE VIEW outbox AS
  SELECT id, message_id, incident, event, channel, target,
         CASE state WHEN 0 THEN 'queued' WHEN 1 THEN 'sending' WHEN 2 THEN 'sent' ELSE 'failed' END AS state,
         attempts, created_at AS created_seconds, next_at AS next_seconds, sent_at AS sent_seconds, error
    FROM message;

PRAGMA user_version = 2;
)sql";
