// SPDX-License-Identifier: MIT
// The columns whose values are the keys of a history.
#pragma once

#include <string>
#include <vector>

#include "sqlite/connection.hpp"

namespace pos::history {

// The history is of a version that has keys.
[[nodiscard]] bool may_have_keys(sqlite::Connection& db);

// Of all streams, in byte order; none where it is of an older version.
[[nodiscard]] std::vector<std::string> families_of(sqlite::Connection& db);

// Rows have keys, or places are looked for, whatever the stream: what a decision is of may be a key, or have a place.
// It costs nothing.
[[nodiscard]] bool has_keys_or_places(sqlite::Connection& db);

}  // namespace pos::history
