// SPDX-License-Identifier: MIT
#include "model/grain.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace pos::model {

void Grain::count() {
  const auto end = first_.begin() + static_cast<std::ptrdiff_t>(different_);
  if (!certain() && std::find(first_.begin(), end, last_) == end) first_[different_++] = last_;
  ++of_hour_[static_cast<std::size_t>((last_ % 60 + 60) % 60)];
  ++total_;
}

std::optional<int> Grain::step() const {
  if (!certain()) return std::nullopt;
  constexpr std::array<std::size_t, 11> steps = {60, 30, 20, 15, 12, 10, 6, 5, 4, 3, 2};
  for (const std::size_t step : steps) {
    for (std::size_t beat = 0; beat < step; ++beat) {
      std::int64_t on_beat = 0;
      for (std::size_t minute = beat; minute < of_hour_.size(); minute += step) on_beat += of_hour_[minute];
      if (total_ - on_beat <= total_ / 100) return static_cast<int>(step);
    }
  }
  return std::nullopt;
}

std::string Grain::reason() const {
  const int minutes = step().value_or(1);
  return fmt::format(
      "rows come every {} minutes{}, but incidents are found by the minute: export them by the minute, or "
      "one row per transaction",
      minutes, minutes == 60 ? " or more rarely" : "");
}

}  // namespace pos::model
