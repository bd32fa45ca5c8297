// SPDX-License-Identifier: MIT
// The columns whose values are the keys of a history.
#pragma once

#include <string>
#include <vector>

#include "sqlite/connection.hpp"

namespace pos::history {

// Of all streams, in byte order. The history is of a version that has keys.
[[nodiscard]] std::vector<std::string> families_of(sqlite::Connection& db);

}  // namespace pos::history
