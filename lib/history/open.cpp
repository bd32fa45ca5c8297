// SPDX-License-Identifier: MIT
#include "history/open.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/error.hpp"
#include "history/schema.hpp"

namespace pos::history {

using namespace sqlite;

namespace {

bool is_empty(Connection& db) { return db.integer("SELECT count(*) FROM sqlite_schema") == 0; }

// Nothing is changed: a file of somebody else's stays as it is.
void check(Connection& db) {
  const std::int64_t version = db.user_version();
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

void migrate(Connection& db) {
  if (db.user_version() == schema_version) return;
  db.transaction([&] {
    for (std::int64_t version = db.user_version(); version < schema_version; ++version) {
      db.execute(migrations.at(static_cast<std::size_t>(version)));
      db.execute(("PRAGMA user_version = " + std::to_string(version + 1)).c_str());
    }
  });
}

void migrate_new(const std::string& path) {
  Connection db(path, Access::write);
  db.write_ahead();
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
  db->set_on_close(Connection::OnClose::keep_log);
  check(*db);
  if (access == Access::read) {
    if (db->user_version() == 0) throw Error(Fault::bad_data, path + ": is empty, no history of pos-tools");
    return db;
  }
  db->set_on_close(Connection::OnClose::checkpoint);
  db->write_ahead();
  migrate(*db);
  return db;
}

}  // namespace pos::history
