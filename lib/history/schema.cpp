// SPDX-License-Identifier: MIT
#include "history/schema.hpp"

namespace pos::history {

const std::array<const char*, schema_version> migrations = {
    R"sql(
PRAGMA application_id = 0x706f7331;

-- Names that stand in every row, once.
CREATE TABLE status (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
-- monitor: where the monitor of this model stands, in the words of its model file.
CREATE TABLE model (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, monitor TEXT) STRICT;

CREATE TABLE scored (
  id       INTEGER PRIMARY KEY,  -- in the order rows were decided
  time     INTEGER NOT NULL,     -- wall-clock seconds since 1970-01-01 00:00
  status   INTEGER NOT NULL REFERENCES status,
  count    INTEGER NOT NULL,
  score    REAL NOT NULL,
  alert    INTEGER NOT NULL,     -- of the forest, 0 or 1
  expected REAL,
  surprise REAL,
  severity INTEGER NOT NULL,     -- 0, 1 warning, 2 critical
  decision INTEGER NOT NULL,     -- 0 Approve, 1 Alert
  open     INTEGER NOT NULL,     -- 1: its minute may not be over, and the decision may change
  reason   TEXT,
  model    INTEGER NOT NULL REFERENCES model,
  source   INTEGER REFERENCES source,  -- NULL: made up for a silent status
  row_hash INTEGER NOT NULL            -- of the input's bytes: the same row is known when it comes again
) STRICT;
CREATE INDEX scored_time ON scored (time);
CREATE INDEX scored_open ON scored (model) WHERE open = 1;
)sql",
    R"sql(
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
)sql",
    R"sql(
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
)sql",
    R"sql(
-- The status that incident.lost and missing are of; '*': of all together, which loses nothing that can be known.
ALTER TABLE incident ADD COLUMN volume TEXT NOT NULL DEFAULT 'approved';
CREATE TABLE alert_volume (
  grp TEXT NOT NULL, status TEXT NOT NULL, minute INTEGER NOT NULL, count INTEGER NOT NULL, expected REAL,
  PRIMARY KEY (grp, status)
) STRICT, WITHOUT ROWID;
INSERT INTO alert_volume SELECT grp, 'approved', minute, count, expected FROM alert_approvals;
DROP TABLE alert_approvals;
)sql",
    R"sql(
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
CREATE TABLE model_of_stream (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, name TEXT NOT NULL, monitor TEXT, stream TEXT NOT NULL DEFAULT '',
  trained INTEGER,  -- time of the last row it was trained on, as scored.time; NULL: not known
  UNIQUE (sha256, stream)
) STRICT;
INSERT INTO model_of_stream (id, sha256, name, monitor) SELECT id, sha256, name, monitor FROM model;
DROP TABLE model;
ALTER TABLE model_of_stream RENAME TO model;

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
)sql",
    R"sql(
-- Which keys a row has, `merchant=m17` and what else, with tabs between: as base/keys.hpp joins them.
CREATE TABLE key_set (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
-- A row: some row of `scored`, or of open_labels, has more than histories of before had.
CREATE TABLE has_more (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;
ALTER TABLE scored ADD COLUMN key TEXT;    -- whose numbers the decision has; NULL: the whole's
ALTER TABLE scored ADD COLUMN place TEXT;  -- where an alert hurts
ALTER TABLE scored ADD COLUMN keys INTEGER REFERENCES key_set;  -- NULL: none
-- What rows of minutes that are not over are counted by, but for their status: gone when they are decided for good.
CREATE TABLE open_labels (row INTEGER PRIMARY KEY, labels TEXT NOT NULL) STRICT;
-- Where the monitor of a model stands, beyond model.monitor: what changes in parts.
CREATE TABLE model_state (
  model INTEGER NOT NULL REFERENCES model, name TEXT NOT NULL, state BLOB NOT NULL, PRIMARY KEY (model, name)
) STRICT, WITHOUT ROWID;

ALTER TABLE incident_part ADD COLUMN hurts TEXT;  -- as scored.place
ALTER TABLE incident ADD COLUMN told_place INTEGER NOT NULL DEFAULT 0;
)sql",
    R"sql(
-- What a digest told of, so that it is known who has heard of an incident.
CREATE TABLE digest_entry (
  incident INTEGER NOT NULL, message_id TEXT NOT NULL, PRIMARY KEY (incident, message_id)
) STRICT, WITHOUT ROWID;
)sql",
    R"sql(
-- How much money the transactions of a row are, in hundredths; NULL: it does not say.
ALTER TABLE scored ADD COLUMN amount INTEGER;
-- A row: some row of `scored` has one.
CREATE TABLE has_amounts (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;
-- What one of the volume usually is, in hundredths, before an incident; what pos-alert knows of that for the next one;
-- and what a digest tells.
ALTER TABLE incident ADD COLUMN usual_amount REAL;
CREATE TABLE alert_amount (
  minute INTEGER PRIMARY KEY, status TEXT NOT NULL, count INTEGER NOT NULL, amount INTEGER NOT NULL
) STRICT;
ALTER TABLE alert_held ADD COLUMN lost_amount REAL;
)sql",
    R"sql(
-- What people say of days and hours, of all streams (pos-report --mark). Times as scored.time; finish NULL: nobody said.
CREATE TABLE mark (
  id INTEGER PRIMARY KEY, begin INTEGER NOT NULL, finish INTEGER, name TEXT NOT NULL, kind TEXT NOT NULL
) STRICT;
)sql"};

}  // namespace pos::history
