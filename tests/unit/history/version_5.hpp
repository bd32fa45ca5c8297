// SPDX-License-Identifier: MIT
// The scripts that made histories of version 5 of those of version 2, as they were released.
#pragma once

inline constexpr const char* version_5 = R"sql(
-- What pos-serve answered to requests with an Idempotency-Key.
CREATE TABLE answer (
  id      INTEGER PRIMARY KEY,
  key     TEXT NOT NULL UNIQUE,
  request INTEGER NOT NULL,  -- hash of the request: another one must not have its key
  added   TEXT NOT NULL,     -- to each row of the request, a line each; the rows' own columns are not kept
  created INTEGER NOT NULL   -- wall-clock seconds, as scored.time but of the clock
) STRICT;
CREATE INDEX answer_created ON answer (created);

-- One row: rows of minutes before this one have been read by --alert-command of pos-serve.
CREATE TABLE alert_command (id INTEGER PRIMARY KEY CHECK (id = 1), unread INTEGER NOT NULL) STRICT;

-- The status that incident.lost and missing are of; '*': of all together, which loses nothing that can be known.
ALTER TABLE incident ADD COLUMN volume TEXT NOT NULL DEFAULT 'approved';
CREATE TABLE alert_volume (
  grp TEXT NOT NULL, status TEXT NOT NULL, minute INTEGER NOT NULL, count INTEGER NOT NULL, expected REAL,
  PRIMARY KEY (grp, status)
) STRICT, WITHOUT ROWID;
INSERT INTO alert_volume SELECT grp, 'approved', minute, count, expected FROM alert_approvals;
DROP TABLE alert_approvals;

DROP VIEW incidents;
CREATE VIEW incidents AS
  SELECT incident.id, iif(resolved IS NULL, 'open', 'resolved') AS state,
         CASE incident.severity WHEN 2 THEN 'critical' ELSE 'warning' END AS severity,
         (SELECT group_concat(status, '+')
            FROM (SELECT status FROM incident_part WHERE incident_part.incident = incident.id ORDER BY place)) AS status,
         grp AS "group", strftime('%Y-%m-%d %H:%M:%S', first, 'unixepoch') AS first,
         strftime('%Y-%m-%d %H:%M:%S', last, 'unixepoch') AS last,
         strftime('%Y-%m-%d %H:%M:%S', resolved, 'unixepoch') AS resolved, iif(volume = '*', NULL, lost) AS lost, flaps,
         CASE ack_verdict WHEN 1 THEN 'true' WHEN 2 THEN 'false' END AS verdict, ack_author AS acknowledged_by,
         ack_comment AS comment, opened_at AS opened_seconds, volume
    FROM incident;

-- Rows that are made up in the name of '*' hold what all others do: a sum must not have them.
DROP VIEW transactions;
CREATE VIEW transactions AS
  SELECT scored.id, strftime('%Y-%m-%d %H:%M:%S', time, 'unixepoch') AS time, status.name AS status, count, score,
         alert, expected, surprise,
         CASE severity WHEN 1 THEN 'warning' WHEN 2 THEN 'critical' ELSE '' END AS severity,
         iif(decision = 1, 'Alert', 'Approve') AS final_decision, coalesce(reason, '') AS reason,
         model.name AS model, source.name AS source, time AS seconds
    FROM scored JOIN status ON status.id = scored.status JOIN model ON model.id = scored.model
         LEFT JOIN source ON source.id = scored.source
   WHERE status.name <> '*';

DROP VIEW minutes;
CREATE VIEW minutes AS
  SELECT strftime('%Y-%m-%d %H:%M', time, 'unixepoch') AS minute, status.name AS status, sum(count) AS count,
         max(expected) AS expected, count(*) FILTER (WHERE decision = 1) AS alerts, time / 60 * 60 AS seconds
    FROM scored JOIN status ON status.id = scored.status
   WHERE status.name <> '*'
   GROUP BY time / 60, scored.status;

