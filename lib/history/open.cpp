// SPDX-License-Identifier: MIT
#include "history/open.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/error.hpp"
#include "file/new_file.hpp"
#include "history/schema.hpp"
#include "history/views.hpp"

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
    db.execute(drop_views);
    for (std::int64_t version = db.user_version(); version < schema_version; ++version) {
      db.execute(migrations.at(static_cast<std::size_t>(version)));
      db.execute(("PRAGMA user_version = " + std::to_string(version + 1)).c_str());
    }
    db.execute(create_views);
  });
}

// SQLite would take what a database of that name has left for the new one's, and write it there. (An empty log is what
// readers leave.)
void refuse_leftovers(const std::string& path) {
  for (const char* end : {"-wal", "-journal"}) {
    struct stat left {};
    if (stat((path + end).c_str(), &left) == 0 && left.st_size > 0)
      throw Error(Fault::cannot_create,
                  path + end + ": is left of another database of that name, which is gone: move it away");
  }
}

// A new history appears whole, or not at all. (It becomes one with a log when it is in place: side files have its
// name.)
void create(const std::string& path) {
  refuse_leftovers(path);
  file::NewFile made(path);
  try {
    Connection db(made.temporary(), Access::write);
    db.write_alone();
    db.let_shrink();
    migrate(db);
  } catch (const Error& error) {
    throw made.named(error);
  }
  static_cast<void>(made.take_place(file::NewFile::Place::empty));  // another program may have been faster
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

void back_up(const Connection& db, const std::string& to) {
  const auto refuse = [&] { throw Error(Fault::cannot_create, to + ": is there already"); };
  if (::access(to.c_str(), F_OK) == 0) refuse();
  refuse_leftovers(to);
  file::NewFile made(to);
  try {
    db.copy_to(made.temporary());
  } catch (const Error& error) {
    throw made.named(error);
  }
  if (!made.take_place(file::NewFile::Place::empty)) refuse();
}

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

std::unique_ptr<Connection> open_existing(const std::string& path) {
  struct stat file {};
  if (stat(path.c_str(), &file) != 0)
    throw system_error(path, errno, errno == EACCES ? Fault::permission : Fault::no_input);
  if (file.st_size == 0) throw Error(Fault::bad_data, path + ": is empty, no history of pos-tools");
  return open(path, Access::write);
}

}  // namespace pos::history
