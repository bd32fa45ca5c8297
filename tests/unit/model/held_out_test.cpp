// SPDX-License-Identifier: MIT
#include "model/held_out.hpp"

#include <doctest/doctest.h>

using namespace pos;
using namespace pos::model;

namespace {

constexpr LocalSeconds a_day = 86'400;
constexpr LocalSeconds first_monday = 20'514 * a_day;  // 2026-03-02

std::string from(LocalSeconds begin, LocalSeconds end) {
  const auto found = held_out_from({first_monday + begin, first_monday + end});
  return found ? to_date_time(*found).substr(0, 16) : "none";
}

}  // namespace

TEST_CASE("held out: the last day of two, the last two of four, the last week of three") {
  CHECK(from(0, a_day) == "none");
  CHECK(from(0, 2 * a_day) == "2026-03-03 00:00");
  CHECK(from(600, 2 * a_day - 600) == "2026-03-03 00:00");  // nearly
  CHECK(from(0, 3 * a_day) == "2026-03-04 00:00");
  CHECK(from(0, 4 * a_day) == "2026-03-04 00:00");
  CHECK(from(0, 20 * a_day) == "2026-03-20 00:00");
  CHECK(from(0, 28 * a_day) == "2026-03-23 00:00");
}

TEST_CASE("held out: a day that has only begun is judged beside them") {
  CHECK(from(0, 7 * a_day + 4 * 3600) == "2026-03-07 00:00");   // Saturday and Sunday, and four hours
  CHECK(from(0, 7 * a_day + 13 * 3600) == "2026-03-08 00:00");  // Sunday, and most of Monday
}

TEST_CASE("held out: clocks without dates are days that follow each other") {
  History history;
  for (int file = 0; file < 3; ++file) {
    history.begin_file();
    for (int minute = 0; minute < 1440; ++minute) history.add({{LocalTime::no_day, minute * 60}, "approved", 1});
  }
  const Period span = span_of(history);
  CHECK(span.begin == 0);
  CHECK(span.end == 3 * a_day);
}
