// SPDX-License-Identifier: MIT
// What rows of minutes that are not over are counted by, besides their status: a later run counts on.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/record.hpp"
#include "sqlite/connection.hpp"

namespace pos::history {

// Of rows that are decided for good, whoever writes removes them, before that; here, in a transaction of the caller's.
class OpenLabels {
 public:
  explicit OpenLabels(sqlite::Connection& db);

  void add(std::int64_t row, std::string_view labels);
  // Without any, nobody need remove them.
  [[nodiscard]] bool any();
  void remove(std::int64_t row);
  // Of the open rows of a model in that time.
  void remove(std::int64_t model, const Period& period);

 private:
  struct Changes {
    explicit Changes(sqlite::Connection& db);

    sqlite::Statement add;
    sqlite::Statement remove;
    sqlite::Statement remove_minute;
  };
  Changes& changes();

  sqlite::Connection& db_;
  sqlite::Statement any_;
  std::optional<Changes> changes_;  // once there are labels
};

// All that are of no open row. It looks at each: for what happens seldom.
void remove_settled_labels(sqlite::Connection& db);

}  // namespace pos::history
