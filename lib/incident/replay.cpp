// SPDX-License-Identifier: MIT
#include "incident/replay.hpp"

#include <algorithm>
#include <iterator>

#include "incident/grouping.hpp"

namespace pos::incident {

int Replay::quiet_minutes(const Rules& rules) {
  // Each of them counts for a minute at least, unless resolve_after is less than two.
  const auto longest = std::max(rules.resolve_after, Tracker::longest_resolve_after);
  return static_cast<int>((longest.count() + Tracker::flap_gap) / 60) + 2;
}

void Replay::push(const Record& record) {
  if (!tracker_.push(record, group_of(record, {}), record.time)) return;
  for (Incident& incident : state_.incidents) {
    if (!incident.open()) incident.owed = Owed::nothing;  // nobody is told
  }
}

std::vector<Incident> Replay::finish() {
  std::vector<Incident> all = std::move(state_.closed);
  std::ranges::move(state_.incidents, std::back_inserter(all));
  std::ranges::sort(all, {}, &Incident::id);
  return all;
}

void recognise(std::vector<Incident>& incidents, const std::vector<Stored>& stored) {
  for (Incident& incident : incidents) {
    for (const Stored& one : stored) {
      const bool goes_on = one.is_cut && one.first < incident.first && incident.first <= one.last;
      if ((one.first != incident.first && !goes_on) || one.group != incident.group) continue;
      incident.id = one.id;
      incident.first = one.first;
      if (goes_on) incident.missing = one.missing;
      if (one.usual_amount) incident.usual_amount = one.usual_amount;
    }
  }
}

}  // namespace pos::incident
