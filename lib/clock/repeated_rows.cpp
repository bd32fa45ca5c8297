// SPDX-License-Identifier: MIT
#include "clock/repeated_rows.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace pos::clock {
namespace {

constexpr std::size_t most_rows = 100'000;

}  // namespace

bool RepeatedRows::begin_again(LocalTime time, std::string_view bytes) {
  const std::vector<std::size_t> read = std::exchange(hashes_, {});
  const std::int64_t newest = std::exchange(newest_, INT64_MIN);
  before_.clear();
  const auto begins_anew = [&] {
    constexpr std::int64_t nearly_midnight = 1430;
    if (time.dated()) return minute_of(time) < newest;
    return newest < nearly_midnight && std::ranges::find(read, std::hash<std::string_view>()(bytes)) != read.end();
  };
  if (!begins_anew()) return false;
  for (const std::size_t hash : read) ++before_[hash];
  return true;
}

bool RepeatedRows::is_new(LocalTime time, std::string_view bytes) {
  const std::size_t hash = std::hash<std::string_view>()(bytes);
  if (hashes_.size() < most_rows) hashes_.push_back(hash);
  newest_ = std::max(newest_, minute_of(time));
  const auto known = before_.find(hash);
  if (known == before_.end()) return true;
  if (--known->second == 0) before_.erase(known);
  return false;
}

}  // namespace pos::clock
