// SPDX-License-Identifier: MIT
#include "model/usual_counts.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "model/monitor/garbage.hpp"

namespace pos::model {

UsualCounts usual_counts(const History& history) {
  constexpr std::size_t most = 10'000;
  constexpr std::size_t fewest = 3;
  std::vector<std::vector<std::int64_t>> counts(history.names().size());
  history.replay([&](const History::Row& row) {
    if (counts[row.status].size() < most) counts[row.status].push_back(row.count);
  });
  UsualCounts usual;
  for (auto& all : counts) {
    usual.emplace_back();
    if (all.size() < fewest) continue;
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::nth_element(all.begin(), middle, all.end());
    usual.back() = *middle;
  }
  return usual;
}

std::int64_t believed_count(const History::Row& row, const UsualCounts& usual) {
  const auto& known = usual[row.status];
  return known && is_garbage(static_cast<double>(row.count), static_cast<double>(*known)) ? *known : row.count;
}

}  // namespace pos::model
