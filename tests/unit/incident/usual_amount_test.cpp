// SPDX-License-Identifier: MIT
#include "incident/usual_amount.hpp"

#include <doctest/doctest.h>

#include "unit/incident/tracked_day.hpp"

using namespace pos;
using namespace pos::incident;

namespace {

Record paid_row(LocalSeconds time, Hundredths amount, std::int64_t count = 10) {
  Record record = normal_row(time, "approved", count);
  record.amount = amount;
  return record;
}

// Ten approvals of 20.00 a minute.
Amounts an_hour() {
  Amounts amounts;
  for (LocalSeconds time = 0; time < hour; time += minute) note_amount(amounts, paid_row(time, 20'000));
  return amounts;
}

}  // namespace

TEST_CASE("usual amount: of one approval, of the minutes before") {
  const Amounts amounts = an_hour();
  CHECK(usual_amount(amounts, hour) == doctest::Approx(2000));
  CHECK(usual_amount(amounts, 10 * minute) == doctest::Approx(2000));
  CHECK_FALSE(usual_amount(amounts, 9 * minute));  // too few of them
}

TEST_CASE("usual amount: several rows of a minute are one, and weigh by their count") {
  Amounts amounts;
  for (LocalSeconds time = 0; time < 20 * minute; time += minute) {
    note_amount(amounts, paid_row(time, 1000, 1));
    note_amount(amounts, paid_row(time, 9000, 3));
  }
  CHECK(amounts.minutes.size() == 20);
  CHECK(usual_amount(amounts, hour) == doctest::Approx(2500));
}

TEST_CASE("usual amount: one giant amount moves it by 15 % at most") {
  Amounts amounts = an_hour();
  amounts.minutes[30].amount = max_amount;
  CHECK(usual_amount(amounts, hour) == doctest::Approx(2000 * (59 + 10) / 60.0));
}

TEST_CASE("usual amount: refunds of a minute count as nothing, and a stream of refunds has none") {
  Amounts amounts = an_hour();
  amounts.minutes[30].amount = -max_amount;
  CHECK(usual_amount(amounts, hour) == doctest::Approx(2000 * 59 / 60.0));
  for (AmountOfMinute& one : amounts.minutes) one.amount = -5;
  CHECK_FALSE(usual_amount(amounts, hour));
}

TEST_CASE("usual amount: the last 60 minutes with approvals, however long ago") {
  Amounts amounts = an_hour();
  for (LocalSeconds time = 0; time < 40 * minute; time += minute)
    note_amount(amounts, paid_row(24 * hour + time, 40'000));
  CHECK(amounts.minutes.size() == Amounts::most_minutes);
  CHECK(usual_amount(amounts, 25 * hour) == doctest::Approx((20 * 2000 + 40 * 4000) / 60.0));
  note_amount(amounts, paid_row(0, 1));  // older than all of them
  CHECK(amounts.minutes.front().minute == 40 * minute);
}

TEST_CASE("usual amount: alerts and rows without an amount say nothing; another status begins anew") {
  Amounts amounts = an_hour();
  Record alert = paid_row(hour, 1);
  alert.scored.decision = Decision::alert;
  note_amount(amounts, alert);
  note_amount(amounts, normal_row(hour));
  CHECK(amounts == an_hour());
  Record other = paid_row(hour, 100);
  other.status = "aprovada";
  note_amount(amounts, other);
  CHECK(amounts.status == "aprovada");
  CHECK(amounts.minutes.size() == 1);
}

TEST_CASE("tracker: an incident knows what one approval was worth before it, and keeps that") {
  Day day;
  for (LocalSeconds time = 0; time < hour; time += minute) day.push(paid_row(time, 20'000));
  Record outage = alert_row(hour, "approved");
  outage.count = 0;
  outage.scored.expected = 10;
  day.push(outage);
  const Incident& incident = day.state.incidents.front();
  CHECK(incident.usual_amount == doctest::Approx(2000));
  CHECK(lost(incident) == doctest::Approx(10));
  CHECK(lost_amount(incident) == doctest::Approx(20'000));
  for (LocalSeconds time = hour + minute; time < hour + 5 * minute; time += minute) day.push(paid_row(time, 90'000));
  CHECK(day.state.incidents.front().usual_amount == doctest::Approx(2000));
}

TEST_CASE("tracker: an incident of before anybody could say gets it as soon as that is known") {
  Day day;
  day.push(paid_row(0, 20'000));
  day.push(alert_row(minute));
  CHECK_FALSE(lost_amount(day.state.incidents.front()));
  for (LocalSeconds time = minute; time < 9 * minute; time += minute) {
    day.push(paid_row(time, 20'000));
    day.push(alert_row(time));
  }
  CHECK_FALSE(day.state.incidents.front().usual_amount);
  for (LocalSeconds time = 9 * minute; time < 12 * minute; time += minute) day.push(paid_row(time, 20'000));
  CHECK(day.state.incidents.front().usual_amount == doctest::Approx(2000));
}

TEST_CASE("tracker: without amounts nothing is said of them") {
  Day day;
  day.normal(0, hour);
  day.alerts(hour, hour + minute);
  CHECK(day.state.amounts == Amounts());
  CHECK_FALSE(lost_amount(day.state.incidents.front()));
}
