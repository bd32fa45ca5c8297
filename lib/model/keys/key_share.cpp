// SPDX-License-Identifier: MIT
#include "model/keys/key_share.hpp"

#include <algorithm>
#include <numeric>

#include "model/monitor/calendar.hpp"

namespace pos::model {

void LearntVolume::fade(std::int64_t nights) {
  constexpr std::int64_t all_gone = 10'000;
  for (nights = std::min(nights, all_gone); nights > 0; --nights) {
    for (double& count : slots) count *= day_weight;
    for (double& count : weekdays) count *= day_weight;
  }
}

double LearntVolume::sum() const { return std::accumulate(slots.begin(), slots.end(), 0.0); }

void LearntVolume::save(StateWriter& out) const {
  out.begin("volume");
  out.numbers(slots);
  out.numbers(weekdays);
  out.end();
}

void LearntVolume::restore(StateReader& in) {
  in.begin("volume");
  in.amounts(slots);
  in.amounts(weekdays);
  in.end();
}

PlaceInWeek place_in_week(std::int64_t local) {
  constexpr std::int64_t week = LearntVolume::days;
  const int weekday = static_cast<int>((day_of(local) % week + week) % week);
  return {minute_of_day(local), is_dated(local) ? weekday : -1};
}

KeyShare::KeyShare(const LearntVolume& key, const LearntVolume& whole, double whole_sum,
                   const MonitorParameters& parameters)
    : key_(key), whole_(whole), prior_(parameters.prior_count), contrast_(parameters.contrast) {
  of_all_ = whole_sum > 0 ? std::min(key.sum() / whole_sum, 1.0) : 0.0;
  // (count + 20) / (total + 20 / share of all).
  for (std::size_t j = 0; j < slots_.size(); ++j) {
    const double share = (key.slots[j] + prior_) * of_all_ / (whole.slots[j] * of_all_ + prior_);
    slots_[j] = share < 1.0 ? share : 1.0;
  }
}

double KeyShare::least(int clock) const {
  const std::size_t here = StatusRatio::Table::slot(clock);
  const double before = slots_[(here + ratio_slots - 1) % ratio_slots];
  const double after = slots_[(here + 1) % ratio_slots];
  const auto [low, high] = std::minmax({before, slots_[here], after});
  return high >= contrast_ * low ? low : usual(clock);
}

double KeyShare::most(std::size_t slot) const {
  return std::max({slots_[(slot + ratio_slots - 1) % ratio_slots], slots_[slot], slots_[(slot + 1) % ratio_slots]});
}

// No moderate difference, which is mostly chance.
double KeyShare::on_weekday(int weekday) const {
  if (weekday < 0) return 1.0;
  const auto day = static_cast<std::size_t>(weekday);
  const double factor = (key_.weekdays[day] + prior_) / (whole_.weekdays[day] * of_all_ + prior_);
  return factor * contrast_ <= 1.0 ? factor : 1.0;
}

double KeyShare::count(int clock) const {
  const SlotBlend blend = StatusRatio::Table::around(clock);
  return (1.0 - blend.weight) * key_.slots[blend.first] + blend.weight * key_.slots[blend.second];
}

// A slot's share lies between what the slot alone says and what all say together.
double KeyShare::bound() const {
  double most = 0.0;
  for (std::size_t j = 0; j < key_.slots.size(); ++j) {
    if (key_.slots[j] > 0) most = std::max(most, key_.slots[j] / std::max(whole_.slots[j], key_.slots[j]));
  }
  return most;
}

}  // namespace pos::model
