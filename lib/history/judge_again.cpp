// SPDX-License-Identifier: MIT
#include "history/judge_again.hpp"

namespace pos::history {

using namespace sqlite;

bool holds_unjudged(Connection& db, std::int64_t model, LocalSeconds from) {
  Statement find(db,
                 "SELECT 1 FROM scored WHERE time >= ?1 AND model = ?2 AND source IS NOT NULL AND open = 0 "
                 "AND expected IS NULL LIMIT 1",
                 from, model);
  return find.step();
}

void open_again(Connection& db, std::int64_t model, std::span<const std::int64_t> unjudged) {
  db.transaction([&] {
    for (const char* sql :
         {"DELETE FROM scored WHERE model = ?1 AND source IS NULL",
          "UPDATE scored SET open = 1 WHERE model = ?1 AND expected IS NOT NULL",
          "UPDATE model SET monitor = NULL WHERE id = ?1", "DELETE FROM model_state WHERE model = ?1"}) {
      db.run(sql, model);
    }
    Statement open(db, "UPDATE scored SET open = 1 WHERE id = ?1");
    for (const std::int64_t id : unjudged) {
      open.run(id);
    }
  });
}

}  // namespace pos::history
