// SPDX-License-Identifier: MIT
#include "incident/usual_amount.hpp"

#include <algorithm>

#include "base/count.hpp"

namespace pos::incident {

void note_amount(Amounts& amounts, const Record& record) {
  if (!tells_amount(record)) return;
  if (amounts.status != record.status) amounts = {record.status, {}};
  const LocalSeconds minute = minute_begin(record.time);
  std::vector<AmountOfMinute>& minutes = amounts.minutes;
  auto at = std::ranges::lower_bound(minutes, minute, {}, &AmountOfMinute::minute);
  if (at == minutes.end() || at->minute != minute) {
    if (minutes.size() == Amounts::most_minutes) {
      if (at == minutes.begin()) return;  // older than all
      minutes.erase(minutes.begin());
      at = std::ranges::lower_bound(minutes, minute, {}, &AmountOfMinute::minute);
    }
    at = minutes.insert(at, {minute, 0, 0});
  }
  add_count(at->count, record.count);
  add_amount(at->amount, *record.amount);
}

std::optional<double> usual_amount(const Amounts& amounts, LocalSeconds before) {
  constexpr std::size_t least_minutes = 10;
  constexpr double most_times = 10;
  std::vector<double> means;
  for (const AmountOfMinute& one : amounts.minutes) {
    if (one.minute < before) means.push_back(static_cast<double>(one.amount) / static_cast<double>(one.count));
  }
  if (means.size() < least_minutes) return std::nullopt;
  std::vector<double> sorted = means;
  std::ranges::sort(sorted);
  const double median = (sorted[(sorted.size() - 1) / 2] + sorted[sorted.size() / 2]) / 2;
  if (!(median > 0)) return std::nullopt;
  double sum = 0, count = 0;
  for (std::size_t i = 0; i < means.size(); ++i) {
    const auto weight = static_cast<double>(amounts.minutes[i].count);
    sum += std::clamp(means[i], 0.0, most_times * median) * weight;
    count += weight;
  }
  return sum / count;
}

}  // namespace pos::incident
