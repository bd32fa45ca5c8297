// SPDX-License-Identifier: MIT
// Events that people have written into the history: beside those of a file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/event.hpp"
#include "sqlite/connection.hpp"

namespace pos::history {

// Writes one, of all streams; card numbers masked. Its words are those that wrong_words() lets pass. The history is
// brought up to schema_version. What comes back is its id, by which remove_mark() takes it out again.
// Errors: pos::Error(Fault::no_input) where there is nothing at `path`, Fault::bad_data where it is no history.
std::int64_t add_mark(const std::string& path, Event event);
// The event that is gone; nothing: there is none of that id. Errors: likewise.
std::optional<Event> remove_mark(const std::string& path, std::int64_t id);

// All of them, in the order they were written. A history of a version without them has none.
[[nodiscard]] std::vector<Event> marks_of(sqlite::Connection& db);

// Appends those of the history at `path`, where there is one. `access`: what else is done there, since who only reads
// cannot end a change that a kill has cut. Errors: those of open().
void append_marks(const std::string& path, sqlite::Access access, std::vector<Event>& events);

}  // namespace pos::history
