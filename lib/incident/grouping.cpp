// SPDX-License-Identifier: MIT
#include "incident/grouping.hpp"

#include <algorithm>

#include "base/keys.hpp"

namespace pos::incident {

const std::string& group_of(const Record& record, const Grouping& grouping) {
  static const std::string whole;
  const std::string& key = record.scored.key;
  if (key.empty() || !grouping.keys) return whole;
  const bool is_asked_for =
      grouping.columns.empty() || std::ranges::find(grouping.columns, column_of_key(key)) != grouping.columns.end();
  return is_asked_for ? key : whole;
}

}  // namespace pos::incident
