// SPDX-License-Identifier: MIT
#include "history/open_labels.hpp"

namespace pos::history {

using namespace sqlite;

OpenLabels::OpenLabels(Connection& db) : db_(db), any_(db, "SELECT 1 FROM open_labels LIMIT 1") {}

OpenLabels::Changes::Changes(Connection& db)
    : add(db, "INSERT OR REPLACE INTO open_labels (row, labels) VALUES (?1, ?2)"),
      remove(db, "DELETE FROM open_labels WHERE row = ?1"),
      remove_minute(db,
                    "DELETE FROM open_labels WHERE row IN (SELECT id FROM scored WHERE open = 1 AND model = ?1 AND "
                    "time >= ?2 AND time < ?3)") {}

OpenLabels::Changes& OpenLabels::changes() { return changes_ ? *changes_ : changes_.emplace(db_); }

bool OpenLabels::any() {
  const bool found = any_.step();
  any_.reset();
  return found;
}

void OpenLabels::add(std::int64_t row, std::string_view labels) { changes().add.run(row, labels); }

void OpenLabels::remove(std::int64_t row) { changes().remove.run(row); }

void OpenLabels::remove(std::int64_t model, const Period& period) {
  changes().remove_minute.run(model, period.begin, period.end);
}

void remove_settled_labels(Connection& db) {
  db.run(
      "DELETE FROM open_labels WHERE NOT EXISTS (SELECT 1 FROM scored WHERE scored.id = open_labels.row AND open = 1)");
}

}  // namespace pos::history
