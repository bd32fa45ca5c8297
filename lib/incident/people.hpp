// SPDX-License-Identifier: MIT
// What people were told of an incident, and what they said of it: what pos-alert has written down, for reports and
// pages. Plain values. Its times are those of the clock on the wall, as people read them.
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
  LocalSeconds time = 0;
  std::string channel;  // mail, webhook, slack, exec, maildir
  std::string to;       // whom: an address; empty for channels whose target is a file or a command: never a secret
};

struct People {
  bool is_recorded = false;                  // pos-alert keeps it: it can be taken
  std::vector<Sent> told;                    // ascending; of each channel and target the first
  bool waiting = false;                      // a message is on its way, and not there yet
  bool failed = false;                       // one was given up
  std::optional<Acknowledgement> taken;      // who took it; its time is of the wall, too
  std::optional<LocalSeconds> silent_until;  // silences of all its statuses are in force
  std::string silenced_by;                   // whose the one is that ends first
  std::string silence_comment;
  std::vector<std::int64_t> silences;  // their numbers, as `pos-alert list` shows them
};

// By the incident's number (Incident::id). One that is not there: nobody was told, nobody said anything.
using PeopleOf = std::map<std::int64_t, People>;

}  // namespace pos::incident
