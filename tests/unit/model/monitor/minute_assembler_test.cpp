// SPDX-License-Identifier: MIT
// Expected minutes follow from the rules of docs/monitor.md section 3, by hand.
#include "model/monitor/minute_assembler.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "model/monitor/calendar.hpp"

using namespace pos;
using namespace pos::model;

namespace {

LocalTime clock(int hour, int minute) { return {LocalTime::no_day, (hour * 60 + minute) * 60}; }
LocalTime dated(int day, int hour, int minute) { return {day, (hour * 60 + minute) * 60}; }

// "7:2+1 8:" is minute 7 with counts 2 and 1 for two statuses, then minute 8 without rows.
std::string taken(MinuteAssembler& assembler) {
  std::string text;
  while (const auto closed = assembler.take()) {
    text += (text.empty() ? "" : " ") + std::to_string(closed->minute) + ":";
    for (const StatusCount& c : closed->counts) {
      text += (text.back() == ':' ? "" : "+") + std::to_string(c.count);
    }
  }
  return text;
}

std::string push(MinuteAssembler& assembler, LocalTime time, std::uint64_t count = 1, StatusId status = 0) {
  const auto minute = assembler.place(time);
  std::string closed = taken(assembler);
  if (minute) assembler.add(*minute, status, count);
  return closed;
}

std::string finish(MinuteAssembler& assembler) {
  assembler.finish();
  return taken(assembler);
}

}  // namespace

TEST_CASE("assembler: a minute closes when a later row arrives; rows of one status add up") {
  MinuteAssembler a;
  CHECK(push(a, clock(0, 5), 2, 1).empty());
  CHECK(push(a, clock(0, 5), 7, 0).empty());
  CHECK(push(a, clock(0, 5), 3, 1).empty());
  CHECK(push(a, clock(0, 6)) == "5:5+7");  // in order of the first row of each
  CHECK(finish(a) == "6:1");
  CHECK(finish(a).empty());
}

TEST_CASE("assembler: minutes without rows come out empty, in order") {
  MinuteAssembler a;
  push(a, clock(0, 5));
  CHECK(push(a, clock(0, 9)) == "5:1 6: 7: 8:");
}

TEST_CASE("assembler: late rows are ignored, counted, and teach to wait") {
  MinuteAssembler a;
  push(a, clock(0, 10));
  push(a, clock(0, 12));
  CHECK_FALSE(a.place(clock(0, 10)).has_value());
  CHECK(a.grace() == 2);
  CHECK(push(a, clock(0, 14)) == "");  // 12 waits for rows up to minute 14
  CHECK(push(a, clock(0, 13), 5) == "");
  CHECK(push(a, clock(0, 12), 5) == "");
  CHECK(push(a, clock(0, 16)) == "12:6 13:5");
  CHECK_FALSE(a.place(clock(0, 0)).has_value());  // 14 late: too late to wait for
  CHECK(a.grace() == 2);
}

TEST_CASE("assembler: grace grows to five at most") {
  MinuteAssembler a;
  for (const int m : {30, 40}) push(a, clock(1, m));
  CHECK_FALSE(a.place(clock(1, 35)).has_value());
  CHECK(a.grace() == 5);
  CHECK_FALSE(a.place(clock(1, 34)).has_value());
  CHECK(a.grace() == 5);
}

TEST_CASE("assembler: a clock more than 12 hours back is the next day, so far forward yesterday") {
  MinuteAssembler a;
  push(a, clock(23, 58));
  CHECK(push(a, clock(0, 1)) == "1438:1 1439: 1440:");
  CHECK_FALSE(a.place(clock(23, 59)).has_value());  // minute 1439 again: 2 late
  CHECK(a.grace() == 2);
  CHECK(push(a, clock(0, 4)) == "1441:1");
  CHECK(a.place(clock(0, 2)).has_value());
}

TEST_CASE("assembler: on the first day a clock far forward is just later") {
  MinuteAssembler a;
  push(a, clock(1, 0));
  CHECK(a.place(clock(20, 0)) == 1200);
}

TEST_CASE("assembler: another file begins the next day when its clock is not after the last") {
  MinuteAssembler a;
  push(a, clock(10, 0));
  a.start_file();
  CHECK(push(a, clock(10, 0)) == "600:1");  // nothing between the files
  CHECK(finish(a) == "2040:1");             // 1440 + 600
  a.start_file();
  CHECK(push(a, clock(11, 0)).empty());  // after the last: the same day
  CHECK(finish(a) == "2100:1");
}

