// SPDX-License-Identifier: MIT
#include "model/usual_counts.hpp"

#include <algorithm>
#include <vector>

#include "model/monitor/garbage.hpp"

namespace pos::model {

UsualCounts usual_counts(const History& history) {
  constexpr std::size_t most = 10'000;
  constexpr std::size_t fewest = 3;
  std::map<std::string, std::vector<std::int64_t>, std::less<>> counts;
  history.replay([] {},
                 [&](const Transaction& row, bool) {
                   auto of_status = counts.find(row.status);
                   if (of_status == counts.end()) of_status = counts.try_emplace(std::string(row.status)).first;
                   if (of_status->second.size() < most) of_status->second.push_back(row.count);
                 });
  UsualCounts usual;
  for (auto& [status, all] : counts) {
    if (all.size() < fewest) continue;
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::nth_element(all.begin(), middle, all.end());
    usual[status] = *middle;
  }
  return usual;
}

std::int64_t believed_count(const Transaction& row, const UsualCounts& usual) {
  const auto known = usual.find(row.status);
  if (known == usual.end()) return row.count;
  return is_garbage(static_cast<double>(row.count), static_cast<double>(known->second)) ? known->second : row.count;
}

}  // namespace pos::model
