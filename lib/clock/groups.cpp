// SPDX-License-Identifier: MIT
#include "clock/groups.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace pos::clock {
namespace {

constexpr std::int64_t half_an_hour = 30;
constexpr std::int64_t enough_gaps = 4;

}  // namespace

std::int64_t witnesses_needed(double rows_a_minute) {
  constexpr std::int64_t fewest = 3;
  constexpr std::int64_t most = 100;
  return std::clamp(static_cast<std::int64_t>(std::ceil(3 * std::min(rows_a_minute, 100.0))), fewest, most);
}

std::int64_t usual_gap(const std::map<std::int64_t, std::int64_t>& rows_by_minute) {
  if (rows_by_minute.empty()) return 1;
  std::vector<std::int64_t> gaps;
  gaps.reserve(rows_by_minute.size());
  for (auto next = rows_by_minute.begin(), at = next++; next != rows_by_minute.end(); at = next++)
    gaps.push_back(next->first - at->first);
  if (gaps.size() < enough_gaps) return 1;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle;
}

void MinuteGroups::see(std::int64_t minute, std::int64_t rows) {
  rows_ += rows;
  if (!groups_.empty() && minute == groups_.back().stretch.last) {
    groups_.back().rows += rows;
    return;
  }
  ++minutes_;
  const std::int64_t gap = groups_.empty() ? 0 : minute - groups_.back().stretch.last;
  if (!groups_.empty()) ++gaps_[gap];
  if (groups_.empty() || gap > half_an_hour) groups_.push_back({{minute, minute}, 0});
  groups_.back().stretch.last = minute;
  groups_.back().rows += rows;
}

std::int64_t MinuteGroups::usual_gap() const {
  if (minutes_ - 1 < enough_gaps) return 1;
  std::int64_t left = (minutes_ - 1) / 2;
  auto middle = gaps_.begin();
  for (; left >= middle->second; ++middle) left -= middle->second;
  return middle->first;
}

std::vector<MinuteGroups::Lonely> MinuteGroups::lonely() const {
  if (groups_.empty()) return {};
  const std::int64_t apart = std::max(half_an_hour, 10 * usual_gap());
  std::vector<Group> groups;
  for (const Group& group : groups_) {
    if (!groups.empty() && group.stretch.first - groups.back().stretch.last <= apart) {
      groups.back().stretch.last = group.stretch.last;
      groups.back().rows += group.rows;
    } else {
      groups.push_back(group);
    }
  }
  const double rows_a_minute = static_cast<double>(rows_) / static_cast<double>(minutes_);
  const std::int64_t needed = std::min(witnesses_needed(rows_a_minute), rows_ / 2 + 1);
  std::vector<Lonely> alone;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].rows >= needed) continue;
    Lonely& found = alone.emplace_back(Lonely{groups[i].stretch, {}, {}});
    if (i > 0) found.before = groups[i - 1].stretch.last;
    if (i + 1 < groups.size()) found.behind = groups[i + 1].stretch.first;
  }
  return alone.size() == groups.size() ? std::vector<Lonely>() : alone;
}

std::vector<Stretch> lonely(const std::map<std::int64_t, std::int64_t>& rows_by_minute) {
  MinuteGroups groups;
  for (const auto& [minute, rows] : rows_by_minute) groups.see(minute, rows);
  std::vector<Stretch> alone;
  for (const MinuteGroups::Lonely& found : groups.lonely()) alone.push_back(found.stretch);
  return alone;
}

}  // namespace pos::clock
