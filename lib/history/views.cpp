// SPDX-License-Identifier: MIT
#include "history/views.hpp"

namespace pos::history {

const char* const drop_views = R"sql(
DROP VIEW IF EXISTS transactions;
DROP VIEW IF EXISTS minutes;
DROP VIEW IF EXISTS incidents;
DROP VIEW IF EXISTS events;
DROP VIEW IF EXISTS outbox;
)sql";

const char* const create_views = R"sql(
-- Rows that are made up in the name of '*' hold what all others do: a sum must not have them.
CREATE VIEW transactions AS
  SELECT scored.id, strftime('%Y-%m-%d %H:%M:%S', time, 'unixepoch') AS time, status.name AS status, count, score,
         alert, expected, surprise,
         CASE severity WHEN 1 THEN 'warning' WHEN 2 THEN 'critical' ELSE '' END AS severity,
         iif(decision = 1, 'Alert', 'Approve') AS final_decision, coalesce(reason, '') AS reason,
         model.name AS model, source.name AS source, time AS seconds, model.stream AS stream,
         coalesce(key, '') AS key, coalesce(place, '') AS place,
         coalesce((SELECT key_set.name FROM key_set WHERE key_set.id = scored.keys), '') AS keys,
         amount / 100.0 AS amount
    FROM scored JOIN status ON status.id = scored.status JOIN model ON model.id = scored.model
         LEFT JOIN source ON source.id = scored.source
   WHERE status.name <> '*';

-- What is expected of a key is not what is expected of all.
CREATE VIEW minutes AS
  SELECT strftime('%Y-%m-%d %H:%M', time, 'unixepoch') AS minute, status.name AS status, sum(count) AS count,
         max(expected) FILTER (WHERE key IS NULL) AS expected, count(*) FILTER (WHERE decision = 1) AS alerts,
         time / 60 * 60 AS seconds, stream, sum(amount) / 100.0 AS amount
    FROM scored JOIN status ON status.id = scored.status JOIN model ON model.id = scored.model
   WHERE status.name <> '*'
   GROUP BY time / 60, scored.status, stream;

-- Lost is unknown where nothing was expected, and of a key whose volume has no part in it.
CREATE VIEW incidents AS
  SELECT incident.id, iif(resolved IS NULL, 'open', 'resolved') AS state,
         CASE incident.severity WHEN 2 THEN 'critical' ELSE 'warning' END AS severity,
         (SELECT group_concat(status, '+')
            FROM (SELECT status FROM incident_part WHERE incident_part.incident = incident.id ORDER BY place)) AS status,
         grp AS "group", strftime('%Y-%m-%d %H:%M:%S', first, 'unixepoch') AS first,
         strftime('%Y-%m-%d %H:%M:%S', last, 'unixepoch') AS last,
         strftime('%Y-%m-%d %H:%M:%S', resolved, 'unixepoch') AS resolved,
         known_lost AS lost, flaps,
         CASE ack_verdict WHEN 1 THEN 'true' WHEN 2 THEN 'false' END AS verdict, ack_author AS acknowledged_by,
         ack_comment AS comment, opened_at AS opened_seconds, volume,
         coalesce((SELECT hurts FROM incident_part WHERE incident_part.incident = incident.id AND hurts IS NOT NULL
                    ORDER BY place LIMIT 1), '') AS place,
         round(known_lost * usual_amount / 100, 2) AS lost_amount
    FROM (SELECT *, iif(volume = '*' OR NOT EXISTS (SELECT 1 FROM incident_part WHERE incident_part.incident = incident.id
                                                      AND expected IS NOT NULL)
                          OR (grp <> '' AND NOT EXISTS (SELECT 1 FROM incident_part
                                                         WHERE incident_part.incident = incident.id
                                                           AND incident_part.status = volume)),
                        NULL, lost) AS known_lost
            FROM incident) AS incident;

CREATE VIEW events AS
  SELECT id, strftime('%Y-%m-%d %H:%M:%S', begin, 'unixepoch') AS time,
         strftime('%Y-%m-%d %H:%M:%S', finish, 'unixepoch') AS until, name, kind, begin AS seconds
    FROM mark;

CREATE VIEW outbox AS
  SELECT id, message_id, incident, event, channel, target,
         CASE state WHEN 0 THEN 'queued' WHEN 1 THEN 'sending' WHEN 2 THEN 'sent' ELSE 'failed' END AS state,
         attempts, created_at AS created_seconds, next_at AS next_seconds, sent_at AS sent_seconds, error
    FROM message;
)sql";

}  // namespace pos::history