TEST_CASE("assembler: it goes on where a monitor stands") {
  MinuteAssembler a(1440 + 600, 3);
  CHECK(a.grace() == 3);
  CHECK(push(a, clock(10, 2)).empty());
  CHECK(finish(a) == "2042:1");
  MinuteAssembler b(1440 + 600, 0);
  CHECK(b.place(clock(9, 0)) == 2 * 1440 + 540);  // before the saved minute: the next day
}

TEST_CASE("assembler: of a pause above a day its last day comes out") {
  MinuteAssembler a;
  push(a, dated(100, 12, 0), 4);
  CHECK_FALSE(a.place(dated(105, 11, 59)).has_value());  // not believed alone
  const auto minute = a.place(dated(105, 12, 0));
  CHECK(minute == 105 * 1440 + 720);
  auto closed = a.take();
  REQUIRE(closed);
  CHECK(closed->minute == 100 * 1440 + 720);
  CHECK(closed->counts.size() == 1);
  closed = a.take();
  REQUIRE(closed);
  CHECK(closed->minute == 104 * 1440 + 720);
  int empty = 1;
  while (a.take()) ++empty;
  CHECK(empty == 1440);
}

TEST_CASE("assembler: two wrong clocks that do not agree are not believed") {
  MinuteAssembler a;
  push(a, dated(100, 12, 0));
  CHECK_FALSE(a.place(dated(105, 12, 0)).has_value());
  CHECK_FALSE(a.place(dated(2000, 12, 0)).has_value());
  CHECK_FALSE(a.place(dated(9000, 12, 0)).has_value());
  CHECK(a.place(dated(100, 12, 1)) == 100 * 1440 + 721);
}

