// SPDX-License-Identifier: MIT
// Rows of a history that are to be judged again, from where their model begins.
#pragma once

#include <cstdint>
#include <span>

#include "base/record.hpp"
#include "sqlite/connection.hpp"

namespace pos::history {

// True where rows of the input from that time on were stored for good without a decision of the monitor.
[[nodiscard]] bool holds_unjudged(sqlite::Connection& db, std::int64_t model, LocalSeconds from);

// In one transaction: rows of the model that its monitor has judged are open again, and those of `unjudged` with them;
// what was made up is forgotten, and so is where the monitor stood, its pieces too. (Their labels are gone, but for
// keys.)
void open_again(sqlite::Connection& db, std::int64_t model, std::span<const std::int64_t> unjudged);

}  // namespace pos::history