-- What people were told last of an incident: a later message has to say more. What was told before is not known so well:
-- nothing but a rise of its severity is news then.
ALTER TABLE incident ADD COLUMN told_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE incident ADD COLUMN told_parts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE incident ADD COLUMN told_severity INTEGER NOT NULL DEFAULT 0;
ALTER TABLE incident ADD COLUMN told_lost REAL NOT NULL DEFAULT 0;
ALTER TABLE incident ADD COLUMN told_times REAL NOT NULL DEFAULT 0;
ALTER TABLE incident ADD COLUMN told_updates INTEGER NOT NULL DEFAULT 0;
ALTER TABLE incident ADD COLUMN told_over INTEGER NOT NULL DEFAULT 0;
UPDATE incident SET told_at = opened_at, told_over = resolved IS NOT NULL, told_severity = severity, told_lost = lost, told_times = 1000000,
       told_parts = (SELECT count(*) FROM incident_part WHERE incident_part.incident = incident.id);

-- What is missing counts as it comes, not when its minute is over.
UPDATE incident SET missing = missing + seen.expected - seen.count
  FROM alert_volume AS seen
 WHERE live = 1 AND seen.grp = incident.grp AND seen.status = volume AND seen.expected IS NOT NULL
       AND seen.minute BETWEEN first AND last;
UPDATE incident SET missing_since = missing_since + seen.expected - seen.count
  FROM alert_volume AS seen
 WHERE live = 1 AND seen.grp = incident.grp AND seen.status = volume AND seen.expected IS NOT NULL
       AND seen.minute > last;

-- What the next digest tells, a line for each incident.
ALTER TABLE alert_held RENAME TO held_before;
CREATE TABLE alert_held (
  place INTEGER PRIMARY KEY, incident INTEGER NOT NULL, held_at INTEGER NOT NULL, events TEXT NOT NULL,
  severity INTEGER NOT NULL, status TEXT NOT NULL, grp TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
  lost REAL, volume TEXT NOT NULL
) STRICT;
INSERT INTO alert_held (incident, held_at, events, severity, status, grp, first, last, lost, volume)
  SELECT incident.id, max(held_at),
         group_concat(CASE event WHEN 0 THEN 'opened' WHEN 1 THEN 'updated' WHEN 2 THEN 'reminded' ELSE 'resolved' END,
                      ', '),
         incident.severity,
         (SELECT group_concat(status, '+')
            FROM (SELECT status FROM incident_part WHERE incident_part.incident = incident.id ORDER BY place)),
         grp, first, last, iif(volume = '*', NULL, lost), volume
    FROM held_before JOIN incident ON incident.id = held_before.incident GROUP BY incident.id ORDER BY min(place);
DROP TABLE held_before;

-- Lost is unknown where the policy expects nothing, too.
DROP VIEW incidents;
CREATE VIEW incidents AS
  SELECT incident.id, iif(resolved IS NULL, 'open', 'resolved') AS state,
         CASE incident.severity WHEN 2 THEN 'critical' ELSE 'warning' END AS severity,
         (SELECT group_concat(status, '+')
            FROM (SELECT status FROM incident_part WHERE incident_part.incident = incident.id ORDER BY place)) AS status,
         grp AS "group", strftime('%Y-%m-%d %H:%M:%S', first, 'unixepoch') AS first,
         strftime('%Y-%m-%d %H:%M:%S', last, 'unixepoch') AS last,
         strftime('%Y-%m-%d %H:%M:%S', resolved, 'unixepoch') AS resolved,
         iif(volume = '*' OR NOT EXISTS (SELECT 1 FROM incident_part WHERE incident_part.incident = incident.id
                                           AND expected IS NOT NULL), NULL, lost) AS lost, flaps,
         CASE ack_verdict WHEN 1 THEN 'true' WHEN 2 THEN 'false' END AS verdict, ack_author AS acknowledged_by,
         ack_comment AS comment, opened_at AS opened_seconds, volume
    FROM incident;

