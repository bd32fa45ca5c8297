// SPDX-License-Identifier: MIT
#include "history/inserts.hpp"

#include <string>

namespace pos::history {

using namespace sqlite;

namespace {

std::string insert_rows(std::size_t rows, Inserts::Columns columns) {
  const bool all = columns == Inserts::Columns::all;
  std::string sql =
      "INSERT INTO scored (time, status, count, score, alert, expected, surprise, severity, decision, open, reason, "
      "model, source, row_hash";
  sql += all ? ", key, place, keys, amount) VALUES " : ") VALUES ";
  for (std::size_t i = 0; i < rows; ++i) {
    if (i > 0) sql += ", ";
    sql += "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";
    sql += all ? ", ?, ?, ?, ?)" : ")";
  }
  return sql;
}

}  // namespace

Inserts::Inserts(Connection& db, Columns columns)
    : columns_(columns == Columns::all ? all_columns : usual_columns),
      statements_{Statement(db, insert_rows(rows_at_once[0], columns)),
                  Statement(db, insert_rows(rows_at_once[1], columns)),
                  Statement(db, insert_rows(rows_at_once[2], columns))} {}

}  // namespace pos::history
