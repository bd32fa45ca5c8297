// SPDX-License-Identifier: MIT
#include "history/marks.hpp"

#include <sys/stat.h>

#include "base/text.hpp"
#include "history/open.hpp"
#include "sqlite/columns.hpp"

namespace pos::history {

using namespace sqlite;

namespace {

Event event_of(const Statement& row) {
  Event event{};
  Columns(row) >> event.from >> event.to >> event.name >> event.kind;
  return event;
}

}  // namespace

std::int64_t add_mark(const std::string& path, Event event) {
  hide_card_numbers(event.name);
  hide_card_numbers(event.kind);
  const auto db = open_existing(path);
  db->run("INSERT INTO mark (begin, finish, name, kind) VALUES (?, ?, ?, ?)", event.from, event.to, event.name,
          event.kind);
  return db->last_id();
}

std::optional<Event> remove_mark(const std::string& path, std::int64_t id) {
  const auto db = open_existing(path);
  Statement removed(*db, "DELETE FROM mark WHERE id = ? RETURNING begin, finish, name, kind", id);
  return removed.step() ? std::optional(event_of(removed)) : std::nullopt;
}

std::vector<Event> marks_of(Connection& db) {
  std::vector<Event> events;
  if (db.integer("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'mark')") == 0) return events;
  Statement rows(db, "SELECT begin, finish, name, kind FROM mark ORDER BY id");
  while (rows.step()) events.push_back(event_of(rows));
  return events;
}

// (An empty file becomes a history when somebody writes.)
void append_marks(const std::string& path, Access access, std::vector<Event>& events) {
  struct stat file {};
  if (path.empty() || stat(path.c_str(), &file) != 0 || file.st_size == 0) return;
  const auto db = open(path, access);
  for (Event& event : marks_of(*db)) events.push_back(std::move(event));
}

}  // namespace pos::history
