// SPDX-License-Identifier: MIT
#include "checkout/cause.hpp"

#include <doctest/doctest.h>

#include <string>

#include "unit/checkout/days.hpp"
#include "unit/checkout/tables.hpp"

using namespace pos;
using namespace pos::checkout;

namespace {

// A test that flags these hours: nothing sold where 60 were expected, or twice as much.
HourlyTest flags(int from, int to, double sold = 0) {
  HourlyTest test;
  for (int hour = 0; hour < 24; ++hour) {
    HourResult& result = test.hours.emplace_back();
    result.hour = hour;
    result.value = result.expected = 60;
    if (hour < from || hour > to) continue;
    result.value = sold;
    result.anomaly = sold > 60 ? Anomaly::spike : sold > 0 ? Anomaly::drop : Anomaly::outage;
  }
  return test;
}

void scale(Transactions& history, int from, int to, double factor, const std::string& which = "") {
  for (int hour = from; hour <= to; ++hour) {
    for (auto& [status, count] : history.day.hours[static_cast<std::size_t>(hour)]) {
      if (which.empty() || status == which) count = std::round(count * factor);
    }
  }
}

// `rise denied: text`, of the only incident.
std::string cause(const HourlyTest& test, const Transactions* history, const std::vector<DayEvent>& events = {}) {
  const Causes causes = causes_of(test, history, events);
  REQUIRE(causes.incidents.size() == 1);
  const std::string& status = causes.hours.front().status;
  const IncidentCause& one = causes.incidents.front();
  return std::string(name_of(one.cause)) + (status.empty() ? "" : " " + status) + ": " + one.text;
}

}  // namespace

TEST_CASE("cause: nothing of any status came while it did before and after") {
  Transactions history = plain_history();
  silence(history, 12 * 60 + 5, 14 * 60 + 50);
  CHECK(cause(flags(12, 14), &history) ==
        "silent: nothing of any status came from 12:05 to 14:50: the terminals, the line, or what collects the "
        "transactions was down");
  const Causes causes = causes_of(flags(12, 14), &history, {});
  REQUIRE(causes.hours.size() == 3);
  CHECK(causes.hours[0].transactions == 6);
  CHECK(causes.hours[0].evidence == "5 approved, 1 denied; nothing in 55 of 60 minutes");
  CHECK(causes.hours[1].evidence == "no transaction");
}

TEST_CASE("cause: nothing to the end of the day may be a closed shop, and a day that is not over may go on") {
  Transactions history = plain_history();
  silence(history, 14 * 60, 24 * 60);
  CHECK(has(cause(flags(14, 21), &history),
            "closed: nothing of any status came from 14:00 to the end of the day: closed"));
  history.ends = true;
  CHECK(has(cause(flags(14, 21), &history), "the end of the day, nor later: the history ends there: closed"));
  history.to = 17 * 60;
  CHECK(has(cause(flags(14, 16), &history), "silent: nothing of any status came from 14:00 to 17:00"));
  silence(history, 0, 24 * 60);
  history.to = minutes_of_day;
  CHECK(has(cause(flags(8, 21), &history), "closed: nothing of any status came all day"));
}

TEST_CASE("cause: a status rises beyond its usual rate, and the largest is told first") {
  Transactions history = plain_history();
  scale(history, 15, 16, 0.6, "approved");
  scale(history, 15, 16, 5, "denied");
  CHECK(cause(flags(15, 16, 20), &history) ==
        "rise denied: 60 denied, 45.1% of all transactions, where 9.1% are usual: the issuers deny, or a rule before "
        "them");
  history.day.hours[15]["reversed"] = 50;
  history.day.hours[16]["reversed"] = 50;
  CHECK(has(cause(flags(15, 16, 20), &history), "rise reversed: 100 reversed"));
  CHECK(has(cause(flags(15, 16, 20), &history), "; more than usual as well: 60 denied"));
}

TEST_CASE("cause: the volume alone stays away, or all statuses do") {
  Transactions history = plain_history();
  scale(history, 10, 13, 0.3, "approved");
  CHECK(has(cause(flags(10, 13, 20), &history),
            "missing approved: 72 approved where 240 are usual, while other statuses"));
  scale(history, 10, 13, 0.3, "denied");
  CHECK(has(cause(flags(10, 13, 20), &history), "fewer: 72 approved where 240 are usual, and all other statuses"));
}

