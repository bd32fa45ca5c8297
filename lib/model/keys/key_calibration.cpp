// SPDX-License-Identifier: MIT
#include "model/keys/key_calibration.hpp"

#include <algorithm>
#include <cmath>

namespace pos::model {

namespace {

constexpr std::int64_t event_gap = 10;  // minutes without an alert that end an event
constexpr double rarer = 2.0;

}  // namespace

void KeyCalibration::see(const KeyMonitor& keys, std::span<const KeyAlert> alerts) {
  ++minutes_;
  if (minutes_ <= minutes_per_day) return;
  for (const KeyAlert& alert : alerts) {
    const double score = alert.score + keys.surcharge();
    const auto [at, is_new] = episodes_.try_emplace({alert.key, alert.status}, Episode{minutes_, score});
    Episode& episode = at->second;
    if (!is_new && minutes_ - episode.last > event_gap) {
      over_.push_back(episode.peak);
      episode.peak = score;
    }
    episode.last = minutes_;
    episode.peak = std::max(episode.peak, score);
  }
}

double KeyCalibration::days() const {
  return static_cast<double>(std::max<std::int64_t>(minutes_ - minutes_per_day, 0)) / minutes_per_day;
}

std::int64_t KeyCalibration::false_events(double least, double full_surcharge, double threshold) const {
  const auto counts = [&](double peak) { return peak >= least && peak - full_surcharge < threshold; };
  std::int64_t events = std::ranges::count_if(over_, counts);
  for (const auto& [key, episode] : episodes_) events += counts(episode.peak) ? 1 : 0;
  return events;
}

// One event more than were seen is to be expected at least. Where more are seen than may be, scores that are `rarer`
// higher are ten times rarer: less than what a score says, and about what long simulations show.
double KeyCalibration::surcharge(const KeyMonitor& keys, double threshold) const {
  const double least = keys.least_surcharge();
  const double full = keys.full_surcharge();
  if (minutes_ < 2 * minutes_per_day) return full;
  const double allowed = std::pow(10.0, -threshold) * days();
  const auto enough_at = [&](double surcharge) {
    const auto expected = static_cast<double>(false_events(threshold + surcharge, full, threshold) + 1);
    return surcharge + rarer * std::max(std::log10(expected / allowed), 0.0);
  };
  double enough = std::min(enough_at(least), full);
  constexpr double fine = 0.01;
  for (double surcharge = least; surcharge < enough; surcharge += fine) enough = std::min(enough, enough_at(surcharge));
  return enough;
}

}  // namespace pos::model
