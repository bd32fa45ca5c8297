// SPDX-License-Identifier: MIT
// Which incidents somebody wants to hear of.
#pragma once

#include <string>
#include <vector>

#include "incident/incident.hpp"
#include "incident/state.hpp"

namespace pos::dispatch {

// All of them hold of an incident that matches. Patterns are those of a silence: * any text, ? any one byte. Of a list
// one is enough; an empty list matches all. What an incident once matched it matches to its end, as it gets no milder
// and loses no status.
struct Conditions {
  Severity severity = Severity::none;  // of the incident: this one, or above
  std::vector<std::string> statuses;   // one of those that it has, or more
  std::vector<std::string> keys;       // its key: empty for an incident of the whole

  [[nodiscard]] bool match(const incident::Incident& incident) const;
  // As of an incident; a * may also stand for what joins its statuses.
  [[nodiscard]] bool match(const incident::Held& held) const;
};

}  // namespace pos::dispatch