TEST_CASE("cause: transactions as usual point at the shop") {
  const Transactions history = plain_history();
  CHECK(cause(flags(10, 11), &history) ==
        "usual: transactions came as usual: 120 approved, 120 expected, and no status out of proportion: payments "
        "worked; look at the shop: customers, prices, doors, or how its sales are counted");
  CHECK(has(cause(flags(10, 11, 150), &history), "usual: transactions came as usual"));
  CHECK(has(cause(flags(2, 3), &history), "unknown: too few transactions"));
}

TEST_CASE("cause: more sales with more transactions are more customers") {
  Transactions history = plain_history();
  scale(history, 12, 14, 2);
  CHECK(has(cause(flags(12, 14, 120), &history), "more: 360 approved where 180 are usual"));
}

TEST_CASE("cause: one day alone tells of rates and of silence, and not how much was usual") {
  Transactions history = plain_history();
  history.others.clear();
  CHECK(has(cause(flags(10, 11), &history), "usual: transactions came: 120 approved, and no status"));
  scale(history, 10, 11, 4, "denied");
  CHECK(has(cause(flags(10, 11), &history), "rise denied"));
  silence(history, 10 * 60, 12 * 60);
  CHECK(has(cause(flags(10, 11), &history), "silent: "));
}

TEST_CASE("cause: hours that the history does not tell of are unknown") {
  Transactions history = plain_history();
  history.from = 11 * 60 + 30;
  CHECK(cause(flags(9, 10), &history) == "unknown: the history begins later, at 11:30");
  const Causes causes = causes_of(flags(10, 11), &history, {});
  CHECK(causes.incidents[0].cause == Cause::usual);
  CHECK(causes.hours[0].cause == Cause::unknown);
  CHECK_FALSE(causes.hours[0].transactions.has_value());
  CHECK(has(causes.hours[1].evidence, "; the history has 30 of 60 minutes"));
  history.from = 0;
  history.to = 20 * 60;
  CHECK(cause(flags(20, 21), &history) == "unknown: the history ends before, at 20:00");
}

TEST_CASE("cause: every_status as volume tells of silence and numbers") {
  Transactions history = plain_history();
  history.volume = "*";
  scale(history, 10, 11, 4, "denied");
  CHECK(has(cause(flags(10, 11), &history), "usual: transactions came as usual: 169 transactions"));
}

TEST_CASE("cause: what people said goes before numbers, where it points the same way") {
  const Transactions history = plain_history();
  const std::vector<DayEvent> promotion{{12 * 60, 15 * 60, "two for one", "promotion"}};
  CHECK(cause(flags(12, 14, 120), nullptr, promotion) == "event: two for one (promotion)");
  CHECK(has(cause(flags(12, 14), &history, promotion), "usual: transactions"));
  CHECK(has(cause(flags(12, 14), &history, promotion), "; at that time: two for one"));
  CHECK(has(cause(flags(18, 19, 120), &history, promotion), "usual: "));
  const std::vector<DayEvent> holiday{{0, minutes_of_day, "carnival", "holiday"}};
  CHECK(has(cause(flags(8, 12, 20), &history, holiday), "event: carnival (holiday); transactions"));
  const std::vector<DayEvent> deploy{{14 * 60 + 2, 14 * 60 + 2, "deploy 4.2", ""}};
  CHECK(has(cause(flags(14, 15), &history, deploy), "; at that time: deploy 4.2"));
}

TEST_CASE("cause: a storm of denials is not a holiday's doing") {
  Transactions history = plain_history();
  scale(history, 10, 12, 5, "denied");
  CHECK(has(cause(flags(10, 12), &history, {{0, minutes_of_day, "carnival", "holiday"}}), "rise denied"));
}

TEST_CASE("cause: the edge of an incident has its cause, and is not among its hours") {
  HourlyTest test = flags(12, 14);
  test.hours[15].anomaly = Anomaly::shoulder;
  test.hours[15].value = 40;
  Transactions history = plain_history();
  silence(history, 12 * 60, 15 * 60 + 10);
  const Causes causes = causes_of(test, &history, {});
  REQUIRE(causes.hours.size() == 4);
  CHECK(causes.hours[3].cause == Cause::silent);
  CHECK(causes.incidents[0].hours == std::vector<int>{12, 13, 14});
}

TEST_CASE("cause: hours of an incident that an event does not touch have what the transactions say") {
  Transactions history = plain_history();
  scale(history, 12, 15, 2);
  const Causes causes = causes_of(flags(12, 15, 120), &history, std::vector<DayEvent>{{12 * 60, 15 * 60, "fair", ""}});
  REQUIRE(causes.hours.size() == 4);
  CHECK(causes.hours[2].cause == Cause::event);
  CHECK(causes.hours[3].cause == Cause::more);
}

