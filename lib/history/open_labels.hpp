// SPDX-License-Identifier: MIT
// What rows of minutes that are not over are counted by, besides their status: a later run counts on.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/record.hpp"
#include "sqlite/connection.hpp"

namespace pos::history {

// Of rows that are decided for good, whoever writes removes them, before that; here, in a transaction of the caller's.
class OpenLabels {
 public:
  explicit OpenLabels(sqlite::Connection& db);

  void add(std::int64_t row, std::string_view labels) { add_.run(row, labels); }
  // Without any, what follows need not be asked for.
  [[nodiscard]] bool any();
  void remove(std::int64_t row) { remove_.run(row); }
  // Of the open rows of a model in that time.
  void remove(std::int64_t model, const Period& period);

 private:
  sqlite::Statement any_;
  sqlite::Statement add_;
  sqlite::Statement remove_;
  sqlite::Statement remove_minute_;
};

// All that are of no open row. It looks at each: for what happens seldom.
void remove_settled_labels(sqlite::Connection& db);

}  // namespace pos::history
