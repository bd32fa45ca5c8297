// SPDX-License-Identifier: MIT
// How a history is opened, and copied.
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

// Opens to write what is there already: a name mistyped must not make a history. Errors: likewise;
// pos::Error(Fault::no_input) where there is none, Fault::bad_data where the file is empty.
[[nodiscard]] std::unique_ptr<sqlite::Connection> open_existing(const std::string& path);

// A copy of the whole database as it stands, of a live one too: it appears whole, or not at all.
// Errors: pos::Error(Fault::cannot_create) where `to` is there already, or what a database of that name has left.
void back_up(const sqlite::Connection& db, const std::string& to);

}  // namespace pos::history