TEST_CASE("cause: hours of an incident that an event explains are one part of it, the others another") {
  Transactions history = plain_history();
  scale(history, 10, 15, 2);
  const Causes causes = causes_of(flags(10, 15, 120), &history, std::vector<DayEvent>{{10 * 60, 12 * 60, "fair", ""}});
  REQUIRE(causes.hours.size() == 6);
  CHECK(causes.hours[1].cause == Cause::event);
  CHECK(causes.hours[1].told == "fair");
  CHECK(causes.hours[2].cause == Cause::more);
  CHECK(causes.hours[2].told.empty());
  REQUIRE(causes.incidents.size() == 2);
  CHECK(causes.incidents[0].hours == std::vector<int>{10, 11});
  CHECK(causes.incidents[0].told);
  CHECK(causes.incidents[1].cause == Cause::more);
  CHECK(!causes.incidents[1].told);
  CHECK(has(causes.incidents[1].text, "; shortly before: fair until 12:00"));
}

TEST_CASE("cause: half of an hour is told by an event, not less; and its edges where all of it is") {
  HourlyTest test = flags(12, 14);
  test.hours[15].anomaly = Anomaly::shoulder;
  test.hours[15].value = 40;
  const auto told = [&](int from, int to) {
    std::string hours;
    for (const HourCause& cause : causes_of(test, nullptr, std::vector<DayEvent>{{from, to, "lunch", "closed"}}).hours)
      hours += cause.told.empty() ? "-" : "+";
    return hours;
  };
  CHECK(told(12 * 60 + 30, 15 * 60) == "++++");
  CHECK(told(12 * 60 + 31, 15 * 60) == "-++-");
  CHECK(told(12 * 60, 14 * 60 + 29) == "++--");
}

TEST_CASE("cause: a holiday tells of less, not of nothing nor of a line that breaks; a promotion of more alone") {
  const auto told = [](const HourlyTest& test, const Transactions* history, const char* kind) {
    const Causes causes = causes_of(test, history, std::vector<DayEvent>{{0, minutes_of_day, "x", kind}});
    return causes.incidents.front().told;
  };
  Transactions history = plain_history();
  CHECK(told(flags(12, 14, 20), nullptr, "holiday"));
  CHECK(!told(flags(12, 14), nullptr, "holiday"));
  CHECK(told(flags(12, 14), nullptr, "closed"));
  CHECK(!told(flags(12, 14, 20), nullptr, "promotion"));
  CHECK(told(flags(12, 14, 120), nullptr, "promotion"));
  CHECK(!told(flags(12, 14, 120), nullptr, "exclude"));
  silence(history, 12 * 60 + 10, 14 * 60 + 40);
  CHECK(!told(flags(12, 14, 20), &history, "holiday"));
}

TEST_CASE("cause: what was over before is told as that, with its time") {
  const std::vector<DayEvent> deploy{{11 * 60 + 50, 11 * 60 + 50, "deploy 7", ""}, {0, 24 * 60, "fair", ""}};
  CHECK(cause(flags(12, 14), nullptr, deploy) == "unknown: at that time: fair; shortly before: deploy 7 at 11:50");
  const std::vector<DayEvent> long_ago{{10 * 60 + 59, 10 * 60 + 59, "deploy 7", ""}};
  CHECK(cause(flags(12, 14), nullptr, long_ago) == "unknown: ");
}

TEST_CASE("cause: a gap too short to explain the hours is told behind what transactions say") {
  Transactions history = plain_history();
  silence(history, 12 * 60 + 10, 12 * 60 + 22);
  CHECK(has(cause(flags(12, 14), &history), "how its sales are counted; nothing at all came in 12 of 180 minutes"));
}

TEST_CASE("cause: a day that sold far less than all of its references is told as a whole") {
  Transactions history = plain_history();
  scale(history, 8, 21, 0.5);
  HourlyTest test = flags(24, 24);
  test.references = {{"yesterday", 0.52}, {"avg_last_week", 0.48}};
  const std::vector<DayEvent> holiday{{0, minutes_of_day, "carnival", "holiday"}};
  CHECK(has(causes_of(test, &history, {}).day.value().text, "420 approved where 840 are usual, and all other statuses"));
  CHECK(has(causes_of(test, nullptr, holiday).day.value().text, "carnival (holiday)"));
  test.references[0].scale = 0.9;
  CHECK_FALSE(causes_of(test, &history, {}).day.has_value());
}
