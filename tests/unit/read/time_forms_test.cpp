// SPDX-License-Identifier: MIT
#include "read/time_forms.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "read/time_format.hpp"
#include "read/time_writing.hpp"

using namespace pos;
using namespace pos::read;

namespace {

const TimeZone greenwich;

std::string time_of(std::string_view text, const TimeZone& zone = greenwich) {
  const auto time = parse_time(text, zone);
  if (!time) return "none";
  return to_text(*time) + ":" + (time->second_of_day % 60 < 10 ? "0" : "") + std::to_string(time->second_of_day % 60);
}

std::string written_as(std::string_view format, std::string_view text) {
  TimeStyle style{parse_time_format(format)};
  const auto time = TimeReader(greenwich, style).read(text);
  return time ? to_text(*time) : "none";
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
                           "00h 60",
                           "00h  10",
                           "2026-02-29 10:00",
                           "2026-13-01 10:00",
                           "2026-03-09",
                           "2026-03-09 10:00 ",
                           "2026-03-09 10:00+25:00",
                           "2026-03-09 10:00+",
                           "2026-03-09 10:00-",
                           "2026-03-09 10:00+5",
                           "2026-03-09 10:00+05:",
                           "2026-03-09 10:00+05:3",
                           "2026-03-09 10:00+05:60",
                           "09/003/2026 10:00",
                           "30/003/2026 10:00",
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
  const auto instant = [&](std::string_view text) { return minute_of(parse_time(text, berlin).value()); };
  CHECK(instant("2026-10-25T00:30Z") + 60 == instant("1792891800"));  // 02:30 comes twice
  CHECK(parse_time("2026-10-25T00:30Z", berlin) == parse_time("1792891800", berlin));
  CHECK(instant("2026-03-29 01:59") + 1 == instant("2026-03-29 03:00"));
  CHECK(parse_time("2026-10-25 02:30", berlin)->clock == LocalTime::Clock::twice);
  CHECK(instant("2026-07-01 12:00") == instant("2026-07-01T10:00Z"));
  // Whoever writes wall clock alone needs no zone, and may have one that the database does not know.
  CHECK(minute_of(parse_time("2026-07-01 12:00", TimeZone("Mars/Olympus")).value()) == instant("2026-07-01T12:00Z"));
  CHECK_THROWS_WITH(static_cast<void>(TimeZone("Mars/Olympus").local(0)),
                    "time zone 'Mars/Olympus' is not known (names are as in /usr/share/zoneinfo)");
}

TEST_CASE("parse_time: what people and other programs write") {
  CHECK(time_of("9:05") == "09:05:00");
  CHECK(time_of("9h05") == "09:05:00");
  CHECK(time_of("2026-03-09 9:05") == "2026-03-09 09:05:00");
  CHECK(time_of("2026/03/09 14:05") == "2026-03-09 14:05:00");
  CHECK(time_of("2026-03-09 14h05") == "2026-03-09 14:05:00");
  CHECK(time_of("2026-03-09T14:05Z") == "2026-03-09 14:05:00");
  CHECK(time_of("2026-03-09t14:05z") == "2026-03-09 14:05:00");
  CHECK(time_of("2026-03-09 14:05 UTC") == "2026-03-09 14:05:00");
  CHECK(time_of("2026-03-09 14:05:07 GMT") == "2026-03-09 14:05:07");
  CHECK(time_of("2026-03-09 14:05:07 -0300") == "2026-03-09 17:05:07");
  CHECK(time_of("2026-03-09 14:05:07 +00:00") == "2026-03-09 14:05:07");
  CHECK(time_of("2026-03-09 14:05:07.123456") == "2026-03-09 14:05:07");
  CHECK(time_of("2026-03-09 14:05:07,123") == "2026-03-09 14:05:07");
  CHECK(time_of("25/03/2026, 14:05:07") == "2026-03-25 14:05:07");  // toLocaleString() in Brazil
  CHECK(time_of("25.3.2026 14:05") == "2026-03-25 14:05:00");
  CHECK(time_of("3-25-2026 14:05") == "2026-03-25 14:05:00");
}

TEST_CASE("parse_time: what could be two times, or half of one, is none") {
  for (const auto* text : {"09/03/2026 14:05", "12/12/2026 14:05", "32/03/2026 14:05", "25/25/2026 14:05",
                           "30/02/2026 14:05", "25/03/26 14:05", "25/03/2026", "25/03-2026 14:05", "2026-03/09 14:05",
                           "2026-03-09 14:05 BRT", "2026-03-09 14:05 GMT+3", "2026-03-09 14:05 ", "14:05 PM", "14:5",
                           "2026-03-09 14:05,5", "1773066667,5", "2026-03-09  14:05"}) {
    CAPTURE(std::string(text));
    CHECK(time_of(text) == "none");
  }
}

TEST_CASE("time_reader: a day above 12 says which number is the day, and that holds") {
  TimeStyle style;
  TimeReader times(greenwich, style);
  CHECK_FALSE(times.read("09/03/2026 14:05:07 -03").has_value());
  CHECK(times.undecided());
  CHECK(times.problem("09/03/2026 14:05:07 -03") ==
        "time '09/03/2026 14:05:07 -03': nothing says whether its day or its month stands first; give --time-format "
        "'%d/%m/%Y %H:%M:%S %z' or '%m/%d/%Y %H:%M:%S %z'");
  CHECK_FALSE(times.read("31/02/2026 14:05").has_value());  // proves nothing
  CHECK(style.order == TimeStyle::Order::unknown);
  CHECK(to_text(times.read("13/03/2026 14:05").value()) == "2026-03-13 14:05");
  CHECK(to_text(times.read("09/03/2026 14:05").value()) == "2026-03-09 14:05");
  CHECK_FALSE(times.read("03/25/2026 14:05").has_value());
  CHECK_FALSE(times.undecided());
  CHECK(times.problem("03/25/2026 14:05") == "time '03/25/2026 14:05' has its month first, unlike a row before it");
  CHECK(to_text(times.read("2026-03-10 00:00").value()) == "2026-03-10 00:00");
}

TEST_CASE("time_format: what strftime writes is read, the whole of it") {
  CHECK(written_as("%d/%m/%Y %H:%M", "09/03/2026 14:05") == "2026-03-09 14:05");
  CHECK(written_as("%m/%d/%y %I:%M %p", "3/9/26 12:05 am") == "2026-03-09 00:05");
  CHECK(written_as("%m/%d/%Y %I:%M:%S %p", "03/09/2026 02:05:59 PM") == "2026-03-09 14:05");
  CHECK(written_as("%d/%b/%Y:%T %z", "09/Mar/2026:14:05:00 -0300") == "2026-03-09 17:05");
  CHECK(written_as("%d %b %Y %R", "09 dez 2026 14:05") == "2026-12-09 14:05");
  CHECK(written_as("%e de %B de %Y %Hh%M", "9 de mar\xC3\xA7o de 2026 14h05") == "2026-03-09 14:05");
  CHECK(written_as("%Y%m%d%H%M", "202603091405") == "2026-03-09 14:05");
  CHECK(written_as("%F %T.%f %Z", "2026-03-09 14:05:07.123456 UTC") == "2026-03-09 14:05");
  CHECK(written_as("%s", "1773066667") == "2026-03-09 14:31");
  CHECK(written_as("%H.%M", "14.05") == "14:05");
  CHECK(written_as("%Y-%m-%d 00:00:00 %H:%M", "2026-03-09 00:00:00 14:05") == "2026-03-09 14:05");
  CHECK(written_as("%H%%%M", "14%05") == "14:05");
  for (const auto* text : {"09/03/2026 14:05 ", " 09/03/2026 14:05", "09/03/2026 14:05:00", "9/13/2026 14:05",
                           "30/02/2026 14:05", "09/03/26 14:05", "09/03/2026 24:05", "2026-03-09 14:05", ""}) {
    CAPTURE(std::string(text));
    CHECK(written_as("%d/%m/%Y %H:%M", text) == "none");
  }
  CHECK(written_as("%d/%m/%Y %I:%M %p", "09/03/2026 14:05 PM") == "none");
}

TEST_CASE("parse_time_format: what does not make a time is a usage error") {
  for (const auto* format : {"", "%d/%m/%Y", "%H", "%d/%m %H:%M", "%H:%M %p", "%I:%M", "%H:%M %q", "%H:%M:%M",
                             "%H:%M %", "%H:%M %z", "%d/%m/%Y %H:%I:%M %p", "%s %H:%M", "%d/%m/%b/%Y %H:%M"}) {
    CAPTURE(std::string(format));
    CHECK_THROWS_AS(static_cast<void>(parse_time_format(format)), Error);
  }
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
  CHECK(shift_time("0173066667", 1) == "0173066700");
  CHECK(shift_time("024096001219", 0) == "024096000000");  // eleven digits are no time
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

TEST_CASE("shift_time: in every form") {
  const TimeStyle day_first{{}, TimeStyle::Order::day_first};
  CHECK(shift_time("9:59", 1) == "10:00");
  CHECK(shift_time("9:05:07,123", 1) == "9:06:00");
  CHECK(shift_time("2026/02/28 23:59 UTC", 1) == "2026/03/01 00:00 UTC");
  CHECK(shift_time("31/12/2026 23:59", 1, day_first) == "01/01/2027 00:00");
  CHECK(shift_time("9/3/2026, 14:05:07", 1, day_first) == "9/3/2026, 14:06:00");
  CHECK(shift_time("02/28/2026 23:59", 1, {{}, TimeStyle::Order::month_first}) == "03/01/2026 00:00");
  CHECK(shift_time("1773066667.25", 1) == "1773066720");
  const auto in = [](std::string_view format, std::string_view like) {
    return shift_time(like, 1, TimeStyle{parse_time_format(format)});
  };
  CHECK(in("%m/%d/%Y %I:%M:%S %p", "02/28/2026 11:59:30 PM") == "03/01/2026 12:00:00 AM");
  CHECK(in("%I:%M%p", "11:59am") == "12:00pm");
  CHECK(in("%d/%b/%Y:%T %z", "28/Feb/2026:23:59:07 -0300") == "01/Mar/2026:00:00:00 -0300");
  CHECK(in("%d %b %y %R", "31 jul 26 23:59") == "01 aug 26 00:00");
  CHECK(in("%d de %B de %Y %H:%M", "28 de fevereiro de 2026 23:59") == "01 de mar\xC3\xA7o de 2026 00:00");
  CHECK(in("%F %T.%f", "2026-03-09 14:05:07.123456") == "2026-03-09 14:06:00.000000");
  CHECK(in("%s", "1773066667") == "1773066720");
}
