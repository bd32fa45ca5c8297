// SPDX-License-Identifier: MIT
#include "read/fields.hpp"

#include <doctest/doctest.h>

using namespace pos;
using namespace pos::read;

namespace {

const TimeZone utc;

std::string time_of(std::string_view text, const TimeZone& zone = utc) {
  const auto time = parse_time(text, zone);
  if (!time) return "none";
  return to_text(*time) + ":" + (time->second_of_day % 60 < 10 ? "0" : "") + std::to_string(time->second_of_day % 60);
}

std::string problem(std::string_view time, std::string_view status, std::optional<std::string_view> count) {
  Transaction transaction;
  std::string masked;
  return parse_transaction({time, status, count}, utc, transaction, masked);
}

}  // namespace

TEST_CASE("parse_time: every form of pos-formats(5)") {
  CHECK(time_of("00h 10") == "00:10:00");
  CHECK(time_of("23h59") == "23:59:00");
  CHECK(time_of("14:31") == "14:31:00");
  CHECK(time_of("14:31:07") == "14:31:07");
  CHECK(time_of("2026-03-09 14:31") == "2026-03-09 14:31:00");
  CHECK(time_of("2026-03-09T14:31:07.250") == "2026-03-09 14:31:07");
  CHECK(time_of("2026-03-09T14:31:07Z") == "2026-03-09 14:31:07");
  CHECK(time_of("2026-03-09T00:31:07+02:00") == "2026-03-08 22:31:07");
  CHECK(time_of("2026-03-09 23:31-0330") == "2026-03-10 03:01:00");
  CHECK(time_of("1773066667") == "2026-03-09 14:31:07");     // date -u -d @1773066667
  CHECK(time_of("1773066667250") == "2026-03-09 14:31:07");  // milliseconds
  CHECK(time_of("1773066667.25") == "2026-03-09 14:31:07");
  CHECK(time_of("2016-12-31T23:59:60Z") == "2016-12-31 23:59:59");  // a leap second
}

TEST_CASE("parse_time: what is no time") {
  for (const auto* text : {"",
                           "24:00",
                           "12:60",
                           "1:30",
                           "00h 60",
                           "00h  10",
                           "2026-02-29 10:00",
                           "2026-13-01 10:00",
                           "2026-03-09",
                           "2026-03-09 10:00 ",
                           "2026-03-09 10:00+25:00",
                           "2026-03-09 10:00:00.",
                           "1431",
                           "12345678",
                           "12345678901",
                           "-1773066667",
                           "99999999999999",
                           "14:31x",
                           "noon",
                           "1773066667.x"}) {
    CAPTURE(text);
    CHECK(time_of(text) == "none");
  }
}

TEST_CASE("parse_time: times with a zone are told in the stream's zone") {
  const TimeZone berlin("Europe/Berlin");
  // Clocks went forward at 01:00 UTC on 2026-03-29: 02:00 there became 03:00.
  CHECK(time_of("2026-03-29T00:59:00Z", berlin) == "2026-03-29 01:59:00");
  CHECK(time_of("2026-03-29T01:00:00Z", berlin) == "2026-03-29 03:00:00");
  CHECK(time_of("2026-03-29T02:30", berlin) == "2026-03-29 02:30:00");  // no zone: as it stands
  CHECK_THROWS_WITH(static_cast<void>(TimeZone("Mars/Olympus").local(0)),
                    "time zone 'Mars/Olympus' is not known (names are as in /usr/share/zoneinfo)");
}

TEST_CASE("parse_transaction: reasons that name the field and the value") {
  CHECK(problem("00:10", "approved", "120").empty());
  CHECK(problem("00:10", "approved", std::nullopt).empty());
  CHECK(problem("", "approved", "1") == "time is empty");
  CHECK(problem("25:00", "approved", "1") == "time '25:00' is not a time");
  CHECK(problem("00:10", "", "1") == "status is empty");
  CHECK(problem("00:10", "a\x01", "1") == "status 'a\\x01' has a control character");
  CHECK(problem("00:10", std::string(64, 'a'), "1").empty());
  CHECK(problem("00:10", std::string(65, 'a'), "1") == "status 'aaaaaaaaaaaaaaaaaaaa...' is longer than 64 bytes");
}

TEST_CASE("parse_transaction: an empty or odd count is never 0") {
  CHECK(problem("00:10", "approved", "") == "count is empty");
  CHECK(problem("00:10", "approved", "-") == "count '-' is not a whole number");
  CHECK(problem("00:10", "approved", "1e3") == "count '1e3' is not a whole number");
  CHECK(problem("00:10", "approved", "12.0") == "count '12.0' is not a whole number");
  CHECK(problem("00:10", "approved", "-5") == "count -5 is negative");
  CHECK(problem("00:10", "approved", "9007199254740992").empty());  // 2^53
  CHECK(problem("00:10", "approved", "9007199254740993") == "count 9007199254740993 is above 2^53");
  CHECK(problem("00:10", "approved", "99999999999999999999") == "count 99999999999999999999 is above 2^53");
}

TEST_CASE("seconds_between: by date, or the shorter way around the clock") {
  const auto between = [](std::string_view from, std::string_view to) {
    return seconds_between(*parse_time(from, utc), *parse_time(to, utc)).count();
  };
  CHECK(between("2026-03-09 23:59:30", "2026-03-10 00:00:10") == 40);
  CHECK(between("2026-03-09 12:00", "2026-03-08 12:00") == -86400);
  CHECK(between("23:59:30", "2026-03-10 00:00:10") == 40);
  CHECK(between("00:00:10", "23:59:30") == -40);
}

TEST_CASE("shift_time: minutes later, written as before") {
  CHECK(shift_time("23h 47", 3) == "23h 50");
  CHECK(shift_time("23h59", 2) == "00h01");
  CHECK(shift_time("14:31", 60) == "15:31");
  CHECK(shift_time("14:31:59", 1) == "14:32:00");
  CHECK(shift_time("2026-02-28 23:59", 1) == "2026-03-01 00:00");
  CHECK(shift_time("2026-03-09T14:31:07.250Z", 1) == "2026-03-09T14:32:00Z");
  CHECK(shift_time("2026-03-09T14:31+02:00", 1) == "2026-03-09T14:32+02:00");
  CHECK(shift_time("2026-03-09 23:59:07-0330", 1) == "2026-03-10 00:00:00-0330");
  CHECK(shift_time("1773066667", 1) == "1773066720");  // 14:31:07 + 1 min = 14:32:00
  CHECK(shift_time("1773066667250", 1) == "1773066720000");
}

TEST_CASE("shift_time: what it writes is the time it means") {
  const TimeZone zone("America/Sao_Paulo");
  for (const auto* like :
       {"2026-03-09T14:31:07Z", "2026-03-09 14:31:07+05:30", "1773066667", "1773066667250", "2026-03-09 14:31"}) {
    for (const std::int64_t minutes : {0, 1, 59, 600, 1440}) {
      CAPTURE(like);
      const auto from = parse_time(like, zone);
      const auto to = parse_time(shift_time(like, minutes), zone);
      REQUIRE(to.has_value());
      const auto minute = [](const LocalTime& t) { return std::int64_t{t.day} * 1440 + t.minute_of_day(); };
      CHECK(minute(*to) - minute(*from) == minutes);
    }
  }
}
