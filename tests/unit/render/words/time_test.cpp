// SPDX-License-Identifier: MIT
#include "render/words/time.hpp"

#include <doctest/doctest.h>

#include "unit/render/sample_report.hpp"

using namespace pos;
using namespace pos::render;
using sample::at;
using sample::day;

namespace {
constexpr LocalSeconds whole_day = 86'400;
}  // namespace

TEST_CASE("period_text: no more than it takes") {
  CHECK(period_text({day, day + whole_day}) == "2026-03-09");
  CHECK(period_text({day, day + 7 * whole_day}) == "2026-03-09 to 2026-03-15");
  CHECK(period_text({at(10, 0), at(12, 30)}) == "2026-03-09 10:00 to 12:30");
  CHECK(period_text({at(22, 0), at(24, 0)}) == "2026-03-09 22:00 to 24:00");
  CHECK(period_text({at(22, 0), at(28, 0)}) == "2026-03-09 22:00 to 2026-03-10 04:00");
  CHECK(period_text({0, whole_day}) == "times without a date");
  CHECK(period_text({3600, 7200}) == "01:00 to 02:00");
  CHECK(period_text({day, day}) == "no time at all");
}

TEST_CASE("duration_text: two units at most") {
  CHECK(duration_text(45) == "45 s");
  CHECK(duration_text(60) == "1 min");
  CHECK(duration_text(3600) == "1 h");
  CHECK(duration_text(4800) == "1 h 20 min");
  CHECK(duration_text(2 * whole_day + 3 * 3600 + 60) == "2 d 3 h");
}

TEST_CASE("TimeText: dates only where the period is longer than a day") {
  const TimeText today({day, day + whole_day}, TextStyle{80, false, false});
  CHECK(today.time(at(9, 5)) == "09:05");
  CHECK(today.range(at(9, 5), at(9, 7)) == "09:05–09:07");
  CHECK(today.range(at(9, 5), at(9, 5)) == "09:05");
  const TimeText week({day, day + 7 * whole_day}, TextStyle{80, false, false});
  CHECK(week.range(at(9, 5), at(9, 7)) == "03-09 09:05–09:07");
  CHECK(week.range(at(23, 50), at(24, 10)) == "03-09 23:50 to 03-10 00:10");
  const TimeText year({day, day + 365 * whole_day}, TextStyle{80, false, true});
  CHECK(year.range(at(9, 5), at(9, 7)) == "2026-03-09 09:05-09:07");
  TimeText exact({day, day + whole_day}, TextStyle{80, false, false});
  exact.show_seconds();
  CHECK(exact.time(at(9, 5) + 8) == "09:05:08");
}

TEST_CASE("time text: a zone with what it is ahead of UTC") {
  CHECK(zone_text("America/Sao_Paulo", -3 * 3600) == "America/Sao_Paulo (UTC\u22123)");
  CHECK(zone_text("Asia/Kolkata", 5 * 3600 + 1800) == "Asia/Kolkata (UTC+5:30)");
  CHECK(zone_text("UTC", 0) == "UTC");
}