TEST_CASE("assembler: one row from the far future changes nothing") {
  MinuteAssembler a;
  push(a, dated(100, 12, 0), 4);
  CHECK_FALSE(a.place(dated(13'000, 12, 0)).has_value());
  CHECK_FALSE(a.place(dated(13'000, 12, 0)).has_value());  // nor do its like of the same minute
  CHECK(a.place(dated(100, 12, 1)) == 100 * 1440 + 721);
  CHECK_FALSE(a.place(dated(13'000, 12, 1)).has_value());  // forgotten when a row came back
  CHECK(a.place(dated(100, 12, 2)) == 100 * 1440 + 722);
}

TEST_CASE("assembler: such a pause never goes back, even with grace") {
  // The row before is 5 minutes newer than the oldest open one: the reference's rule would open a
  // minute a second time here.
  MinuteAssembler a(std::nullopt, 5);
  push(a, dated(10, 0, 0));
  push(a, dated(10, 0, 5));
  (void)a.place(dated(11, 0, 10));
  (void)a.place(dated(11, 0, 11));
  std::int64_t last = -1;
  while (const auto closed = a.take()) {
    CHECK(closed->minute > last);
    last = closed->minute;
  }
}

TEST_CASE("assembler: days before 1970 work") {
  MinuteAssembler a;
  push(a, dated(-1, 23, 59), 2);
  CHECK(push(a, dated(0, 0, 1)) == "-1:2 0:");
}

TEST_CASE("assembler: rows are added only to minutes that are open") {
  MinuteAssembler a;
  CHECK_THROWS_AS(a.add(0, 0, 1), std::logic_error);
  push(a, clock(0, 5));
  const auto minute = a.place(clock(0, 7));
  CHECK_THROWS_AS(a.add(*minute, 0, 1), std::logic_error);  // closed minutes first
  (void)taken(a);
  CHECK_THROWS_AS(a.add(6, 0, 1), std::logic_error);
  CHECK_THROWS_AS(a.add(8, 0, 1), std::logic_error);
  CHECK_THROWS_AS(a.add(7, 1001, 1), std::logic_error);
  a.add(7, 1000, 1);
}

TEST_CASE("assembler: sums stop at 2^53") {
  MinuteAssembler a;
  for (int j = 0; j < 5; ++j) push(a, clock(0, 5), UINT64_MAX);
  a.finish();
  const auto closed = a.take();
  REQUIRE(closed);
  CHECK(closed->counts[0].count == max_count);
}

TEST_CASE("assembler: the wall clock closes minutes of a live stream, and rows go on after it") {
  MinuteAssembler a;
  a.pass_time(clock(10, 0));  // nothing came yet
  CHECK(taken(a).empty());
  push(a, clock(10, 0), 3);
  a.pass_time(clock(10, 0));
  CHECK(taken(a).empty());
  a.pass_time(clock(10, 1));
  CHECK(taken(a) == "600:3");
  a.pass_time(clock(10, 3));
  CHECK(taken(a) == "601: 602:");
  a.pass_time(clock(10, 2));  // a clock set back does nothing
  CHECK(taken(a).empty());
  CHECK_FALSE(a.place(clock(10, 2)).has_value());
  CHECK(a.grace() == 1);
  CHECK(push(a, clock(10, 4)).empty());
  a.pass_time(clock(10, 5));
  CHECK(taken(a) == "603:");  // one minute of grace
}

TEST_CASE("assembler: the wall clock takes a silent stream past midnight") {
  MinuteAssembler a;
  push(a, clock(23, 50));
  for (int m = 51; m < 60; ++m) a.pass_time(clock(23, m));
  for (int h = 0; h < 14; ++h) {
    for (int m = 0; m < 60; m += 5) a.pass_time(clock(h, m)), (void)taken(a);
  }
  CHECK(a.place(clock(14, 0)) == 1440 + 840);  // 14 hours after the last row
}

TEST_CASE("assembler: the wall clock leaves a recording alone") {
  MinuteAssembler a;
  push(a, dated(100, 12, 0));
  a.pass_time(dated(200, 12, 0));
  CHECK(taken(a).empty());
  a.pass_time(dated(100, 13, 1));
  CHECK(taken(a).empty());
  a.pass_time(dated(100, 12, 59));
  CHECK_FALSE(taken(a).empty());
}

TEST_CASE("assembler: between saved state and next row the wall clock closes nothing") {
  MinuteAssembler a(600, 0);
  a.pass_time(clock(10, 30));
  CHECK(taken(a).empty());
}

TEST_CASE("assembler: hostile times stay defined and ordered") {
  MinuteAssembler a;
  const LocalTime times[] = {dated(INT32_MAX, 23, 59),
                             dated(INT32_MIN + 1, 0, 0),
                             clock(0, 0),
                             clock(23, 59),
                             {5, INT32_MIN},
                             {5, INT32_MAX},
                             dated(0, 0, 0),
                             {LocalTime::no_day, INT32_MAX}};
  std::int64_t last = INT64_MIN;
  for (int round = 0; round < 20; ++round) {
    for (std::size_t j = 0; j < std::size(times); ++j) {
      const auto minute = a.place(times[(j * 3 + static_cast<std::size_t>(round)) % std::size(times)]);
      while (const auto closed = a.take()) {
        CHECK(closed->minute > last);
        last = closed->minute;
      }
      if (minute) a.add(*minute, 0, 1);
    }
    a.pass_time(times[static_cast<std::size_t>(round) % std::size(times)]);
    if (round % 5 == 0) a.start_file();
  }
}

TEST_CASE(
    "assembler: rows of a wall clock that shows their time twice are not placed, and no hour comes out for them") {
  const std::int64_t change = 20'000 * 1440 + 60;  // 01:00 UTC: clocks are put back from 03:00 to 02:00
  const Zone zone([=](std::int64_t instant) { return instant < change ? 120 : 60; });
  MinuteAssembler a({}, 0, zone);
  CHECK(push(a, zone.settle(dated(20'000, 1, 59)), 5).empty());
  CHECK_FALSE(a.place(zone.settle(dated(20'000, 2, 0))).has_value());
  CHECK_FALSE(a.place(zone.settle(dated(20'000, 2, 59))).has_value());
  CHECK(push(a, zone.settle(dated(20'000, 3, 0)), 6) == std::to_string(change - 61) + ":5");
  CHECK(finish(a) == std::to_string(change + 60) + ":6");
}

TEST_CASE("assembler: rows that know their instant have both hours, and each its offset") {
  const std::int64_t change = 20'000 * 1440 + 60;
  const Zone zone([=](std::int64_t instant) { return instant < change ? 120 : 60; });
  MinuteAssembler a({}, 0, zone);
  for (const std::int64_t instant : {change - 1, change, change + 1}) {
    const auto minute = a.place(zone.local(instant));
    CHECK(minute == instant);
    while (const auto closed = a.take()) {
      CHECK(closed->offset == (closed->minute < change ? 120 : 60));
      CHECK(a.begin_of(closed->minute).minute_of_day() == (closed->minute < change ? 179 : 120));
    }
    a.add(*minute, 0, 1);
  }
}

TEST_CASE("assembler: old days that are judged after later ones keep their weekday") {
  MinuteAssembler a;
  push(a, dated(20'010, 12, 0));
  a.start_file();
  CHECK(push(a, dated(20'007, 12, 0)) == std::to_string(std::int64_t{20'010} * 1440 + 720) + ":1");
  CHECK(a.shift_days() == 7);
}
