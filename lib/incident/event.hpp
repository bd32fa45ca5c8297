// SPDX-License-Identifier: MIT
// Something to tell of an incident, or to note.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "incident/incident.hpp"
#include "incident/state.hpp"

namespace pos::incident {

enum class What { opened, updated, reminded, resolved, suppressed, digest, test };
[[nodiscard]] std::string_view what_name(What what);  // as the enumerator is spelt

struct Event {
  What what = What::opened;
  ClockSeconds time = 0;
  Incident incident;   // as it is now; of a digest: nothing
  bool tell = true;    // a message is due
  std::string reason;  // suppressed: why
  int reminder = 0;    // reminded: which one, from 1
  std::optional<ClockSeconds> next_reminder;
  std::vector<Held> entries;  // digest: what it tells of
};

}  // namespace pos::incident
