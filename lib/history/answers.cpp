// SPDX-License-Identifier: MIT
#include "history/answers.hpp"

namespace pos::history {

using namespace sqlite;

Answers::Answers(Connection& db)
    : find_(db, "SELECT request, added FROM answer WHERE key = ?1 AND created >= ?2"),
      forget_(db, "DELETE FROM answer WHERE created < ?1"),
      correct_(db, "UPDATE answer SET created = ?1 WHERE created > ?1"),
      // Another program may have kept one under this key since we looked: the first one counts.
      insert_(db,
              "INSERT INTO answer (key, request, added, created) VALUES (?1, ?2, ?3, ?4) "
              "ON CONFLICT (key) DO NOTHING") {}

std::optional<KeptAnswer> Answers::find(std::string_view key, LocalSeconds now) {
  find_.set(key, now - answers_kept_seconds);
  if (!find_.step()) return std::nullopt;
  KeptAnswer answer{static_cast<std::uint64_t>(find_.integer(0)), std::string(find_.text(1))};
  find_.reset();
  return answer;
}

void Answers::keep(std::string_view key, const KeptAnswer& answer, LocalSeconds now) {
  forget_.run(now - answers_kept_seconds);
  correct_.run(now);
  insert_.run(key, answer.request, answer.added, now);
}

}  // namespace pos::history
