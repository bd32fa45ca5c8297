// SPDX-License-Identifier: MIT
// What was answered to requests that may be sent again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "history/store.hpp"
#include "sqlite/connection.hpp"

namespace pos::history {

// By key, for answers_kept_seconds. Errors: as Connection.
class Answers {
 public:
  explicit Answers(sqlite::Connection& db);

  [[nodiscard]] std::optional<KeptAnswer> find(std::string_view key, LocalSeconds now);
  // In a transaction of the caller's. What is too old goes; what a clock that was ahead has kept is as old as
  // what is kept now.
  void keep(std::string_view key, const KeptAnswer& answer, LocalSeconds now);

 private:
  sqlite::Statement find_;
  sqlite::Statement forget_;
  sqlite::Statement correct_;
  sqlite::Statement insert_;
};

}  // namespace pos::history
