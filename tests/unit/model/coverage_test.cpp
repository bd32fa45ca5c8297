// SPDX-License-Identifier: MIT
#include "model/coverage.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace pos;
using namespace pos::model;

namespace {

constexpr std::int32_t first_monday = 20'514;  // 2026-03-02
constexpr LocalSeconds a_day = 86'400;

void add(History& history, int minute) {
  history.add({{first_monday + minute / 1440, minute % 1440 * 60}, "approved", 20});
}

// A row in each minute from `begin` to before `end`, counted from that Monday.
Coverage of_span(int begin, int end) {
  History history;
  for (int minute = begin; minute < end; ++minute) add(history, minute);
  return {history, {}};
}

// So many days, a row in each minute of which `has(day, minute)` says so.
template <typename Has>
History rows(int days, Has&& has) {
  History history;
  for (int minute = 0; minute < days * 1440; ++minute) {
    if (has(minute / 1440, minute % 1440)) add(history, minute);
  }
  return history;
}

SpecialDays closed(const char* kind, int first_day, int last_day) {
  Event event;
  event.kind = kind;
  event.from = (first_monday + first_day) * a_day;
  event.to = (first_monday + last_day + 1) * a_day;
  return SpecialDays(std::vector{event});
}

std::string from(const Coverage& coverage) {
  const auto found = coverage.held_out_from();
  return found ? to_date_time(*found).substr(0, 16) : "none";
}
std::string from(int begin, int end) { return from(of_span(begin, end)); }

}  // namespace

TEST_CASE("coverage: ten minutes without a row at 20 a minute are a gap, also of a single day") {
  for (const int days : {1, 2, 4}) {
    const Coverage coverage(
        rows(days, [&](int day, int minute) { return day < days - 1 || minute < 120 || minute >= 130; }), {});
    REQUIRE(coverage.gaps().size() == 1);
    const HistoryGap& gap = coverage.gaps()[0];
    CHECK(gap.minutes == 10);
    CHECK(gap.period.begin == (first_monday + days - 1) * a_day + 7200);
    CHECK(gap.period.end - gap.period.begin == 600);
    CHECK(coverage.minutes() == days * 1440 - 10);
    CHECK(coverage.gap_at(gap.period.begin) == &gap);
    CHECK(coverage.gap_at(gap.period.begin - 60) == nullptr);
    CHECK(coverage.gap_at(gap.period.end) == nullptr);
  }
}

TEST_CASE("coverage: a closed night is no gap, nor are ten minutes at closing time") {
  const Coverage coverage(
      rows(5, [](int day, int minute) { return minute >= 540 && minute < (day == 2 ? 1250 : 1260); }), {});
  CHECK(coverage.gaps().empty());
  CHECK(coverage.minutes() == 4 * 1440 + 720);  // from the first row to the last
}

TEST_CASE("coverage: of a feed with a row now and then half an hour without one is no gap") {
  CHECK(Coverage(rows(5, [](int, int minute) { return minute % 15 == 0; }), {}).gaps().empty());
}

TEST_CASE("coverage: closed Sundays are no gap as soon as there are two") {
  const auto sunday = [](int day, int) { return day % 7 != 6; };
  CHECK(Coverage(rows(8, sunday), {}).gaps().size() == 1);
  const Coverage weeks(rows(21, sunday), {});
  CHECK(weeks.gaps().empty());
  CHECK(weeks.minutes() == 20 * 1440);  // the last row is of a Saturday
}

TEST_CASE("coverage: an office that is closed at weekends has no gaps, and all of its days are known") {
  const Coverage weeks(rows(26, [](int day, int minute) { return day % 7 < 5 && minute >= 540 && minute < 1080; }), {});
  CHECK(weeks.gaps().empty());
  CHECK(weeks.minutes() == 25 * 1440 + 540);  // the last row is of a Friday, 17:59; the first of 09:00
  CHECK(weeks.weekdays().twice == 7);
  CHECK(from(weeks) == "2026-03-21 00:00");  // seven days, closed ones too
}

TEST_CASE("coverage: a Sunday that events close each week leaves the days beside it what they are") {
  Event sunday;
  sunday.kind = "closed";
  sunday.from = (first_monday + 6) * a_day;
  sunday.to = (first_monday + 7) * a_day;
  sunday.repeat = Repeat::weekly;
  const Coverage weeks(rows(22, [](int day, int) { return day % 7 != 6; }), SpecialDays(std::vector{sunday}));
  CHECK(weeks.gaps().empty());
  CHECK(weeks.left_out() == 3 * 1500);
  CHECK(weeks.weekdays().twice == 6);
  CHECK(weeks.weekdays().left_out == 1);
}

