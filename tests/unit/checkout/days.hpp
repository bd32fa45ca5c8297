// SPDX-License-Identifier: MIT
// Days of transactions for the tests: like every other, but for what a test does to one.
#pragma once

#include <cmath>
#include <string>

#include "checkout/transactions.hpp"

namespace pos::checkout {

// 60 approved an hour from 08h to 21h, 6 denied, and one reversed every second hour.
inline DayOfTransactions plain_day(std::int32_t day) {
  DayOfTransactions made;
  made.day = day;
  for (std::size_t hour = 8; hour < 22; ++hour) {
    made.hours[hour] = {{"approved", 60}, {"denied", 6}};
    if (hour % 2 == 0) made.hours[hour]["reversed"] = 1;
  }
  return made;
}

// A day of which something came in every minute from 08h to 21h, behind ten like it.
inline Transactions plain_history() {
  constexpr std::int32_t day = 20'000;
  Transactions made;
  made.volume = "approved";
  made.day = plain_day(day);
  for (std::int32_t other = day - 10; other < day; ++other) made.others.push_back(plain_day(other));
  for (std::size_t minute = 8 * 60; minute < 22 * 60; ++minute) made.came.set(minute);
  return made;
}

// Nothing came from one minute to another.
inline void silence(Transactions& transactions, int from, int to) {
  for (int minute = from; minute < to; ++minute) transactions.came.reset(static_cast<std::size_t>(minute));
  for (int hour = 0; hour < 24; ++hour) {
    int left = 0;
    for (int minute = hour * 60; minute < hour * 60 + 60; ++minute) left += minute < from || minute >= to ? 1 : 0;
    for (auto& [status, count] : transactions.day.hours[static_cast<std::size_t>(hour)])
      count = std::round(count * left / 60);
  }
}

}  // namespace pos::checkout
