// SPDX-License-Identifier: MIT
// Names that stand in every row, once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "sqlite/connection.hpp"

namespace pos::sqlite {

// A table of names: the number of one, which it gets when it is new. Numbers are kept in memory only
// once they are committed.
//
// Memory   the names in use, at most 50,000 of them: a name that is not among them is looked up.
class Names {
 public:
  Names(Connection& db, const std::string& table)
      : find_(db, "SELECT id FROM " + table + " WHERE name = ?1"),
        insert_(db, "INSERT INTO " + table + " (name) VALUES (?1) RETURNING id") {}

  std::int64_t id(std::string_view name) {
    const auto known = ids_.find(name);
    if (known != ids_.end()) return known->second;
    find_.bind(1, name);
    const auto found = first(find_);
    insert_.bind(1, name);
    const std::int64_t id = found ? *found : first(insert_).value();
    if (ids_.size() >= most_kept) ids_.clear();
    ids_.emplace(name, id);
    return id;
  }
  // What was new may be undone, or another program have removed some.
  void forget() { ids_.clear(); }

 private:
  static constexpr std::size_t most_kept = 50'000;
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  static std::optional<std::int64_t> first(Statement& statement) {
    if (!statement.step()) return std::nullopt;
    const std::int64_t id = statement.integer(0);
    statement.reset();
    return id;
  }

  Statement find_;
  Statement insert_;
  std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> ids_;
};

}  // namespace pos::sqlite