TEST_CASE("coverage: weekdays are known when each was seen twice in two weeks") {
  CHECK(of_span(0, 7 * 1440).weekdays().once == 7);
  CHECK(of_span(0, 10 * 1440).weekdays().twice == 3);
  CHECK(of_span(0, 14 * 1440).weekdays().twice == 7);
  CHECK(of_span(-first_monday * 1440, (14 - first_monday) * 1440).weekdays().twice == 0);  // no dates
}

TEST_CASE("coverage: a day between two files is a gap, unless events say why") {
  History history;
  for (const int day : {0, 1, 3, 4}) {
    history.begin_file();
    for (int minute = 0; minute < 1440; ++minute) add(history, day * 1440 + minute);
  }
  const Coverage coverage(history, {});
  REQUIRE(coverage.gaps().size() == 1);
  CHECK(coverage.gaps()[0].minutes == 1440);
  CHECK(to_date_time(coverage.gaps()[0].period.begin) == "2026-03-04 00:00:00");
  CHECK(coverage.minutes() == 4 * 1440);
  const Coverage named(history, closed("closed", 2, 2));
  CHECK(named.gaps().empty());
  CHECK(named.minutes() == 4 * 1440 - 60);  // half an hour before and after belongs to it
  CHECK(named.left_out() == 60);
}

TEST_CASE("coverage: a pause of weeks in a file is no time that is learnt from") {
  const Coverage coverage(rows(33, [](int day, int) { return day < 3 || day >= 30; }), {});
  REQUIRE(coverage.gaps().size() == 1);
  CHECK(coverage.gaps()[0].minutes == 27 * 1440);
  CHECK(coverage.minutes() == 6 * 1440);
  CHECK(from(coverage) == "2026-04-02 00:00");  // the last two of six days
}

TEST_CASE("coverage: of two rows days apart nothing says that nobody was there, but they are two minutes") {
  for (const int days : {3, 5, 208}) {
    History history;
    add(history, 600);
    add(history, 600 + 1440 * days);
    const Coverage coverage(history, {});
    CHECK(coverage.gaps().size() == 1);
    CHECK(coverage.minutes() == 2);
    CHECK(from(coverage) == "none");
  }
}

TEST_CASE("coverage: more than three days without a row are a gap, also of a row in five days") {
  History history;
  for (int day = 0; day < 60; day += 5) add(history, day * 1440 + 600);
  const Coverage coverage(history, {});
  CHECK(coverage.gaps().size() == 11);
  CHECK(coverage.minutes() == 12);
}

TEST_CASE("coverage: days that events leave out are none to learn from, and not held out") {
  const History history = rows(7, [](int, int) { return true; });
  const Coverage all(history, closed("exclude", 0, 30));
  CHECK(all.minutes() == 0);
  CHECK(all.left_out() == 7 * 1440);
  CHECK(from(all) == "none");
  const Coverage last(history, closed("exclude", 5, 6));
  CHECK(last.minutes() == 5 * 1440);
  CHECK(last.left_out() == 2 * 1440);
  CHECK(from(last) == "2026-03-05 00:00");  // Thursday and Friday, and the two beside them
  CHECK(last.minutes_before((first_monday + 3) * a_day) == 3 * 1440);
  CHECK(Coverage(history, closed("promotion", 0, 30)).minutes() == 7 * 1440);
}

TEST_CASE("coverage: the last day of two is held out, the last two of four, the last week of three") {
  CHECK(from(0, 1440) == "none");
  CHECK(from(0, 2 * 1440) == "2026-03-03 00:00");
  CHECK(from(10, 2 * 1440 - 10) == "2026-03-03 00:00");  // nearly
  CHECK(from(0, 3 * 1440) == "2026-03-04 00:00");
  CHECK(from(0, 4 * 1440) == "2026-03-04 00:00");
  CHECK(from(0, 20 * 1440) == "2026-03-20 00:00");
  CHECK(from(0, 28 * 1440) == "2026-03-23 00:00");
}

TEST_CASE("coverage: a day that has only begun is judged beside those held out") {
  CHECK(from(0, 7 * 1440 + 4 * 60) == "2026-03-07 00:00");   // Saturday and Sunday, and four hours
  CHECK(from(0, 7 * 1440 + 13 * 60) == "2026-03-08 00:00");  // Sunday, and most of Monday
}

TEST_CASE("coverage: clocks without dates are days that follow each other") {
  History history;
  for (int file = 0; file < 3; ++file) {
    history.begin_file();
    for (int minute = 0; minute < 1440; ++minute) history.add({{LocalTime::no_day, minute * 60}, "approved", 1});
  }
  const Coverage coverage(history, {});
  CHECK(coverage.span().begin == 0);
  CHECK(coverage.span().end == 3 * a_day);
  CHECK(coverage.minutes() == 3 * 1440);
}
