// SPDX-License-Identifier: MIT
// Which models judged the rows of a period, and with how many false events a day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/record.hpp"
#include "sqlite/connection.hpp"

namespace pos::history {

struct ModelRows {
  std::string name;
  LocalSeconds first = 0;  // time of its first row in the period
  std::int64_t rows = 0;
  std::optional<double> budget;  // of its last run; nothing: no monitor keeps its state here
};

// By first. Rows that nobody judged do not count, where others were; nor do those of which `stream` is false.
[[nodiscard]] std::vector<ModelRows> models_of(sqlite::Connection& db, const Period& period, const std::string& stream);

}  // namespace pos::history
