// SPDX-License-Identifier: MIT
#include "checkout/usual_transactions.hpp"

#include <doctest/doctest.h>

#include "unit/checkout/days.hpp"

using namespace pos::checkout;

namespace {

Hours only(int from, int to) {
  Hours hours{};
  for (int hour = from; hour <= to; ++hour) hours[static_cast<std::size_t>(hour)] = true;
  return hours;
}

}  // namespace

TEST_CASE("usual transactions: what an hour expects is the other days' median, at the level of this one") {
  Transactions history = plain_history();
  for (auto& counts : history.day.hours) {
    for (auto& [status, count] : counts) count /= 2;  // a quiet day
  }
  const UsualTransactions usual(history, only(12, 12));
  CHECK(usual.expected(12) == 30);
  CHECK(usual.rate(12) * 60 == doctest::Approx(33.5));  // 67 of all statuses, halved
  CHECK(usual.expected(3) == 0);
}

TEST_CASE("usual transactions: days of the same weekday speak alone where there are two") {
  Transactions history = plain_history();
  for (const int ago : {7, 14}) {
    DayOfTransactions& other = history.others.emplace_back(plain_day(history.day.day - ago));
    other.hours[9]["approved"] = 10;
  }
  history.others.erase(history.others.begin() + 3);  // the plain day of a week ago
  CHECK(UsualTransactions(history, only(9, 9)).expected(9) == 10);
}

TEST_CASE("usual transactions: a rate is not moved by a storm in less than half of the hours") {
  Transactions history = plain_history();
  history.others.clear();
  for (std::size_t hour = 13; hour < 17; ++hour) history.day.hours[hour]["denied"] = 40;
  const UsualTransactions usual(history, only(20, 20));
  CHECK(usual.ratio("denied", 20) == doctest::Approx(0.1));
  CHECK(usual.ratio("failed", 20).value() < 0.001);  // never seen, and still not impossible
  CHECK_FALSE(usual.expected(20).has_value());
}

TEST_CASE("usual transactions: without a usual hour nobody knows a rate") {
  Transactions history = plain_history();
  history.others.clear();
  CHECK_FALSE(UsualTransactions(history, only(0, 23)).ratio("denied", 12).has_value());
}

TEST_CASE("usual transactions: a gap is silence where nine transactions should have come") {
  Transactions history = plain_history();  // 66.5 an hour
  silence(history, 12 * 60, 12 * 60 + 8);
  CHECK(UsualTransactions(history, only(12, 12)).silent().none());
  silence(history, 12 * 60, 12 * 60 + 9);
  CHECK(UsualTransactions(history, only(12, 12)).silent().count() == 9);
  history.others.clear();  // half as many by the nearest hours alone
  CHECK(UsualTransactions(history, only(12, 12)).silent().none());
  silence(history, 12 * 60, 12 * 60 + 17);
  CHECK(UsualTransactions(history, only(12, 12)).silent().count() == 17);
}

TEST_CASE("usual transactions: the night is no silence, and what the history does not tell of is none") {
  Transactions history = plain_history();
  silence(history, 20 * 60, 22 * 60);
  history.to = 20 * 60 + 5;
  const UsualTransactions usual(history, only(20, 21));
  CHECK(usual.silent().none());
  CHECK(usual.known_minutes(20) == 5);
  CHECK(usual.known_minutes(21) == 0);
  CHECK(usual.known_minutes(19) == 60);
}
