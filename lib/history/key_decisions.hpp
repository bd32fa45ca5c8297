// SPDX-License-Identifier: MIT
// Which of the open rows of a minute have the decision of a key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "sqlite/connection.hpp"

namespace pos::history {

// Decisions on keys, by the order they were given in. A row that several of them are on has the last one.
//
// Cost   that of its keys, for each row; not that of all decisions.
class KeyDecisions {
 public:
  // status: as the history numbers it.
  void add(std::int64_t status, std::string_view key, std::size_t place);
  [[nodiscard]] bool empty() const { return places_.empty(); }

  // Calls with the id of each row that `rows` gives, and the place of the decision that it has. rows: id, status, and
  // what key_set says of it.
  void match(sqlite::Statement& rows, const std::function<void(std::int64_t, std::size_t)>& take) const;

 private:
  using Places = std::map<std::string, std::size_t, std::less<>>;  // by key

  std::map<std::int64_t, Places> places_;
};

}  // namespace pos::history
