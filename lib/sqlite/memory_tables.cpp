// SPDX-License-Identifier: MIT
#include "sqlite/memory_tables.hpp"

#include <cmath>
#include <vector>

#include "base/error.hpp"

namespace pos::sqlite {
namespace {

void bind_number(Statement& statement, int parameter, double value) {
  if (value == std::floor(value)) {  // the reader of tables lets nothing through beyond 2^53
    statement.bind(parameter, static_cast<std::int64_t>(value));
  } else {
    statement.bind(parameter, value);
  }
}

}  // namespace

MemoryTables::MemoryTables() : db_("tables in memory", Access::memory) {}

void MemoryTables::add(const std::string& name, const HourlyTable& table) {
  std::string create = "CREATE TABLE " + sql_name(name) + " (time";
  std::string insert = "INSERT INTO " + sql_name(name) + " VALUES (?";
  for (const HourlyColumn& column : table.columns) {
    create += ", " + sql_name(column.name);
    insert += ", ?";
  }
  try {
    db_.execute((create + ")").c_str());
  } catch (const Error& error) {
    throw Error(Fault::usage, "--sql: " + table.name + " makes no table: " + error.what());
  }
  Statement row(db_, insert + ")");
  for (std::size_t i = 0; i < table.hours.size(); ++i) {
    const std::string time = hour_text(table.hours[i]);
    row.set(time);
    int parameter = 2;
    for (const HourlyColumn& column : table.columns) bind_number(row, parameter++, column.values[i]);
    row.run();
  }
}

void MemoryTables::query(const Query& query) { run_limited(db_, query); }

std::string sql_name(const std::string& name) {
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

}  // namespace pos::sqlite
