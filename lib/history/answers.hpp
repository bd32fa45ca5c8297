// SPDX-License-Identifier: MIT
// What was answered to requests that may be sent again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sqlite/connection.hpp"
#include "history/store.hpp"

namespace pos::history {

class Answers {
 public:
  explicit Answers(Connection& db);

  [[nodiscard]] std::optional<KeptAnswer> find(std::string_view key, LocalSeconds now);
  // In a transaction of the caller's. What is too old goes; what a clock that was ahead has kept is as old as
  // what is kept now.
  void keep(std::string_view key, const KeptAnswer& answer, LocalSeconds now);

 private:
  Statement find_;
  Statement forget_;
  Statement correct_;
  Statement insert_;
};

}  // namespace pos::history
