// SPDX-License-Identifier: MIT
// Which alerts may be of one incident.
#pragma once

#include <string>
#include <vector>

#include "base/record.hpp"

namespace pos::incident {

struct Grouping {
  bool keys = true;                       // keys have incidents of their own; false: theirs are the whole's
  std::vector<std::string> columns = {};  // keys of these columns alone; empty: of all
};

// The key that the record's alert is of, where that has incidents of its own; empty: the whole.
[[nodiscard]] const std::string& group_of(const Record& record, const Grouping& grouping);

}  // namespace pos::incident
