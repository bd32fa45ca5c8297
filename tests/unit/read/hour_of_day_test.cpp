// SPDX-License-Identifier: MIT
#include "read/hour_of_day.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/error.hpp"
#include "read/hourly_columns.hpp"

using namespace pos;
using namespace pos::read;

namespace {

std::string hour_in(std::string_view text) {
  std::string problem;
  const auto hour = parse_hour_of_day(text, problem);
  return hour ? std::to_string(hour->hour) + (hour->date ? " dated" : "") : problem;
}

}  // namespace

TEST_CASE("hour of day: as people write it, with a date or without") {
  for (const char* text : {"7", "07", "07h", "07h00", "07h 00", "07h00min", "07:00", "07:00:00"}) {
    CAPTURE(text);
    CHECK(hour_in(text) == "7");
  }
  for (const char* text : {"2026-03-09 07:00", "2026-03-09T07:00:00", "09/03/2026 07h", "9.3.2026 7:00"}) {
    CAPTURE(text);
    CHECK(hour_in(text) == "7 dated");
  }
  CHECK(hour_in("0") == "0");
  CHECK(hour_in("23h") == "23");
}

TEST_CASE("hour of day: what is none, and what is no full hour") {
  CHECK(hour_in("") == "time is empty");
  for (const char* text : {"24", "24:00", "07:60", "07:00:60", "seven", "-1", "2026-02-30 07:00"}) {
    CAPTURE(text);
    CHECK(hour_in(text) == "time '" + std::string(text) + "' is not an hour from 00h to 23h");
  }
  for (const char* text : {"07:01", "07:59", "07:00:01", "07h30min"}) {
    CAPTURE(text);
    CHECK(hour_in(text) == "time '" + std::string(text) + "' is not a full hour");
  }
}

TEST_CASE("hourly columns: names are given by key, and what is no key or no name is refused") {
  const HourlyColumnNames names = parse_hourly_columns("time=Hora, avg_last_month = Média");
  CHECK(names[0] == "Hora");
  CHECK(names[1].empty());
  CHECK(names[5] == "Média");
  for (const char* map : {"hour=Hora", "today=", "today", "=Hoje", "today=Hoje,x"}) {
    CAPTURE(map);
    CHECK_THROWS_WITH_AS(parse_hourly_columns(map),
                         doctest::Contains("is not of the form KEY=NAME with a key of time,"), Error);
  }
  CHECK(parse_hourly_columns("")[0].empty());
}
