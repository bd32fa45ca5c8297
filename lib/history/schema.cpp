// SPDX-License-Identifier: MIT
#include "history/schema.hpp"

#include <sqlite3.h>

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

#include "base/error.hpp"

namespace pos::history {
namespace {

constexpr std::int64_t application_id = 0x706f7331;  // "pos1"

// Script n brings a database of version n to n + 1. Once released, a script never changes.
constexpr std::array<const char*, schema_version> migrations = {R"sql(
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
)sql"};

std::int64_t version_of(Connection& db) { return db.integer("PRAGMA user_version"); }

bool is_empty(Connection& db) { return db.integer("SELECT count(*) FROM sqlite_schema") == 0; }

// Nothing is changed: a file of somebody else's stays as it is.
void check(Connection& db) {
  const std::int64_t version = version_of(db);
  if (db.integer("PRAGMA application_id") != application_id && !(version == 0 && is_empty(db))) {
    throw Error(Fault::bad_data, db.path() + ": is a database, but no history of pos-tools");
  }
  if (version < 0 || (version == 0 && !is_empty(db))) {
    throw Error(Fault::bad_data, db.path() + ": is a damaged history: it has no version");
  }
  if (version > schema_version) {
    throw Error(Fault::bad_data, db.path() + ": is a history of version " + std::to_string(version) +
                                     ", made by newer pos-tools; these know versions up to " +
                                     std::to_string(schema_version));
  }
}

// Readers and one writer at a time do not wait for each other in this mode. Changing to it is the
// one thing for which SQLite does not wait itself.
void write_ahead(Connection& db) {
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (sqlite3_exec(db.handle(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr) != SQLITE_OK) {
    if (sqlite3_errcode(db.handle()) != SQLITE_BUSY || std::chrono::steady_clock::now() > give_up) db.fail();
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  // A transaction survives the end of the program at once, and a power cut from the next checkpoint on.
  db.execute("PRAGMA synchronous = NORMAL");
}

void migrate(Connection& db) {
  if (version_of(db) == schema_version) return;
  db.transaction([&] {
    for (std::int64_t version = version_of(db); version < schema_version; ++version) {
      db.execute(migrations.at(static_cast<std::size_t>(version)));
      db.execute(("PRAGMA user_version = " + std::to_string(version + 1)).c_str());
    }
  });
}

void migrate_new(const std::string& path) {
  Connection db(path, Access::write);
  write_ahead(db);
  migrate(db);
}

// A new history appears whole, or not at all.
void create(const std::string& path) {
  std::string temporary = path + ".XXXXXX";
  const int fd = mkstemp(temporary.data());
  if (fd == -1) throw Error(Fault::cannot_create, path + ": " + std::strerror(errno));
  const mode_t mask = umask(0);
  umask(mask);
  fchmod(fd, 0666 & ~mask);
  close(fd);
  try {
    migrate_new(temporary);
  } catch (...) {
    unlink(temporary.c_str());
    throw;
  }
  const bool linked = link(temporary.c_str(), path.c_str()) == 0 || errno == EEXIST;  // another program was faster
  const int reason = errno;
  unlink(temporary.c_str());
  if (!linked) throw Error(Fault::cannot_create, path + ": " + std::strerror(reason));
}

// A reader of a database with a log needs to write beside it, unless there is no log.
Access reading_access(const std::string& path) {
  const auto slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const bool may_write = ::access(folder.c_str(), W_OK) == 0;
  const bool has_log = ::access((path + "-wal").c_str(), F_OK) == 0;
  return may_write || has_log ? Access::read : Access::still;
}

}  // namespace

std::unique_ptr<Connection> open(const std::string& path, Access access) {
  if (access == Access::write && ::access(path.c_str(), F_OK) != 0) create(path);
  auto db = std::make_unique<Connection>(path, access == Access::read ? reading_access(path) : access);
  // Until it is known to be ours, closing it must not write back what lies in its log.
  sqlite3_db_config(db->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  check(*db);
  if (access == Access::read) {
    if (version_of(*db) == 0) throw Error(Fault::bad_data, path + ": is empty, no history of pos-tools");
    return db;
  }
  sqlite3_db_config(db->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
  write_ahead(*db);
  migrate(*db);
  return db;
}

}  // namespace pos::history
