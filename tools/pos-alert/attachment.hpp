// SPDX-License-Identifier: MIT
// The report of an incident's hours, as mail carries it.
#pragma once

#include <optional>
#include <string>

#include "incident/incident.hpp"
#include "incident/rules.hpp"
#include "notify/notice.hpp"

namespace pos::tools {

// From half an hour before the incident to ten minutes behind its last alert, out of a history. Nothing where that has
// no rows of it, or more than a mail should carry.
[[nodiscard]] std::optional<notify::Attachment> report_of(const std::string& history,
                                                          const incident::Incident& incident, incident::Rules rules,
                                                          LocalSeconds now);

}  // namespace pos::tools
