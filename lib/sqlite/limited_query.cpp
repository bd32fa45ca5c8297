// SPDX-License-Identifier: MIT
#include "sqlite/limited_query.hpp"

#include <sqlite3.h>

#include <string_view>

#include "base/error.hpp"

namespace pos::sqlite {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int instructions_between_looks = 1000;  // at the clock: well under a millisecond
constexpr int longest_value = 16 << 20;           // bytes; a query can double a text with every step
constexpr sqlite3_int64 most_memory = 64 << 20;   // bytes that SQLite takes in all; it sorts on disk

int allow_reading(void*, int action, const char*, const char* detail, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return detail != nullptr && std::string_view(detail) == "load_extension" ? SQLITE_DENY : SQLITE_OK;
    default:
      return SQLITE_DENY;
  }
}

struct End {
  Clock::time_point deadline;
  const std::function<bool()>& stopped;

  [[nodiscard]] bool is_stopped() const { return stopped && stopped(); }
};

int is_over(void* argument) {
  const End& end = *static_cast<End*>(argument);
  return Clock::now() > end.deadline || end.is_stopped() ? 1 : 0;
}

// What a connection is not allowed while this lives. (The memory is counted for all connections of the process.)
class Limits {
 public:
  Limits(sqlite3* db, End& end)
      : db_(db),
        memory_(sqlite3_hard_heap_limit64(most_memory)),
        length_(sqlite3_limit(db_, SQLITE_LIMIT_LENGTH, longest_value)) {
    sqlite3_set_authorizer(db_, allow_reading, nullptr);
    sqlite3_progress_handler(db_, instructions_between_looks, is_over, &end);
  }
  ~Limits() {
    sqlite3_hard_heap_limit64(memory_);
    sqlite3_limit(db_, SQLITE_LIMIT_LENGTH, length_);
    sqlite3_set_authorizer(db_, nullptr, nullptr);
    sqlite3_progress_handler(db_, 0, nullptr, nullptr);
  }
  Limits(const Limits&) = delete;
  Limits& operator=(const Limits&) = delete;

 private:
  sqlite3* db_;
  sqlite3_int64 memory_;
  int length_;
};

Value value_of(sqlite3_stmt* row, int column) {
  switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
      return std::monostate();
    case SQLITE_INTEGER:
      return std::int64_t{sqlite3_column_int64(row, column)};
    case SQLITE_FLOAT:
      return sqlite3_column_double(row, column);
    default: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
      return text == nullptr ? std::string()
                             : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
    }
  }
}

[[noreturn]] void refuse(const Connection& db, int code, std::chrono::seconds limit) {
  const std::string message = sqlite3_errmsg(db.handle());
  // (Some of what the authorizer denies is told by the message alone.)
  if (code == SQLITE_AUTH || message.starts_with("not authorized"))
    throw Error(Fault::usage, "--sql: only queries that read are allowed");
  switch (code & 0xff) {
    case SQLITE_INTERRUPT:
      throw Error(Fault::unavailable, "the query took longer than " + std::to_string(limit.count()) + " s");
    case SQLITE_NOMEM:
      throw Error(Fault::unavailable,
                  "the query needs more than " + std::to_string(most_memory >> 20) + " MB of memory");
    case SQLITE_BUSY:
    case SQLITE_CANTOPEN:
    case SQLITE_CORRUPT:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_NOTADB:
      db.fail();
    default:
      break;
  }
  const int at = sqlite3_error_offset(db.handle());
  throw Error(Fault::usage, "--sql: " + message + (at > 0 ? " (at character " + std::to_string(at + 1) + ")" : ""));
}

// As a query of more than one statement would be an accident, and half of it would run.
bool is_blank(const char* rest) {
  return std::string_view(rest).find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

}  // namespace

void run_limited(Connection& db, const Query& query) {
  End end{Clock::now() + query.limit, query.stopped};
  const Limits limits(db.handle(), end);
  sqlite3_stmt* raw = nullptr;
  const char* rest = nullptr;
  int code = sqlite3_prepare_v2(db.handle(), query.sql.c_str(), -1, &raw, &rest);
  const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(raw, sqlite3_finalize);
  if (code != SQLITE_OK) refuse(db, code, query.limit);
  if (!statement) throw Error(Fault::usage, "--sql: there is no query");
  if (!is_blank(rest)) throw Error(Fault::usage, "--sql: one query at a time");

  std::vector<std::string> names;
  for (int i = 0; i < sqlite3_column_count(raw); ++i) names.emplace_back(sqlite3_column_name(raw, i));
  query.columns(names);
  std::vector<Value> values(names.size());
  while ((code = sqlite3_step(raw)) == SQLITE_ROW) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = value_of(raw, static_cast<int>(i));
    if (sqlite3_errcode(db.handle()) == SQLITE_NOMEM) refuse(db, SQLITE_NOMEM, query.limit);
    query.row(values);
  }
  if (code != SQLITE_DONE && !end.is_stopped()) refuse(db, code, query.limit);
}

}  // namespace pos::sqlite
