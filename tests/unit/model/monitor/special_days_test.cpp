// SPDX-License-Identifier: MIT
// Days that are not like others: which they are, and what the monitor makes of them.
#include "model/monitor/special_days.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "shop.hpp"

using namespace pos;
using namespace pos::model;
using namespace pos::model::test;

namespace {

constexpr LocalSeconds day_begin = monday * 86'400;

Event event(const char* kind, LocalSeconds from_hour, std::optional<LocalSeconds> to_hour) {
  const auto at = [](LocalSeconds hour) { return day_begin + hour * 3600; };
  return {at(from_hour), to_hour ? std::optional(at(*to_hour)) : std::nullopt, "a day", kind};
}

DayKind at(const SpecialDays& days, int hour, int minute = 0) {
  return days.at(monday * minutes_per_day + hour * 60 + minute);
}

}  // namespace

TEST_CASE("special_days: of what holds at once the strongest does, and other kinds of events do nothing") {
  const std::vector<Event> events = {event("holiday", 0, 24), event("exclude", -24, 12), event("closed", 14, 16),
                                     event("promotion", -24, 48), event("", 0, 24)};
  const SpecialDays days(events);
  CHECK(at(days, -25) == DayKind::ordinary);
  CHECK(at(days, -24) == DayKind::excluded);
  CHECK(at(days, -1, 59) == DayKind::excluded);
  CHECK(at(days, 0) == DayKind::holiday);
  CHECK(at(days, 15) == DayKind::closed);
  CHECK(at(days, 23, 59) == DayKind::holiday);
  CHECK(at(days, 24) == DayKind::ordinary);
  CHECK(SpecialDays(std::span(events).subspan(3)).empty());
}

TEST_CASE("special_days: half an hour around closed hours is closed, too") {
  const std::vector<Event> events = {event("closed", 14, std::nullopt), event("closed", 14, 20)};
  const SpecialDays days(events);  // the first one lasts to the end of the day
  CHECK(at(days, 13, 29) == DayKind::ordinary);
  CHECK(at(days, 13, 30) == DayKind::closed);
  CHECK(at(days, 21) == DayKind::closed);
  CHECK(at(days, 24, 29) == DayKind::closed);
  CHECK(at(days, 24, 30) == DayKind::ordinary);
}

TEST_CASE("special_days: what repeats holds each time, with the half hour around closed hours, and until it ends") {
  std::vector<Event> events = {event("closed", 14, 16), event("exclude", 23, 25), event("holiday", 20, std::nullopt)};
  events[0].repeat = Repeat::weekly;
  events[1].repeat = Repeat::daily;
  events[1].until = day_begin + 3 * 86'400;
  events[2].repeat = Repeat::weekly;
  const SpecialDays days(events);
  CHECK_FALSE(days.empty());
  for (const int week : {0, 1, 60}) {
    CAPTURE(week);
    const int begin = week * 7 * 24;
    CHECK(at(days, begin + 13, 29) == DayKind::ordinary);
    CHECK(at(days, begin + 13, 30) == DayKind::closed);
    CHECK(at(days, begin + 16, 29) == DayKind::closed);
    CHECK(at(days, begin + 16, 30) == DayKind::ordinary);
    CHECK(at(days, begin + 20) == DayKind::holiday);
    CHECK(at(days, begin + 23, 59) == DayKind::holiday);
    CHECK(at(days, begin + 24, 59) == (week == 0 ? DayKind::excluded : DayKind::ordinary));
  }
  CHECK(at(days, 13 - 7 * 24, 45) == DayKind::ordinary);  // it has not begun
  CHECK(at(days, 3 * 24, 30) == DayKind::excluded);       // begun the evening before
  CHECK(at(days, 3 * 24 + 23) == DayKind::ordinary);
  CHECK(days == SpecialDays(events));
  events[0].until = day_begin + 8 * 86'400;
  CHECK_FALSE(days == SpecialDays(events));
}

