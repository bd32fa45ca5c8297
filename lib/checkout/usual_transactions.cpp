// SPDX-License-Identifier: MIT
#include "checkout/usual_transactions.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/volume.hpp"

namespace pos::checkout {
namespace {

constexpr double least_silence = 9;  // transactions missed by a gap that chance does not make: exp(-9) is 1 in 8,000
constexpr std::int32_t days_of_week = 7;

double sum_of(const DayOfTransactions::Counts& counts) {
  double sum = 0;
  for (const auto& [status, count] : counts) sum += count;
  return sum;
}

double middle_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace

UsualTransactions::UsualTransactions(const Transactions& transactions, const Hours& unusual)
    : transactions_(transactions), unusual_(unusual) {
  for (int hour = 0; hour < 24; ++hour) {
    others_[static_cast<std::size_t>(hour)] =
        median_of_others(hour, [this](const Counts& counts) { return volume_of(counts); });
  }
  level_ = level_of_day();
  find_rates();
  find_silence();
}

double UsualTransactions::volume_of(const Counts& counts) const {
  if (transactions_.volume == every_status) return sum_of(counts);
  const auto found = counts.find(transactions_.volume);
  return found == counts.end() ? 0 : found->second;
}

double UsualTransactions::volume(int hour) const {
  return volume_of(transactions_.day.hours[static_cast<std::size_t>(hour)]);
}

double UsualTransactions::all(int hour) const {
  return sum_of(transactions_.day.hours[static_cast<std::size_t>(hour)]);
}

int UsualTransactions::known_minutes(int hour) const {
  return std::max(0, std::min(transactions_.to, hour * 60 + 60) - std::max(transactions_.from, hour * 60));
}

// Days of the week differ: those of the same one speak alone where there are two.
std::optional<double> UsualTransactions::median_of_others(int hour, const Count& count_of) const {
  std::vector<double> same, all;
  for (const DayOfTransactions& other : transactions_.others) {
    const double count = count_of(other.hours[static_cast<std::size_t>(hour)]);
    all.push_back(count);
    if ((transactions_.day.day - other.day) % days_of_week == 0) same.push_back(count);
  }
  if (all.empty()) return std::nullopt;
  return middle_of(same.size() >= 2 ? same : all);
}

// How busy the day was beside others, by its usual hours: within a factor of three, or a closed day would expect
// nothing.
double UsualTransactions::level_of_day() const {
  constexpr double most = 3;
  std::vector<Sample> ratios;
  double total = 0;
  for (int hour = 0; hour < 24; ++hour) {
    const auto& other = others_[static_cast<std::size_t>(hour)];
    if (unusual_[static_cast<std::size_t>(hour)] || known_minutes(hour) < 60 || !other || *other <= 0) continue;
    ratios.push_back({volume(hour) / *other, *other});
    total += *other;
  }
  if (ratios.size() < 3) return 1;
  std::sort(ratios.begin(), ratios.end(), [](const Sample& a, const Sample& b) { return a.ratio < b.ratio; });
  double below = 0;
  for (const Sample& sample : ratios) {
    below += sample.weight;
    if (2 * below >= total) return std::clamp(sample.ratio, 1 / most, most);
  }
  return 1;
}

std::optional<double> UsualTransactions::expected(int hour) const {
  const auto& other = others_[static_cast<std::size_t>(hour)];
  return other ? std::optional(*other * level_) : std::nullopt;
}

std::vector<UsualTransactions::Sample> UsualTransactions::samples(std::string_view status, int hour) const {
  std::vector<Sample> found;
  const auto add = [&](const Counts& counts) {
    const double whole = volume_of(counts);
    if (whole <= 0) return;
    const auto of_status = counts.find(status);
    found.push_back({(of_status == counts.end() ? 0 : of_status->second) / whole, whole});
  };
  for (int h = 0; h < 24; ++h) {
    if (!unusual_[static_cast<std::size_t>(h)]) add(transactions_.day.hours[static_cast<std::size_t>(h)]);
    if (std::abs(h - hour) > 1) continue;
    for (const DayOfTransactions& other : transactions_.others) add(other.hours[static_cast<std::size_t>(h)]);
  }
  return found;
}

// The median, by weight, which incidents of other hours do not move. Of a status so rare that it is 0: the mean without
// the tenth that has most of it.
std::optional<double> UsualTransactions::ratio(std::string_view status, int hour) const {
  std::vector<Sample> found = samples(status, hour);
  if (found.empty()) return std::nullopt;
  std::sort(found.begin(), found.end(), [](const Sample& a, const Sample& b) { return a.ratio < b.ratio; });
  double total = 0;
  for (const Sample& sample : found) total += sample.weight;
  double below = 0, count = 0;
  std::optional<double> middle;
  for (const Sample& sample : found) {
    if (below > 0.9 * total) break;
    below += sample.weight;
    count += sample.ratio * sample.weight;
    if (!middle && 2 * below >= total) middle = sample.ratio;
  }
  return middle.value_or(0) > 0 ? middle : std::optional((count + 0.5) / below);
}

double UsualTransactions::careful_rate(int hour) const {
  std::optional<double> least;
  for (const int step : {-1, 1}) {
    int h = hour + step;
    while (h >= 0 && h < 24 && (unusual_[static_cast<std::size_t>(h)] || known_minutes(h) < 60)) h += step;
    if (h < 0 || h > 23) continue;
    least = std::min(least.value_or(all(h)), all(h));
  }
  return least.value_or(0) / 60 / 2;
}

void UsualTransactions::find_rates() {
  for (int hour = 0; hour < 24; ++hour) {
    const auto other = median_of_others(hour, sum_of);
    rates_[static_cast<std::size_t>(hour)] = other ? *other * std::min(level_, 1.0) / 60 : careful_rate(hour);
  }
}

void UsualTransactions::find_silence() {
  for (int first = transactions_.from; first < transactions_.to;) {
    int end = first;
    double missed = 0;
    while (end < transactions_.to && !transactions_.came[static_cast<std::size_t>(end)]) missed += rate(end++ / 60);
    if (missed >= least_silence) {
      for (int minute = first; minute < end; ++minute) silent_.set(static_cast<std::size_t>(minute));
    }
    first = end + 1;
  }
}

}  // namespace pos::checkout
