// SPDX-License-Identifier: MIT
#include "sqlite/connection.hpp"

#include <sqlite3.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

#include "base/error.hpp"

namespace pos::sqlite {
namespace {

constexpr std::chrono::seconds usual_patience(30);
constexpr std::chrono::milliseconds hurried_patience(500);
constexpr int longest_pause = 100;  // ms between two looks at a lock

bool (*is_hurried)() = nullptr;  // of the process, as the signals are that it asks for

Fault fault_of(int code, Access access) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Fault::temporary;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_ERROR:  // our SQL is right, so the tables are not
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return Fault::bad_data;
    case SQLITE_CANTOPEN:
      return access == Access::write ? Fault::cannot_create : Fault::no_input;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return Fault::permission;
    case SQLITE_NOMEM:
      return Fault::system;
    case SQLITE_MISUSE:
      return Fault::internal;
    default:
      return Fault::io;
  }
}

// What stopped SQLite; where it was the system, in the system's words.
Error error_of(const std::string& path, sqlite3* handle, int code, Access access) {
  const Fault fault = fault_of(code, access);
  if (fault == Fault::temporary) return {fault, path + ": in use by another program for too long"};
  if (fault == Fault::system) return {fault, path + ": not enough memory"};
  if (handle == nullptr) return {Fault::system, path + ": " + sqlite3_errstr(code)};
  const bool is_of_system = (code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_IOERR;
  const int system = is_of_system ? sqlite3_system_errno(handle) : 0;
  if (system != 0) return system_error(path, system, fault);
  return {fault, path + ": " + sqlite3_errmsg(handle)};
}

// A file name as a URI with SQLite's parameter for what does not change (https://sqlite.org/uri.html).
std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      uri += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

Connection::Connection(const std::string& path, Access access) : path_(path), access_(access) {
  if (access == Access::memory) {
    if (sqlite3_open_v2(":memory:", &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        nullptr) != SQLITE_OK)
      fail();
    return;
  }
  struct stat there {};
  if (stat(path.c_str(), &there) == 0 && !S_ISREG(there.st_mode)) {
    throw Error(access == Access::write ? Fault::cannot_create : Fault::no_input, path + ": is no regular file");
  }
  if (access != Access::write && ::access(path.c_str(), R_OK) != 0) {
    const bool exists = ::access(path.c_str(), F_OK) == 0 || errno == EACCES;  // or its folder may not be searched
    throw Error(exists ? Fault::permission : Fault::no_input, path + (exists ? ": may not be read" : ": no such file"));
  }
  const int flags = access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  const bool still = access == Access::still;
  const int code =
      sqlite3_open_v2(still ? immutable_uri(path).c_str() : path.c_str(), &handle_,
                      flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (still ? SQLITE_OPEN_URI : 0), nullptr);
  if (code != SQLITE_OK) {
    const Error error = error_of(path, handle_, code, access);
    sqlite3_close(handle_);
    throw error;
  }
  // SQLite opens to read what it cannot open to write, whatever the reason. (Not asked of the system again: to close a
  // file would end the locks that this process has on it.)
  if (access == Access::write && sqlite3_db_readonly(handle_, "main") == 1 && ::access(path.c_str(), W_OK) == 0) {
    sqlite3_close(handle_);
    throw Error(Fault::system, path + ": cannot be opened to write now: are too many files open?");
  }
  set_patience(usual_patience);
  database_ = identity_of(path_);
}

// SQLite removes the log by its name, which may be another's by now.
Connection::~Connection() {
  if (access_ == Access::write && !is_in_place() && save_log()) drop_log();
  sqlite3_close(handle_);
}

void Connection::set_patience(std::chrono::milliseconds longest) {
  patience_ = longest;
  sqlite3_busy_handler(handle_, wait_for_lock, this);
}

void Connection::hurry_when(bool (*asked)()) { is_hurried = asked; }

int Connection::wait_for_lock(void* self, int tries) { return static_cast<Connection*>(self)->waits(tries) ? 1 : 0; }

bool Connection::waits(int tries) {
  const auto now = std::chrono::steady_clock::now();
  if (tries == 0) waiting_since_ = now;
  const bool hurried = is_hurried != nullptr && is_hurried();
  if (now - waiting_since_ >= (hurried ? std::min(patience_, hurried_patience) : patience_)) return false;
  std::this_thread::sleep_for(std::chrono::milliseconds(std::min(1 + 2 * tries, longest_pause)));
  return true;
}

Connection::Identity Connection::identity_of(const std::string& path) {
  struct stat there {};
  return stat(path.c_str(), &there) == 0 ? Identity{there.st_dev, there.st_ino} : Identity{};
}

// SQLite opens the log with the first question, and keeps it until the end; nobody removes it meanwhile who goes by
// SQLite's locks.
void Connection::note_log() {
  if (!log_.empty() || access_ == Access::still || access_ == Access::memory) return;
  static_cast<void>(user_version());
  for (const char* suffix : {"-wal", "-shm"}) {
    const Identity file = identity_of(path_ + suffix);
    if (file != Identity{}) log_.push_back({path_ + suffix, file});
  }
}

void Connection::check_in_place() {
  const auto check = [](const std::string& path, const Identity& opened) {
    if (identity_of(path) != opened)
      throw Error(Fault::io, path + ": was removed or replaced while in use: put it back, or start again");
  };
  check(path_, database_);
  note_log();
  for (const OwnFile& file : log_) check(file.path, file.identity);
}

bool Connection::is_in_place() const {
  return identity_of(path_) == database_ && std::all_of(log_.begin(), log_.end(), [](const OwnFile& file) {
           return identity_of(file.path) == file.identity;
         });
}

bool Connection::save_log() {
  set_on_close(OnClose::keep_log);
  const auto is_others = [](const OwnFile& file) {
    const Identity now = identity_of(file.path);
    return now != file.identity && now != Identity{};
  };
  if (std::any_of(log_.begin(), log_.end(), is_others)) return false;
  // By its own descriptors: into the database that was opened, wherever that is now.
  int pages = 0;
  int moved = 0;
  sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_PASSIVE, &pages, &moved);
  const Identity now = identity_of(path_);
  if (now != database_ && now != Identity{}) drop_log();
  return pages == moved;
}