-- What a message tells of is its incident.
ALTER TABLE message DROP COLUMN severity;
ALTER TABLE message DROP COLUMN status;
ALTER TABLE message DROP COLUMN first;
ALTER TABLE message DROP COLUMN last;
ALTER TABLE message DROP COLUMN count;
ALTER TABLE message DROP COLUMN expected;
ALTER TABLE message DROP COLUMN lost;
ALTER TABLE message DROP COLUMN reason;

-- Where a report begins that must not begin inside an incident.
CREATE INDEX scored_alert ON scored (time) WHERE decision = 1;

-- Streams: several feeds in one history, each with its models. '' is the one of those who name none.
DROP VIEW transactions;
DROP VIEW minutes;
CREATE TABLE model_of_stream (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, name TEXT NOT NULL, monitor TEXT, stream TEXT NOT NULL DEFAULT '',
  trained INTEGER,  -- time of the last row it was trained on, as scored.time; NULL: not known
  UNIQUE (sha256, stream)
) STRICT;
INSERT INTO model_of_stream (id, sha256, name, monitor) SELECT id, sha256, name, monitor FROM model;
DROP TABLE model;
ALTER TABLE model_of_stream RENAME TO model;

CREATE VIEW transactions AS
  SELECT scored.id, strftime('%Y-%m-%d %H:%M:%S', time, 'unixepoch') AS time, status.name AS status, count, score,
         alert, expected, surprise,
         CASE severity WHEN 1 THEN 'warning' WHEN 2 THEN 'critical' ELSE '' END AS severity,
         iif(decision = 1, 'Alert', 'Approve') AS final_decision, coalesce(reason, '') AS reason,
         model.name AS model, source.name AS source, time AS seconds, model.stream AS stream
    FROM scored JOIN status ON status.id = scored.status JOIN model ON model.id = scored.model
         LEFT JOIN source ON source.id = scored.source
   WHERE status.name <> '*';

CREATE VIEW minutes AS
  SELECT strftime('%Y-%m-%d %H:%M', time, 'unixepoch') AS minute, status.name AS status, sum(count) AS count,
         max(expected) AS expected, count(*) FILTER (WHERE decision = 1) AS alerts, time / 60 * 60 AS seconds, stream
    FROM scored JOIN status ON status.id = scored.status JOIN model ON model.id = scored.model
   WHERE status.name <> '*'
   GROUP BY time / 60, scored.status, stream;

-- How far pos-alert is. One row: of the newest record it has dealt with. Of the rows of a history it has dealt with
-- ids up to `done`, and up to `seen` with those before `before`; all NULL: the records came by a pipe.
DROP TABLE alert_command;
ALTER TABLE alert_cursor RENAME TO old_cursor;
CREATE TABLE alert_cursor (
  id INTEGER PRIMARY KEY CHECK (id = 1), time INTEGER NOT NULL, minute INTEGER NOT NULL,
  done INTEGER, seen INTEGER, before INTEGER, row_hash INTEGER, stream TEXT
) STRICT;
INSERT INTO alert_cursor (id, time, minute) SELECT id, time, minute FROM old_cursor;
DROP TABLE old_cursor;
-- Records of the minute of alert_cursor.time, and how often each came.
CREATE TABLE alert_record (hash INTEGER PRIMARY KEY, times INTEGER NOT NULL) STRICT;
-- Id of the first row of a file that is not stored whole yet: who follows the history waits for its end.
ALTER TABLE model ADD COLUMN unfinished INTEGER;

-- A silence by the clock on the wall: wall-clock seconds of its first begin, seconds that it lasts, and the days on which
-- it comes again (1 Monday, 2 Tuesday, 4 Wednesday ... together). NULL: from begin_at to end_at.
ALTER TABLE silence ADD COLUMN wall_first INTEGER;
ALTER TABLE silence ADD COLUMN wall_length INTEGER;
ALTER TABLE silence ADD COLUMN wall_days INTEGER;

PRAGMA user_version = 5;
)sql";
