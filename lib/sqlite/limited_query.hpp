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

// Runs one query on a connection of which nothing but reading is wanted: SQLite's authorizer lets
// through what reads tables and calls functions, and nothing that attaches, writes, sets or loads.
// Errors: as Reader::query().
void run_limited(Connection& db, const std::string& sql, std::chrono::seconds limit,
                 const std::function<void(std::span<const std::string>)>& columns,
                 const std::function<void(std::span<const Value>)>& row, const std::function<bool()>& stopped);

}  // namespace pos::sqlite
