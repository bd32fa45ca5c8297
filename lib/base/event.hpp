// SPDX-License-Identifier: MIT
// What people know of a day or an hour: a holiday, a promotion, a deployment.
#pragma once

#include <optional>
#include <string>

#include "base/record.hpp"

namespace pos {

struct Event {
  LocalSeconds from = 0;
  std::optional<LocalSeconds> to;  // which is not part of it; nothing: it began at a time, and nobody said until when
  std::string name;                // plain text
  std::string kind;                // in lower case; empty: none
};

}  // namespace pos
