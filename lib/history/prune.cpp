// SPDX-License-Identifier: MIT
#include "history/prune.hpp"

#include "history/open.hpp"
#include "history/open_labels.hpp"

namespace pos::history {

using namespace sqlite;

namespace {

constexpr std::int64_t rows_of_a_step = 1000;
constexpr std::int64_t pages_of_a_step = 200;

void remove_rows(Connection& db, LocalSeconds before, std::int64_t& removed) {
  std::int64_t of_these = 0;
  do {
    db.transaction([&] {
      db.run("DELETE FROM scored WHERE id IN (SELECT id FROM scored WHERE time < ?1 ORDER BY time LIMIT ?2)", before,
             rows_of_a_step);
      of_these = db.changes();
    });
    removed += of_these;
  } while (of_these == rows_of_a_step);
}

// What the rows had that are gone. It takes a look at all the others, while nobody else writes, so it is left where
// those are too many for a second or two.
void remove_unused(Connection& db) {
  constexpr std::int64_t many_rows = 10'000'000;
  db.transaction([&] {
    remove_settled_labels(db);
    if (db.integer("SELECT max(id) - min(id) FROM scored") > many_rows) return;
    if (db.integer("SELECT EXISTS (SELECT 1 FROM key_set)") == 0) return;
    db.run("DELETE FROM key_set WHERE id NOT IN (SELECT keys FROM scored WHERE keys IS NOT NULL)");
  });
}

void shrink(Connection& db) {
  if (db.integer("PRAGMA freelist_count") == 0) return;
  if (!db.can_shrink()) {
    db.let_shrink();
    db.execute("VACUUM");
  }
  // (The count stays where somebody reads what is behind it.)
  std::int64_t before = INT64_MAX;
  for (std::int64_t free = 0; (free = db.integer("PRAGMA freelist_count")) > 0 && free < before; before = free)
    db.execute(("PRAGMA incremental_vacuum(" + std::to_string(pages_of_a_step) + ")").c_str());
  db.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace

Pruned prune(const std::string& path, LocalSeconds before) {
  const auto db = open_existing(path);
  // The log goes into the file with each step, so that it needs no more room than one.
  db->execute(("PRAGMA wal_autocheckpoint = " + std::to_string(pages_of_a_step)).c_str());
  Pruned pruned;
  try {
    remove_rows(*db, before, pruned.rows);
    if (pruned.rows > 0) remove_unused(*db);
    db->run("DELETE FROM mark WHERE coalesce(finish, begin) < ?1", before);
  } catch (const Error& error) {
    pruned.not_all = error;
    return pruned;
  }
  try {
    shrink(*db);
  } catch (const Error& error) {
    pruned.not_shrunk = error;
  }
  return pruned;
}

}  // namespace pos::history
