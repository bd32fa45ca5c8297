// SPDX-License-Identifier: MIT
// The report of an incident's hours, as mail carries it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/event.hpp"
#include "incident/incident.hpp"
#include "incident/rules.hpp"
#include "notify/notice.hpp"

namespace pos::dispatch {

struct AttachedReports {
  std::string history;  // where their rows are
  incident::Rules rules;
  std::string version;  // of what makes them
};

// From half an hour before the incident to ten minutes behind its last alert, out of a history; of a key's incident, of
// that key alone; with the events that people know of. Nothing where that has no rows of it, or more than a mail should carry.
[[nodiscard]] std::optional<notify::Attachment> report_of(const AttachedReports& how,
                                                          const incident::Incident& incident, LocalSeconds now,
                                                          Language language = Language::en,
                                                          const std::vector<Event>& events = {});

}  // namespace pos::dispatch
