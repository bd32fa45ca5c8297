// SPDX-License-Identifier: MIT
// How a history is opened.
#pragma once

#include <memory>
#include <string>

#include "sqlite/connection.hpp"

namespace pos::history {

// Opens the history at `path`. To write: made where there is none, brought up to schema_version
// where it is older. To read: left as it is to the last byte.
// Errors: those of Connection; pos::Error(Fault::bad_data) for a database of something else, or of a
// version this program does not know, which is not touched either.
[[nodiscard]] std::unique_ptr<sqlite::Connection> open(const std::string& path, sqlite::Access access);

}  // namespace pos::history
