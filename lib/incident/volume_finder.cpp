// SPDX-License-Identifier: MIT
#include "incident/volume_finder.hpp"

#include <algorithm>

namespace pos::incident {

void VolumeFinder::push(const Record& record) {
  constexpr std::size_t most = 1000;
  ++records_;
  if (record.status == every_status) {
    is_sum_ = true;
    return;
  }
  const LocalSeconds minute = minute_begin(record.time);
  auto at = statuses_.find(record.status);
  if (at == statuses_.end()) {
    if (statuses_.size() >= most) return;
    at = statuses_.try_emplace(record.status, Seen{0, 0, minute - 60}).first;
  }
  Seen& seen = at->second;
  seen.count += static_cast<double>(record.count);
  if (!record.scored.expected || minute <= seen.minute) return;
  seen.minute = minute;
  seen.expected += *record.scored.expected;
}

bool VolumeFinder::lacks(const std::string& status) const {
  constexpr std::int64_t enough = 100;
  return records_ >= enough && status != every_status && !statuses_.contains(status);
}

std::string VolumeFinder::volume() const {
  if (is_sum_) return std::string(every_status);
  if (statuses_.empty()) return "approved";
  const bool expects = std::ranges::any_of(statuses_, [](const auto& entry) { return entry.second.expected > 0; });
  std::map<std::string, double, std::less<>> weights;
  for (const auto& [status, seen] : statuses_) weights.emplace(status, expects ? seen.expected : seen.count);
  return choose_volume(weights).status;
}

}  // namespace pos::incident