TEST_CASE("special_days: what repeats is the same as a line for each time, whichever it is") {
  for (const char* kind : {"closed", "holiday", "exclude"}) {
    CAPTURE(kind);
    std::vector<Event> lines;
    for (int week = 0; week < 9; ++week) lines.push_back(event(kind, week * 168 + 22, week * 168 + 26));
    Event rule = lines.front();
    rule.repeat = Repeat::weekly;
    rule.until = lines.back().from + 1;
    const SpecialDays each(lines);
    const SpecialDays all(std::span(&rule, 1));
    for (std::int64_t t = monday * 1440 - 1440; t < monday * 1440 + 70 * 1440; ++t) REQUIRE(each.at(t) == all.at(t));
  }
}

namespace {

// Open from 09:00 to 21:00, 20 approvals a minute and 2 denials; on Sundays `on_sundays` of that.
struct CalendarShop {
  double on_sundays = 0.0;
  int open = 540;
  int close = 1260;
  Noise noise{11};

  Counts minute(std::int64_t t, double level = 1.0) {
    const int m = minute_of_day(t);
    if ((day_of(t) - monday) % 7 == 6) level *= on_sundays;
    if (m < open || m >= close) return {};
    Counts counts;
    if (const auto count = noise.poisson(20 * level); count > 0) counts.push_back({"approved", count});
    if (const auto count = noise.poisson(2 * level); count > 0) counts.push_back({"denied", count});
    return counts;
  }
};

// Three weeks from a Monday on; the next minute is of another one.
Monitor trained(CalendarShop& shop) {
  Monitor monitor;
  for (std::int64_t t = monday * 1440; t < (monday + 21) * 1440; ++t) step(monitor, t, shop.minute(t), Report::nothing);
  return monitor;
}

// Alerts of so many days of one kind, at a level of business.
int alerts_of(Monitor& monitor, CalendarShop& shop, int days, double level, DayKind kind = DayKind::ordinary) {
  int sum = 0;
  for (std::int64_t t = *monitor.last_minute() + 1, end = t + days * 1440; t < end; ++t)
    sum += alerts(step(monitor, t, shop.minute(t, level), Report::alerts, kind));
  return sum;
}

constexpr int by_chance = 3;  // one in two days is what the budget allows; an outage gives hundreds

// The lines of a state that hold what was learned, not what the last minutes had.
std::string learned(const Monitor& monitor) {
  std::istringstream lines(monitor.state());
  std::string line;
  std::string kept;
  for (std::string key; std::getline(lines, line);) {
    key = line.substr(0, line.find(' '));
    const auto passes = {"age", "minute", "last_row", "closed", "recent", "curve", "episode", "status"};
    if (std::ranges::find(passes, key) == passes.end()) kept += line + '\n';
  }
  return kept;
}

}  // namespace

TEST_CASE("monitor: a closed day is none of its business, and an unannounced one is an outage") {
  CalendarShop shop;
  const Monitor start = trained(shop);
  Monitor surprised = start;
  CHECK(alerts_of(surprised, shop, 1, 0.0) > 600);
  Monitor monitor = start;
  CHECK(alerts_of(monitor, shop, 1, 0.0, DayKind::closed) == 0);
  CHECK(alerts_of(monitor, shop, 7, 1.0) <= by_chance);  // the day after, its Sunday, and the Monday a week later
  Monitor open = start;
  CHECK(alerts_of(open, shop, 1, 1.0, DayKind::closed) == 0);  // they sell all the same
  CHECK(alerts_of(open, shop, 7, 1.0) <= by_chance);
}

TEST_CASE("monitor: an outage is told until closing time, which may come early") {
  CalendarShop shop;
  Monitor monitor = trained(shop);
  const std::int64_t first = *monitor.last_minute() + 1;
  for (std::int64_t t = first; t < first + 720; ++t) step(monitor, t, shop.minute(t));
  for (std::int64_t t = first + 720; t < first + 840; ++t) step(monitor, t, {});
  CHECK(alerts(step(monitor, first + 840, {})) == 1);
  for (std::int64_t t = first + 841; t < first + 1440; ++t)
    REQUIRE(alerts(step(monitor, t, {}, Report::alerts, DayKind::closed)) == 0);
  CHECK(alerts_of(monitor, shop, 7, 1.0) <= by_chance);
}

