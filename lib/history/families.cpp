// SPDX-License-Identifier: MIT
#include "history/families.hpp"

#include <set>
#include <string_view>

#include "base/keys.hpp"
#include "history/schema.hpp"

namespace pos::history {

using namespace sqlite;

bool may_have_keys(Connection& db) { return db.user_version() >= version_with_keys; }

std::vector<std::string> families_of(Connection& db) {
  if (!may_have_keys(db)) return {};
  std::set<std::string, std::less<>> families;
  Statement sets(db, "SELECT name FROM key_set");
  while (sets.step()) {
    for (std::string_view rest = sets.text(0); !rest.empty();) {
      const std::string_view column = column_of_key(take_key(rest));
      if (!families.contains(column)) families.emplace(column);
    }
  }
  return {families.begin(), families.end()};
}

// (Who looks for places keeps what it knows of them in pieces.)
bool has_keys_or_places(Connection& db) {
  return may_have_keys(db) &&
         db.integer(
             "SELECT EXISTS (SELECT 1 FROM key_set) OR EXISTS (SELECT 1 FROM model WHERE EXISTS (SELECT 1 FROM "
             "model_state WHERE model_state.model = model.id))") != 0;
}

}  // namespace pos::history
