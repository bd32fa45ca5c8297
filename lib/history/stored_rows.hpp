// SPDX-License-Identifier: MIT
// Which rows of a file are in the history already.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history/store.hpp"
#include "sqlite/connection.hpp"

namespace pos::history {

// Looks rows up a minute at a time, as files come in order of time; rows newer than all that is
// stored cost one comparison.
//
// Memory   200,000 rows, and one bit for each row stored.
class StoredRows {
 public:
  StoredRows(sqlite::Connection& db, std::string_view stream);

  // Everything stored until now can be found from now on, and nothing was found yet.
  void begin_file();
  // Rows `first` to `last` by id are the file's own: two equal rows of a file are two.
  void add_own(std::int64_t first, std::int64_t last);
  // Another program may have stored rows.
  void refresh();

  [[nodiscard]] const StoredRow* find(LocalSeconds time, std::uint64_t hash);

 private:
  using ByHash = std::multimap<std::uint64_t, StoredRow>;  // rows of one hash in order of id

  ByHash& rows_of(LocalSeconds minute);
  [[nodiscard]] bool is_own(std::int64_t id) const;
  [[nodiscard]] bool was_found(std::int64_t id) const;
  void mark_found(std::int64_t id);

  sqlite::Connection& db_;
  std::string stream_;                       // what a statement says to mean its rows
  std::optional<sqlite::Statement> minute_;  // of the rows that were there at the last refresh()
  sqlite::Statement newest_;
  std::map<LocalSeconds, ByHash> minutes_;  // what is left to be found
  std::size_t kept_ = 0;                    // rows that were put there
  ByHash::node_type last_found_;
  std::vector<bool> found_;                   // by id
  std::map<std::int64_t, std::int64_t> own_;  // first id of a range -> last
  std::optional<LocalSeconds> newest_time_;   // of the rows of others
};

// The columns that read_row() wants, in its order, from `scored JOIN status`. Those of keys, places and labels are
// among them where some row has such a thing by now, and cost nothing where none has. all_row_columns(): where one may
// come while the statement lasts, which needs a history that is written.
[[nodiscard]] std::string row_columns(sqlite::Connection& db);
[[nodiscard]] std::string all_row_columns();
// What row_columns() looks at: in a transaction of the caller's that stores such a thing.
void note_more(sqlite::Connection& db);
// Likewise of rows with amounts, and whether there are any.
void note_amounts(sqlite::Connection& db);
[[nodiscard]] bool has_amounts(sqlite::Connection& db);
// behind: how many columns of the statement stand behind them. Errors: pos::Error(Fault::bad_data) for a row that no
// program of ours has written.
void read_row(const sqlite::Statement& from, StoredRow& to, int behind = 0);

}  // namespace pos::history