TEST_CASE("monitor: of closed hours nothing is learned, whatever comes in them") {
  CalendarShop shop;
  Monitor nothing = trained(shop);
  Monitor much = nothing;
  const std::int64_t first = *nothing.last_minute() + 1;
  for (std::int64_t t = first; t < first + 540; ++t) {  // to 09:00
    step(nothing, t, {});
    step(much, t, {});
  }
  const std::string before = learned(nothing);
  for (std::int64_t t = first + 540; t < first + 1260; ++t) {
    step(nothing, t, {}, Report::nothing, DayKind::closed);
    step(much, t, shop.minute(t), Report::nothing, DayKind::closed);
  }
  CHECK(learned(nothing) == before);
  CHECK(learned(much) == before);
}

TEST_CASE("monitor: a holiday is like a Sunday, like any day, or anything between") {
  for (const double sundays : {0.0, 0.6}) {
    CAPTURE(sundays);
    CalendarShop shop{sundays};
    const Monitor start = trained(shop);
    for (const double level : {1.0, 0.8, sundays}) {
      CAPTURE(level);
      Monitor monitor = start;
      CHECK(alerts_of(monitor, shop, 1, level, DayKind::holiday) == 0);
      CHECK(alerts_of(monitor, shop, 7, 1.0) <= by_chance);
    }
  }
}

TEST_CASE("monitor: on a holiday a shop that is open on Sundays is told that its feed is dead") {
  CalendarShop shop{0.6};
  Monitor monitor = trained(shop);
  CalendarShop holiday{0.6};
  const std::int64_t first = *monitor.last_minute() + 1;
  for (std::int64_t t = first; t < first + 720; ++t)
    REQUIRE(alerts(step(monitor, t, holiday.minute(t, 0.6), Report::alerts, DayKind::holiday)) == 0);
  int told = 0;
  for (std::int64_t t = first + 720; t < first + 725; ++t)
    told += alerts(step(monitor, t, {}, Report::alerts, DayKind::holiday));
  CHECK(told > 0);
}

TEST_CASE("monitor: an outage on the day after a holiday is told as on any day") {
  // No night lies between: what the day taught the levels would still be there.
  for (const auto& [kind, level] : {std::pair{DayKind::holiday, 0.2}, {DayKind::closed, 0.0}}) {
    CalendarShop shop{0.2, 0, 1440};
    Monitor monitor = trained(shop);
    CHECK(alerts_of(monitor, shop, 1, level, kind) == 0);
    const std::int64_t first = *monitor.last_minute() + 1;
    for (std::int64_t t = first; t < first + 45; ++t) REQUIRE(alerts(step(monitor, t, shop.minute(t))) == 0);
    CHECK(alerts(step(monitor, first + 45, {})) + alerts(step(monitor, first + 46, {})) > 0);
  }
}

TEST_CASE("monitor: an excluded day is judged as any other, and is no model for others") {
  CalendarShop shop;
  Monitor monitor = trained(shop);
  Monitor ordinary = monitor;
  CHECK(alerts_of(monitor, shop, 1, 2.0, DayKind::excluded) == 0);
  CHECK(alerts_of(ordinary, shop, 1, 2.0) == 0);
  const auto profile = [](const Monitor& of) {
    const std::string state = of.state();
    const auto begin = state.find("\nprofile_today");
    return state.substr(begin, state.find("\nprofile_rate") - begin);
  };
  CHECK(profile(monitor) != profile(ordinary));
  CHECK(alerts_of(monitor, shop, 1, 0.0) > 600);
}

TEST_CASE("monitor: a stream cut on a special day goes on as if it had not been") {
  CalendarShop shop{0.6};
  Monitor whole = trained(shop);
  Monitor cut = whole;
  const std::int64_t first = *whole.last_minute() + 1;
  const std::vector<Event> events = {{(first + 1440) * 60, std::nullopt, "h", "holiday"},
                                     {(first + 600) * 60, (first + 700) * 60, "c", "closed"}};
  const SpecialDays days(events);
  for (std::int64_t t = first; t < first + 3 * 1440; ++t) {
    const Counts counts = shop.minute(t, days.at(t) == DayKind::holiday ? 0.5 : 1.0);
    if (t % 97 == 0) cut = Monitor::from_state(cut.state());
    REQUIRE(step(whole, t, counts, Report::rows, days.at(t)) == step(cut, t, counts, Report::rows, days.at(t)));
  }
  CHECK(whole.state() == cut.state());
}
