// SPDX-License-Identifier: MIT
// The script that made histories of version 1, as it was released, and a few rows of one.
#pragma once

inline constexpr const char* version_1 = R"sql(
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

CREATE VIEW transactions AS
  SELECT scored.id, strftime('%Y-%m-%d %H:%M:%S', time, 'unixepoch') AS time, status.name AS status, count, score,
         alert, expected, surprise,
         CASE severity WHEN 1 THEN 'warning' WHEN 2 THEN 'critical' ELSE '' END AS severity,
         iif(decision = 1, 'Alert', 'Approve') AS final_decision, coalesce(reason, '') AS reason,
         model.name AS model, source.name AS source, time AS seconds
    FROM scored JOIN status ON status.id = scored.status JOIN model ON model.id = scored.model
         LEFT JOIN source ON source.id = scored.source;

CREATE VIEW minutes AS
  SELECT strftime('%Y-%m-%d %H:%M', time, 'unixepoch') AS minute, status.name AS status, sum(count) AS count,
         max(expected) AS expected, count(*) FILTER (WHERE decision = 1) AS alerts, time / 60 * 60 AS seconds
    FROM scored JOIN status ON status.id = scored.status
   GROUP BY time / 60, scored.status;

INSERT INTO status VALUES (1, 'approved'), (2, 'denied');
INSERT INTO source VALUES (1, 'day.csv');
INSERT INTO model VALUES (1, 'abc', 'pos.model', 'state');
INSERT INTO scored VALUES (1, 60, 1, 100, 0.5, 0, 99.5, -1.5, 0, 0, 0, NULL, 1, 1, 11),
                          (2, 60, 2, 40, 0.7, 1, 4.5, 3.5, 2, 1, 0, 'above: 40', 1, 1, 12);
PRAGMA user_version = 1;
PRAGMA journal_mode = WAL;
)sql";
