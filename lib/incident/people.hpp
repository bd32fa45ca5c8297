// SPDX-License-Identifier: MIT
// What people were told of an incident, and what they said of it: what pos-alert has written down, for reports and
// pages. Plain values.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "incident/incident.hpp"

namespace pos::incident {

// A message about it that went out.
struct Sent {
  ClockSeconds time = 0;
  std::string channel;  // mail, webhook, slack, exec, maildir
  std::string to;       // whom: an address, a file's name; never a secret
};

struct People {
  std::vector<Sent> told;                     // ascending; of each channel and target the first
  bool waiting = false;                       // a message is on its way, and not there yet
  std::optional<Acknowledgement> taken;       // who took it
  std::optional<ClockSeconds> silent_until;   // a silence of its statuses is in force, by
  std::string silenced_by;                    // whom
};

// By the incident's number (Incident::id). One that is not there: nobody was told, nobody said anything.
using PeopleOf = std::map<std::int64_t, People>;

}  // namespace pos::incident
