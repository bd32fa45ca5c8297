// SPDX-License-Identifier: MIT
// What one day is expected to bring, minute by minute.
#include "model/monitor/day_curve.hpp"

#include <algorithm>
#include <cmath>

namespace pos::model {

namespace {

constexpr std::size_t slots = volume_slots;

int minute_before(int minute_of_day, int minutes) {
  return ((minute_of_day - minutes) % minutes_per_day + minutes_per_day) % minutes_per_day;
}

}  // namespace

DayCurve::DayCurve(const Row& rate, const Row& low, const Row& high, double contrast)
    : contrast_(contrast), rate_(rate) {
  const auto range = [&](std::size_t slot, std::size_t reach) {
    Range normal{low[slot], high[slot]};
    for (std::size_t d = 1; d <= reach; ++d) {
      const std::size_t before = (slot + slots - d) % slots;
      const std::size_t behind = (slot + d) % slots;
      normal = {std::min({normal.low, low[before], low[behind]}), std::max({normal.high, high[before], high[behind]})};
    }
    return normal;
  };
  for (std::size_t j = 0; j < slots; ++j) {
    log_rate_[j] = std::log(rate_[j]);
    near_[j] = range(j, 1);
    wider_[j] = range(j, 2);
  }
  least_open_ = std::ranges::max(rate_) / (contrast * contrast * contrast);
}

double DayCurve::rate_at(int minute_of_day) const {
  const auto [first, second, weight] = VolumeTable::around(minute_of_day);
  return std::exp((1.0 - weight) * log_rate_[first] + weight * log_rate_[second]);
}

VolumeRate DayCurve::at(int minute_of_day) const {
  const double rate = rate_at(minute_of_day);
  const std::size_t slot = VolumeTable::slot(minute_of_day);
  VolumeRate result{rate, rate, rate};
  const auto widen = [&](const Range& range, double factor) {
    const double low = std::min(rate, range.low);
    const double high = std::max(rate, range.high);
    if (high < factor * low) return;
    result.low = std::min(result.low, low);
    result.high = std::max(result.high, high);
  };
  widen(near_[slot], contrast_);
  widen(wider_[slot], contrast_ * contrast_ * contrast_);
  return result;
}

std::optional<int> DayCurve::minutes_since_opening(int minute_of_day) const {
  const std::size_t now = VolumeTable::slot(minute_of_day);
  if (!is_open(now)) return std::nullopt;
  std::size_t back = 0;
  while (back < slots && is_open((now + slots - back) % slots)) ++back;
  if (back == slots) return std::nullopt;
  return minute_of_day - (static_cast<int>(now) - static_cast<int>(back) + 1) * slot_minutes;
}

double DayCurve::expected_since(int minutes_ago, int minute_of_day) const {
  double sum = 0.0;
  for (int ago = 0; ago <= minutes_ago; ++ago) sum += rate_at(minute_before(minute_of_day, ago));
  return sum;
}

}  // namespace pos::model
