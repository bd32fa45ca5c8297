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

  sqlite::Statement minute_;
  sqlite::Statement newest_;
  std::map<LocalSeconds, ByHash> minutes_;  // what is left to be found
  std::size_t kept_ = 0;                    // rows that were put there
  ByHash::node_type last_found_;
  std::vector<bool> found_;                   // by id
  std::map<std::int64_t, std::int64_t> own_;  // first id of a range -> last
  std::optional<LocalSeconds> newest_time_;   // of the rows of others
};

// The columns that read_row() wants, in its order, from `scored JOIN status`; how many they are. A history that is only
// read may be of before keys.
[[nodiscard]] std::string row_columns(sqlite::Connection& db);
inline constexpr int row_column_count = 17;
// Errors: pos::Error(Fault::bad_data) for a row that no program of ours has written.
void read_row(const sqlite::Statement& from, StoredRow& to);

}  // namespace pos::history
