// SPDX-License-Identifier: MIT
// Which status measures business, by what the models of a history say.
#pragma once

#include <optional>
#include <string>

#include "history/connection.hpp"

namespace pos::history {

// As Reader::volume() has it.
[[nodiscard]] std::optional<std::string> volume_of(Connection& db);

}  // namespace pos::history
