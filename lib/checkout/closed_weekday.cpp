// SPDX-License-Identifier: MIT
#include "checkout/closed_weekday.hpp"

#include <algorithm>
#include <cstdlib>

#include "checkout/wording.hpp"

namespace pos::checkout {
namespace {

constexpr std::int32_t days_in_week = 7, days_beside = 3;

bool has_day(const Transactions& transactions, std::int32_t day, std::int32_t beside = 0) {
  return std::any_of(transactions.others.begin(), transactions.others.end(), [&](const DayOfTransactions& other) {
    return std::abs(other.day - day) <= beside && other.day < transactions.day.day;
  });
}

}  // namespace

int weeks_closed_before(const Transactions& transactions) {
  if (transactions.came.any() || transactions.others.empty()) return 0;
  const std::int32_t first = transactions.others.front().day;
  int weeks = 0;
  for (std::int32_t day = transactions.day.day - days_in_week; day > first; day -= days_in_week, ++weeks) {
    if (has_day(transactions, day) || !has_day(transactions, day, days_beside)) break;
  }
  return weeks;
}

std::optional<DayEvent> closed_weekday(const Transactions& transactions, Language language) {
  constexpr int least = 2;
  const int weeks = weeks_closed_before(transactions);
  if (weeks < least) return std::nullopt;
  return DayEvent{0, minutes_of_day,
                  trf(language, "{}, as in the {} weeks before", weekday_with_article(transactions.day.day, language), weeks),
                  "closed"};
}

}  // namespace pos::checkout
