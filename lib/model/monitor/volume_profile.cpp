// SPDX-License-Identifier: MIT
// Daily curve of the volume. Today's minutes enter it at midnight, so none explains itself.
#include "model/monitor/volume_profile.hpp"

#include <algorithm>
#include <cmath>

namespace pos::model {

namespace {

constexpr std::size_t slots = volume_slots;
constexpr double lowest_rate = 0.05;  // transactions per minute

using Row = std::array<double, slots>;

// Rates of the slots that hold at least a minute; 0 elsewhere.
Row seen_rates(const Row& count, const Row& minutes) {
  Row rate{};
  for (std::size_t j = 0; j < slots; ++j) {
    if (minutes[j] >= 1.0) rate[j] = std::max(count[j] / minutes[j], lowest_rate);
  }
  return rate;
}

// Gaps become the geometric interpolation of their nearest neighbours around the clock.
// Needs at least one rate above 0.
Row fill_gaps(const Row& seen) {
  Row filled{};
  for (std::size_t j = 0; j < slots; ++j) {
    std::size_t back = 0;
    std::size_t ahead = 0;
    while (seen[(j + slots - back) % slots] == 0.0) ++back;
    while (seen[(j + ahead) % slots] == 0.0) ++ahead;
    const double before = seen[(j + slots - back) % slots];
    const double after = seen[(j + ahead) % slots];
    const auto a = static_cast<double>(back);
    const auto b = static_cast<double>(ahead);
    filled[j] = back == 0 ? before : std::exp((b * std::log(before) + a * std::log(after)) / (a + b));
  }
  return filled;
}

}  // namespace

void VolumeProfile::add(int minute_of_day, double count) {
  today_.add(minute_of_day, count, 1.0);
  total_ += count;
  minutes_ += 1.0;
}

bool VolumeProfile::end_of_day() {
  past_.fade();
  past_.add(today_);
  today_ = {};
  const Row seen = seen_rates(past_.count(), past_.exposure());
  const auto gaps = static_cast<std::size_t>(std::ranges::count(seen, 0.0));
  if (2 * (slots - gaps) < slots) return false;
  const bool first = !usable();
  rate_ = fill_gaps(seen);
  return first;
}

VolumeRate VolumeProfile::at(int minute_of_day, double contrast) const {
  if (!rate_) {
    const double flat = std::max(total_ / std::max(minutes_, 1.0), lowest_rate);
    return {flat, flat, flat};
  }
  const Row& curve = *rate_;
  const auto [first, second, weight] = Table::around(minute_of_day);
  const double rate = std::exp((1.0 - weight) * std::log(curve[first]) + weight * std::log(curve[second]));
  const std::size_t slot = Table::slot(minute_of_day);
  const auto [low, high] =
      std::minmax({rate, curve[(slot + slots - 1) % slots], curve[slot], curve[(slot + 1) % slots]});
  if (high < contrast * low) return {rate, rate, rate};
  return {rate, low, high};
}

void VolumeProfile::save(StateWriter& out) const {
  out.begin("profile");
  out.number(total_);
  out.number(minutes_);
  out.end();
  past_.save(out, "profile_past");
  today_.save(out, "profile_today");
  out.begin("profile_rate");
  if (rate_) out.numbers(*rate_);
  out.end();
}

void VolumeProfile::restore(StateReader& in) {
  in.begin("profile");
  total_ = in.amount();
  minutes_ = in.amount();
  in.end();
  past_.restore(in, "profile_past");
  today_.restore(in, "profile_today");
  in.begin("profile_rate");
  if (in.more()) {
    // Interpolation may round below the lowest rate. Logarithms are taken: 0 must not pass.
    for (double& rate : rate_.emplace()) rate = in.number(lowest_rate / 2, 1e40);
  }
  in.end();
}

}  // namespace pos::model