// Or it is taken for that of the database that has the name, or that gets it.
void Connection::drop_log() const {
  for (const OwnFile& file : log_) {
    if (identity_of(file.path) == file.identity) ::unlink(file.path.c_str());
  }
}

void Connection::fail() const { throw error_of(path_, handle_, sqlite3_extended_errcode(handle_), access_); }

void Connection::execute(const char* sql) {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

std::int64_t Connection::last_id() const { return sqlite3_last_insert_rowid(handle_); }

std::int64_t Connection::changes() const { return sqlite3_changes64(handle_); }

// Changing to this mode is the one thing for which SQLite does not wait itself.
void Connection::write_ahead() {
  for (int tries = 0; sqlite3_exec(handle_, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr) != SQLITE_OK;
       ++tries) {
    if (sqlite3_errcode(handle_) != SQLITE_BUSY || !waits(tries)) fail();
  }
  execute("PRAGMA synchronous = NORMAL");
  note_log();
}

void Connection::set_on_close(OnClose what) {
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, what == OnClose::keep_log ? 1 : 0, nullptr);
}

void Connection::write_alone() { execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF"); }

void Connection::let_shrink() { execute("PRAGMA auto_vacuum = INCREMENTAL"); }

bool Connection::can_shrink() {
  constexpr std::int64_t incremental = 2;
  return integer("PRAGMA auto_vacuum") == incremental;
}

void Connection::copy_to(const std::string& path) const {
  Connection copy(path, Access::write);
  copy.write_alone();
  sqlite3_backup* backup = sqlite3_backup_init(copy.handle(), "main", handle_, "main");
  if (backup == nullptr) copy.fail();
  // All pages in one step: writers go on in the write-ahead log meanwhile.
  const int code = sqlite3_backup_step(backup, -1);
  sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE) throw error_of(path, copy.handle(), code, Access::write);
}

void Connection::transaction(const std::function<void()>& work) { run_transaction("BEGIN IMMEDIATE", work); }

void Connection::read_transaction(const std::function<void()>& work) { run_transaction("BEGIN", work); }

void Connection::run_transaction(const char* begin, const std::function<void()>& work) {
  execute(begin);
  try {
    work();
    execute("COMMIT");
  } catch (...) {
    // A full disk, for one, has ended the transaction already.
    if (sqlite3_get_autocommit(handle_) == 0) sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
    throw;
  }
}

Statement::Statement(Connection& connection, std::string_view sql) : connection_(connection) {
  const int code = sqlite3_prepare_v3(connection.handle(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &handle_, nullptr);
  if (code != SQLITE_OK) connection.fail();
}

Statement::~Statement() { sqlite3_finalize(handle_); }

void Statement::bind(int parameter, std::int64_t value) { sqlite3_bind_int64(handle_, parameter, value); }
void Statement::bind(int parameter, double value) { sqlite3_bind_double(handle_, parameter, value); }
void Statement::bind(int parameter, std::string_view value) {
  const char* text = value.data() != nullptr ? value.data() : "";
  sqlite3_bind_text(handle_, parameter, text, static_cast<int>(value.size()), SQLITE_STATIC);
}
void Statement::bind(int parameter, Blob value) {
  const char* bytes = value.bytes.data() != nullptr ? value.bytes.data() : "";
  sqlite3_bind_blob(handle_, parameter, bytes, static_cast<int>(value.bytes.size()), SQLITE_STATIC);
}
void Statement::bind_null(int parameter) { sqlite3_bind_null(handle_, parameter); }

bool Statement::step() {
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    reset();
    return false;
  }
  try {
    connection_.fail();
  } catch (...) {
    reset();  // not before, which would forget the message; until then nothing can be bound
    throw;
  }
}

void Statement::reset() { sqlite3_reset(handle_); }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_, column); }
double Statement::real(int column) const { return sqlite3_column_double(handle_, column); }
std::string_view Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  return text == nullptr ? std::string_view()
                         : std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)));
}
std::string_view Statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_, column));
  return bytes == nullptr ? std::string_view()
                          : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)));
}
int Statement::column_count() const { return sqlite3_column_count(handle_); }
bool Statement::is_null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }
std::optional<std::int64_t> Statement::optional_integer(int column) const {
  return is_null(column) ? std::nullopt : std::optional(integer(column));
}
std::optional<double> Statement::optional_real(int column) const {
  return is_null(column) ? std::nullopt : std::optional(real(column));
}

}  // namespace pos::sqlite
