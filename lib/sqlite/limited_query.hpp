// SPDX-License-Identifier: MIT
// SQL that a user typed: it may read, for a while.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <variant>

#include "sqlite/connection.hpp"

namespace pos::sqlite {

// One value of a query's result: null, integer, real or text (a blob comes as text).
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

// `columns` is called once, with the names, `row` for each row; it ends early, without an error, when `stopped` says
// so.
struct Query {
  std::string sql;
  std::chrono::seconds limit;
  std::function<void(std::span<const std::string>)> columns;
  std::function<void(std::span<const Value>)> row;
  std::function<bool()> stopped = {};
};

// Runs one query on a connection of which nothing but reading is wanted: SQLite's authorizer lets
// through what reads tables and calls functions, and nothing that attaches, writes, sets or loads.
// Errors: pos::Error(Fault::usage) for SQL that is wrong or does anything but read;
// Fault::unavailable when it takes longer than `limit`, or more than 64 MB of memory; those of Connection where the
// database is not what it should be.
void run_limited(Connection& db, const Query& query);

}  // namespace pos::sqlite
