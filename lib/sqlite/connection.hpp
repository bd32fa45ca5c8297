// SPDX-License-Identifier: MIT
// SQLite: one connection, its statements, and errors as pos::Error.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace pos::sqlite {

// still: to read a database that nobody writes, in a folder that we may not write: SQLite needs no file
// beside it then. memory: a database of this connection alone, gone with it; its path is but a name.
enum class Access { read, write, still, memory };

class Connection {
 public:
  // Access::write creates the file where there is none. Whoever finds the database locked waits for
  // up to half a minute, or as set_patience() says.
  // Errors, here and in all that runs on it: pos::Error that names the file; Fault::no_input and
  // Fault::cannot_create for a file that cannot be opened, Fault::bad_data for one that is no
  // database, Fault::temporary for a lock that does not go away, Fault::system for too little memory or too few files,
  // else Fault::io.
  Connection(const std::string& path, Access access);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void set_patience(std::chrono::milliseconds patience);
  // Once `asked` says so no connection waits for longer than half a second: a signal ends the program, not a database.
  static void hurry_when(bool (*asked)());

  // One or more statements whose rows nobody wants.
  void execute(const char* sql);
  // One statement with its parameters, as Statement::run().
  template <typename... Values>
  void run(std::string_view sql, const Values&... values);
  // The first column of the first row; nothing: there is no row, or it is null. integer(): 0 then.
  template <typename... Values>
  [[nodiscard]] std::optional<std::int64_t> optional_integer(std::string_view sql, const Values&... values);
  template <typename... Values>
  [[nodiscard]] std::int64_t integer(std::string_view sql, const Values&... values) {
    return optional_integer(sql, values...).value_or(0);
  }

  // PRAGMA user_version.
  [[nodiscard]] std::int64_t user_version() { return integer("PRAGMA user_version"); }
  // Of the row inserted last.
  [[nodiscard]] std::int64_t last_id() const;
  // Rows that the last statement changed.
  [[nodiscard]] std::int64_t changes() const;

  // Runs `work` in a transaction that may write from its start (BEGIN IMMEDIATE: one that first
  // reads and then writes could fail at once, whatever the timeout); an exception undoes it.
  void transaction(const std::function<void()>& work);

  // Runs `work` on the database as it stands at its first question, whoever writes meanwhile.
  void read_transaction(const std::function<void()>& work);

  // Errors: pos::Error(Fault::io) where the file of that name is no longer the one that was opened, or its log (-wal)
  // or the index of that (-shm): what is written now, nobody will find.
  void check_in_place();
  // Then: moves what the log holds into the database that was opened, wherever that is now, unless another program has
  // begun a log of its own, and leaves all files alone from then on. Where another database has the name the log is
  // removed, which would be taken for that one's. True: all of it is in the database.
  bool save_log();

  // From now on readers and one writer at a time do not wait for each other. A transaction survives the end of the
  // program at once, and a power cut from the next checkpoint on.
  void write_ahead();
  // checkpoint: who closes it last writes back what lies in its log.
  enum class OnClose { checkpoint, keep_log };
  void set_on_close(OnClose what);
  // For a database that nobody else has yet, and that is thrown away if it does not become whole: there are no files
  // beside it, and nothing is synced.
  void write_alone();
  // Before its first table, or before a VACUUM: from then on pages that fall free can be given back some at a time.
  void let_shrink();
  [[nodiscard]] bool can_shrink();
  // The whole database as it stands, of a live one too, into that file, which is empty.
  void copy_to(const std::string& path) const;

  [[nodiscard]] sqlite3* handle() const { return handle_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[noreturn]] void fail() const;  // with what SQLite says of its last error

 private:
  // What a file is, whatever its name; 0, 0: none.
  struct Identity {
    std::uint64_t device = 0, inode = 0;
    bool operator==(const Identity&) const = default;
  };
  struct OwnFile {
    std::string path;
    Identity identity;
  };

  void run_transaction(const char* begin, const std::function<void()>& work);
  static int wait_for_lock(void* self, int tries);
  [[nodiscard]] bool waits(int tries);
  [[nodiscard]] bool is_in_place() const;
  void drop_log() const;
  [[nodiscard]] static Identity identity_of(const std::string& path);
  void note_log();

  std::string path_;
  Access access_;
  sqlite3* handle_ = nullptr;
  std::chrono::milliseconds patience_{0};
  std::chrono::steady_clock::time_point waiting_since_;
  Identity database_;
  std::vector<OwnFile> log_;  // its files, once they are known
};

// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

// A prepared statement. Parameters and columns are counted from 1 and 0, as SQLite does.
class Statement {
 public:
  Statement(Connection& connection, std::string_view sql);
  template <typename... Values>
  Statement(Connection& connection, std::string_view sql, Values&&... values) : Statement(connection, sql) {
    set_from(1, std::forward<Values>(values)...);
  }
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  // Text must live until the statement is reset.
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, double value);
  void bind(int parameter, std::string_view value);
  void bind(int parameter, Blob value);
  void bind_null(int parameter);
  template <typename Value>
  void bind(int parameter, const std::optional<Value>& value) {
    value ? bind(parameter, *value) : bind_null(parameter);
  }

  // Parameters in their order, from the first or the named one on: what bind() takes, other whole numbers, enums,
  // seconds.
  template <typename... Values>
  void set(Values&&... values) {
    set_from(1, std::forward<Values>(values)...);
  }
  template <typename... Values>
  void set_from(int parameter, Values&&... values) {
    static_assert((!std::is_same_v<Values, std::string> && ...), "a text that is gone before it is read");
    (put(parameter++, values), ...);
  }

  // True while there is a row. After the last one the statement is ready to be bound again.
  bool step();
  // Sets parameters, if any, and steps to the end.
  template <typename... Values>
  void run(const Values&... values) {
    set(values...);
    while (step()) {
    }
  }
  void reset();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;  // until the next step
  [[nodiscard]] std::string_view blob(int column) const;  // likewise
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] int column_count() const;
  [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
  [[nodiscard]] std::optional<double> optional_real(int column) const;

  [[nodiscard]] sqlite3_stmt* handle() const { return handle_; }
  [[nodiscard]] const std::string& path() const { return connection_.path(); }  // of its database

 private:
  template <typename Value>
  void put(int parameter, const Value& value) {
    if constexpr (std::is_same_v<Value, std::chrono::seconds>) {
      bind(parameter, std::int64_t{value.count()});
    } else if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>) {
      bind(parameter, static_cast<std::int64_t>(value));
    } else if constexpr (std::is_convertible_v<Value, std::string_view>) {
      bind(parameter, std::string_view(value));
    } else {
      bind(parameter, value);
    }
  }

  Connection& connection_;
  sqlite3_stmt* handle_ = nullptr;
};

template <typename... Values>
void Connection::run(std::string_view sql, const Values&... values) {
  Statement(*this, sql).run(values...);
}

template <typename... Values>
std::optional<std::int64_t> Connection::optional_integer(std::string_view sql, const Values&... values) {
  Statement statement(*this, sql, values...);
  return statement.step() ? statement.optional_integer(0) : std::nullopt;
}

}  // namespace pos::sqlite
