// SPDX-License-Identifier: MIT
#include "clock/repeated_rows.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace pos::clock {
namespace {

std::size_t hash_of(std::string_view bytes) { return std::hash<std::string_view>()(bytes); }

}  // namespace

bool RepeatedRows::begin_again(LocalTime time, std::string_view bytes) {
  constexpr std::int64_t nearly_midnight = 1430;
  const std::int64_t newest = std::exchange(newest_, INT64_MIN);
  const bool may = time.dated() ? minute_of(time) < newest : newest < nearly_midnight;
  before_ = std::exchange(hashes_, {});
  const auto first = std::ranges::find(before_, hash_of(bytes));
  next_ = static_cast<std::size_t>(first - before_.begin());
  if (may && first != before_.end()) return true;
  before_.clear();
  return false;
}

bool RepeatedRows::is_another(std::string_view bytes) {
  const std::size_t hash = hash_of(bytes);
  if (!is_full()) hashes_.push_back(hash);
  if (next_ >= before_.size() || before_[next_] != hash) return true;
  ++next_;
  return false;
}

}  // namespace pos::clock
