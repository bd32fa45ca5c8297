// SPDX-License-Identifier: MIT
#include "checkout/day_fit.hpp"

#include <algorithm>
#include <cmath>
#include <compare>
#include <utility>

#include "checkout/expected_count.hpp"

namespace pos::checkout {
namespace {

constexpr int rounds = 3;
constexpr double strange = 0.02;       // p from which on an hour tells nothing about the day's level and noise
constexpr double outage_level = 0.25;  // a median ratio below it is an outage, not a level: days differ by 0.5 to 2
constexpr double least_centre = 0.3;
constexpr double reference_noise = 0.04;
constexpr double trusted_distance = 1.5;  // in standard deviations; beyond, a reference counts less
constexpr double usual_noise = 0.04;
constexpr double usual_noise_hours = 4;  // what `usual_noise` weighs
constexpr double least_noise = 0.01, most_noise = 0.15;
constexpr double least_tail = 1e-15;

struct Weighted {
  double value, weight;
  friend auto operator<=>(const Weighted&, const Weighted&) = default;
};

double weighted_median(std::vector<Weighted> values) {
  std::sort(values.begin(), values.end());
  double half = 0;
  for (const Weighted& v : values) half += v.weight / 2;
  double sum = 0;
  for (const Weighted& v : values) {
    sum += v.weight;
    if (sum >= half) return v.value;
  }
  return values.back().value;
}

double scale_of(std::span<const double> day, std::span<const double> reference, const std::vector<bool>& normal) {
  std::vector<Weighted> all, sold;
  for (std::size_t h = 0; h < day.size(); ++h) {
    if (!normal[h]) continue;
    const Weighted ratio{std::log((day[h] + 0.5) / (reference[h] + 0.5)), std::sqrt(reference[h] + 0.5)};
    all.push_back(ratio);
    if (day[h] > 0) sold.push_back(ratio);
  }
  if (sold.empty()) return 1.0;
  const double scale = std::exp(weighted_median(std::move(all)));
  return scale < outage_level ? std::exp(weighted_median(std::move(sold))) : scale;
}

// The references' mean at one hour. Each counts by its precision; one that lies far from the others has an incident of
// its own there, and counts little.
HourFit expect(std::size_t hour, std::span<const Reference> references, const std::vector<double>& scales) {
  std::vector<Weighted> scaled;
  for (std::size_t i = 0; i < references.size(); ++i) {
    scaled.push_back({scales[i] * references[i].values[hour], references[i].weight});
  }
  const double centre = std::max(weighted_median(scaled), least_centre);
  double sum = 0;
  for (std::size_t i = 0; i < references.size(); ++i) {
    const double days = references[i].days;
    const double variance = scales[i] * centre / days + reference_noise * centre * centre / std::sqrt(days);
    const double distance = std::abs(scaled[i].value - centre) / (trusted_distance * std::sqrt(variance));
    scaled[i].weight = 1 / (variance * std::pow(std::max(1.0, distance), 2));
    sum += scaled[i].weight;
  }
  HourFit fit;
  for (const Weighted& x : scaled) fit.shares.push_back(x.weight / sum);
  for (const Weighted& x : scaled) fit.mean += x.weight * x.value / sum;
  fit.error = 1 / sum;
  for (const Weighted& x : scaled) {
    fit.error += x.weight * std::pow(x.value - fit.mean, 2) / sum / static_cast<double>(scaled.size());
  }
  return fit;
}

void test(HourFit& fit, double count, double noise) {
  fit.variance = fit.mean + fit.error + noise * fit.mean * fit.mean;
  const ExpectedCount expected(fit.mean, fit.variance);
  const double below = expected.at_most(count);
  const double above = expected.at_least(count);
  fit.p = std::min(1.0, 2 * std::min(below, above));
  const double middle = below - 0.5 * (below + above - 1);  // mid-p: half of the count's own probability
  fit.z = normal_quantile(std::clamp(middle, least_tail, 1 - least_tail));
}

}  // namespace

// A ratio of sums: busy hours tell more of it. Few hours tell little, so it leans on what is usual.
double noise_of(std::span<const double> day, const std::vector<HourFit>& hours, const std::vector<bool>& which,
                double level) {
  double excess = 0, squares = 0, count = 0;
  for (std::size_t h = 0; h < day.size(); ++h) {
    if (!which[h]) continue;
    const double mean = level * hours[h].mean;
    excess += std::pow(day[h] - mean, 2) - mean - level * level * hours[h].error;
    squares += mean * mean;
    ++count;
  }
  const double own = squares > 0 ? std::max(excess / squares, 0.0) : 0.0;
  return std::clamp((own * count + usual_noise_hours * usual_noise) / (count + usual_noise_hours), least_noise,
                    most_noise);
}

HourFit at_level(HourFit fit, double level, double noise, double count) {
  fit.mean *= level;
  fit.error *= level * level;
  test(fit, count, noise);
  return fit;
}

DayFit fit_day(std::span<const double> day, std::span<const Reference> references) {
  DayFit fit;
  std::vector<bool> normal(day.size(), true);
  for (int round = 0; round < rounds; ++round) {
    if (std::find(normal.begin(), normal.end(), true) == normal.end()) normal.assign(day.size(), true);
    fit.scales.clear();
    for (const Reference& reference : references) fit.scales.push_back(scale_of(day, reference.values, normal));
    fit.hours.clear();
    for (std::size_t h = 0; h < day.size(); ++h) fit.hours.push_back(expect(h, references, fit.scales));
    fit.noise = noise_of(day, fit.hours, normal);
    const std::vector<bool> before = normal;
    for (std::size_t h = 0; h < day.size(); ++h) {
      test(fit.hours[h], day[h], fit.noise);
      normal[h] = fit.hours[h].p > strange;
    }
    if (normal == before) break;  // another round would find the same
  }
  return fit;
}

}  // namespace pos::checkout
