// SPDX-License-Identifier: MIT
// What makes an incident: the same for whoever tells of them and whoever reports on them.
#pragma once

#include <chrono>
#include <string>

#include "base/record.hpp"

namespace pos::incident {

struct Rules {
  std::chrono::seconds resolve_after{600};    // of normal data
  Severity min_severity = Severity::warning;  // alerts of less open nothing
  std::string volume = "approved";  // what incidents that open now are counted in; every_status: nothing can be
};

}  // namespace pos::incident
