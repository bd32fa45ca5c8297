// SPDX-License-Identifier: MIT
#include "checkout/hours_sum.hpp"

#include <algorithm>
#include <utility>

#include "base/volume.hpp"
#include "model/monitor/negative_binomial.hpp"

namespace pos::checkout {
namespace {

constexpr double least_surprise = 3;  // one in a thousand
constexpr double spread2 = 1.0 / 9;   // rates and volumes differ by a third between hours and days
constexpr double least_rise = 1.5;
constexpr double least_part = 0.05;  // of the volume

void add_silence(HoursSum& sum, const Transactions& transactions, const UsualTransactions& usual, int hour) {
  const int from = std::max(hour * 60, transactions.from), to = std::min(hour * 60 + 60, transactions.to);
  for (int minute = from; minute < to; ++minute) {
    if (!usual.silent()[static_cast<std::size_t>(minute)]) continue;
    if (sum.silent++ == 0) sum.first_silent = minute;
    sum.last_silent = minute;
    sum.missed += usual.rate(hour);
  }
}

// Held against the larger of the volume that came and the one to be expected: where both rise, that is business.
void add_rise(HoursSum& sum, const UsualTransactions& usual, const std::string& status, double count) {
  Rise rise{status, count, 0, 0};
  double business = 0;
  for (const int hour : sum.hours) {
    const auto ratio = usual.ratio(status, hour);
    if (!ratio) return;
    const double volume =
        std::max(usual.volume(hour), usual.expected(hour).value_or(0) * usual.known_minutes(hour) / 60);
    rise.usual += *ratio * volume;
    business += volume;
  }
  const double mean = std::max(rise.usual, 0.1);
  const bool is_rise = count >= least_rise * mean && rise.excess() >= std::max(least_part * business, 3.0) &&
                       model::surprise(count, mean, spread2, model::Side::above) >= least_surprise;
  rise.usual_share = business > 0 ? rise.usual / (business + rise.usual) : 0;
  if (is_rise) sum.rises.push_back(std::move(rise));
}

}  // namespace

HoursSum sum_hours(const Transactions& transactions, const UsualTransactions& usual, const std::vector<int>& hours,
                   Level level) {
  HoursSum sum;
  double usual_volume = 0;
  bool known = true;
  DayOfTransactions::Counts counts;
  for (const int hour : hours) {
    const int minutes = usual.known_minutes(hour);
    if (minutes == 0) continue;
    sum.hours.push_back(hour);
    sum.volume += usual.volume(hour);
    sum.all += usual.all(hour);
    sum.minutes += minutes;
    sum.expected += usual.rate(hour) * minutes;
    const auto expected = level == Level::of_day ? usual.expected(hour) : usual.of_others(hour);
    known = known && expected;
    usual_volume += expected.value_or(0) * minutes / 60;
    add_silence(sum, transactions, usual, hour);
    for (const auto& [status, count] : transactions.day.hours[static_cast<std::size_t>(hour)]) counts[status] += count;
  }
  if (known && !sum.hours.empty()) sum.usual_volume = usual_volume;
  for (const auto& [status, count] : counts) {
    if (status != transactions.volume && transactions.volume != every_status) add_rise(sum, usual, status, count);
  }
  std::stable_sort(sum.rises.begin(), sum.rises.end(),
                   [](const Rise& a, const Rise& b) { return a.excess() > b.excess(); });
  return sum;
}

}  // namespace pos::checkout
