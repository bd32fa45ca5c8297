// SPDX-License-Identifier: MIT
#include "checkout/closed_weekday.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "unit/checkout/days.hpp"

using namespace pos;
using namespace pos::checkout;

namespace {

constexpr std::int32_t sunday = 20'520;  // 2026-03-08

// Days before a Sunday on which nothing came, without those of so many Sundays.
Transactions closed_on_sundays(int weeks, std::int32_t days = 30) {
  Transactions made;
  made.volume = "approved";
  made.day.day = sunday;
  for (std::int32_t day = sunday - days; day < sunday; ++day) {
    const bool is_closed = (sunday - day) % 7 == 0 && sunday - day <= 7 * weeks;
    if (!is_closed) made.others.push_back(plain_day(day));
  }
  return made;
}

}  // namespace

TEST_CASE("closed weekday: two weeks in a row tell it, one may have been an outage") {
  CHECK(weeks_closed_before(closed_on_sundays(4)) == 4);
  CHECK(weeks_closed_before(closed_on_sundays(1)) == 1);
  CHECK(!closed_weekday(closed_on_sundays(1)));
  const auto event = closed_weekday(closed_on_sundays(2));
  REQUIRE(event);
  CHECK(event->name == "a Sunday, as in the 2 weeks before");
  CHECK(event->is_quiet());
}

TEST_CASE("closed weekday: a day on which something came is none") {
  Transactions open = closed_on_sundays(4);
  open.came.set(600);
  CHECK(weeks_closed_before(open) == 0);
}

TEST_CASE("closed weekday: weeks of which nothing is known do not count") {
  CHECK(weeks_closed_before(closed_on_sundays(4, 12)) == 1);  // it begins later
  Transactions gap = closed_on_sundays(4);
  std::erase_if(gap.others, [](const DayOfTransactions& day) { return day.day < sunday - 8 && day.day > sunday - 22; });
  CHECK(weeks_closed_before(gap) == 1);  // nobody collected any in the weeks before the last
  Transactions none = closed_on_sundays(4);
  none.others.clear();
  CHECK(weeks_closed_before(none) == 0);
}
