// SPDX-License-Identifier: MIT
// Which status measures business, by what the models of a history say.
#pragma once

#include <optional>
#include <string>

#include "sqlite/connection.hpp"

namespace pos::history {

// As Reader::volume() has it, of rows of `scored` of which `stream` is true.
[[nodiscard]] std::optional<std::string> volume_of(sqlite::Connection& db, const std::string& stream = "TRUE");

}  // namespace pos::history
