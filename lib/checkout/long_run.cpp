// SPDX-License-Identifier: MIT
#include "checkout/long_run.hpp"

#include <cmath>
#include <utility>

#include "checkout/expected_count.hpp"

namespace pos::checkout {
namespace {

constexpr std::size_t least_length = 5, most_length = 10;
constexpr double least_unflagged = 4;   // hours of a run
constexpr double least_rest = 1.0 / 3;  // of the hours of the day
constexpr double least_sales = 10;      // expected of either
constexpr double least_change = 0.3;
constexpr double looks = 400;  // independent runs that chance may pick from: most of them overlap

// Some hours of the day, and sums over them.
struct Part {
  std::vector<bool> hours;
  double count = 0, sold = 0, mean = 0, squares = 0, error = 0;
};

template <typename Belongs>
Part part_of(std::span<const double> day, const std::vector<HourFit>& fit, Belongs belongs) {
  Part part;
  for (std::size_t h = 0; h < day.size(); ++h) {
    part.hours.push_back(belongs(h));
    if (!part.hours[h]) continue;
    ++part.count;
    part.sold += day[h];
    part.mean += fit[h].mean;
    part.squares += fit[h].mean * fit[h].mean;
    part.error += fit[h].error;
  }
  return part;
}

// Nothing where one of them is too small.
std::optional<LongRun> hold_against(const Part& rest, Part run, std::span<const double> day,
                                    const std::vector<HourFit>& fit) {
  if (run.count < least_unflagged || rest.count < least_rest * static_cast<double>(day.size())) return std::nullopt;
  LongRun found;
  found.level = (rest.sold + 1) / (rest.mean + 1);
  const double expected = found.level * run.mean;
  const double expected_rest = found.level * rest.mean;
  if (expected < least_sales || expected_rest < least_sales) return std::nullopt;
  found.noise = noise_of(day, fit, rest.hours, found.level);
  const double of_run = expected + found.level * found.level * (run.error + found.noise * run.squares);
  const double of_level =
      1 / expected_rest + found.noise * rest.squares / (rest.mean * rest.mean);  // squared, relative
  found.ratio = run.sold / expected;
  found.z = (run.sold - expected) / std::sqrt(of_run + expected * expected * of_level);
  found.chance = 2 * normal_probability(-std::abs(found.z)) * looks;
  found.hours = std::move(run.hours);
  return found;
}

}  // namespace

std::optional<LongRun> find_long_run(std::span<const int> hours, std::span<const double> day,
                                     const std::vector<HourFit>& fit, std::span<const Verdict> verdicts, double alpha) {
  std::optional<LongRun> strangest;
  for (std::size_t length = least_length; length <= most_length; ++length) {
    for (std::size_t first = 0; first + length <= day.size(); ++first) {
      const std::size_t last = first + length - 1;
      if (hours[last] - hours[first] != static_cast<int>(last - first)) continue;
      const auto within = [&](std::size_t h) { return first <= h && h <= last; };
      const Part rest = part_of(day, fit, [&](auto h) { return !within(h) && verdicts[h].flag != Flag::hour; });
      Part run = part_of(day, fit, [&](auto h) { return within(h) && verdicts[h].flag == Flag::none; });
      std::optional<LongRun> found = hold_against(rest, std::move(run), day, fit);
      if (!found || std::abs(found->ratio - 1) < least_change || found->chance > alpha) continue;
      if (!strangest || std::abs(found->z) > std::abs(strangest->z)) strangest = std::move(found);
    }
  }
  return strangest;
}

}  // namespace pos::checkout
