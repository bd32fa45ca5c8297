// SPDX-License-Identifier: MIT
// Hourly tables as SQL sees them: a database in memory that a user's queries may read.
#pragma once

#include <string>

#include "base/hourly_table.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/limited_query.hpp"

namespace pos::sqlite {

class MemoryTables {
 public:
  MemoryTables();

  // A table of that name: `time` as `07h`, then the columns; whole numbers are integers.
  // Errors: pos::Error(Fault::usage) where SQL knows a name from another by its case only.
  void add(const std::string& name, const HourlyTable& table);

  // Errors: as of run_limited().
  void query(const Query& query);

 private:
  Connection db_;
};

// `name` as SQL wants it where it could be taken for something else: in quotes.
[[nodiscard]] std::string sql_name(const std::string& name);

}  // namespace pos::sqlite
