// SPDX-License-Identifier: MIT
#include "clock/groups.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace pos::clock {
namespace {

constexpr std::int64_t half_an_hour = 30;

struct Group {
  Stretch stretch;
  std::int64_t rows = 0;
};

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
  constexpr std::size_t enough = 4;
  if (gaps.size() < enough) return 1;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle;
}

std::vector<Stretch> lonely(const std::map<std::int64_t, std::int64_t>& rows_by_minute) {
  if (rows_by_minute.empty()) return {};
  const std::int64_t apart = std::max(half_an_hour, 10 * usual_gap(rows_by_minute));
  std::vector<Group> groups;
  std::int64_t all = 0;
  for (const auto& [minute, rows] : rows_by_minute) {
    if (groups.empty() || minute - groups.back().stretch.last > apart) groups.push_back({{minute, minute}, 0});
    groups.back().stretch.last = minute;
    groups.back().rows += rows;
    all += rows;
  }
  const double rows_a_minute = static_cast<double>(all) / static_cast<double>(rows_by_minute.size());
  const std::int64_t needed = std::min(witnesses_needed(rows_a_minute), all / 2 + 1);
  std::vector<Stretch> alone;
  for (const Group& group : groups) {
    if (group.rows < needed) alone.push_back(group.stretch);
  }
  return alone.size() == groups.size() ? std::vector<Stretch>() : alone;
}

}  // namespace pos::clock
