// SPDX-License-Identifier: MIT
#include "cli/period.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/error.hpp"

using namespace pos;
using namespace pos::cli;

namespace {

constexpr LocalSeconds day = 86'400;
constexpr LocalSeconds today = 20'521 * day;                      // 2026-03-09
constexpr LocalSeconds now_is = today + 14 * 3600 + 31 * 60 + 7;  // 14:31:07

std::string asked(const std::string& since, const std::string& until) {
  const PeriodAsked period = parse_period(since, until, now_is, read::TimeZone());
  const auto text = [](const std::optional<LocalSeconds>& time) { return time ? to_date_time(*time) : "open"; };
  return text(period.begin) + " to " + text(period.end);
}

}  // namespace

TEST_CASE("period: nothing said leaves both ends open") { CHECK(asked("", "") == "open to open"); }

TEST_CASE("period: a day is that day") {
  CHECK(asked("today", "") == "2026-03-09 00:00:00 to 2026-03-10 00:00:00");
  CHECK(asked("yesterday", "") == "2026-03-08 00:00:00 to 2026-03-09 00:00:00");
  CHECK(asked("2024-02-29", "") == "2024-02-29 00:00:00 to 2024-03-01 00:00:00");
}

TEST_CASE("period: a time runs to the end of today, a time span to the end of this minute") {
  CHECK(asked("14:00", "") == "2026-03-09 14:00:00 to 2026-03-10 00:00:00");
  CHECK(asked("14:00:30", "") == "2026-03-09 14:00:30 to 2026-03-10 00:00:00");
  CHECK(asked("2026-03-07 23:00", "") == "2026-03-07 23:00:00 to 2026-03-10 00:00:00");
  CHECK(asked("now", "") == "2026-03-09 14:31:07 to 2026-03-10 00:00:00");
  CHECK(asked("-2h", "") == "2026-03-09 12:31:00 to 2026-03-09 14:32:00");
  CHECK(asked("-90s", "") == "2026-03-09 14:29:00 to 2026-03-09 14:32:00");
  CHECK(asked("-7d", "now") == "2026-03-02 14:31:00 to 2026-03-09 14:31:07");
}

TEST_CASE("period: until a day is until it begins") {
  CHECK(asked("yesterday", "today") == "2026-03-08 00:00:00 to 2026-03-09 00:00:00");
  CHECK(asked("", "2026-03-09") == "open to 2026-03-09 00:00:00");
  CHECK(asked("2026-03-08T22:30", "2026-03-09 01:00") == "2026-03-08 22:30:00 to 2026-03-09 01:00:00");
}

TEST_CASE("period: what is no time, and what ends before it begins") {
  for (const char* wrong : {"tomorrow", "-", "-h", "-2w", "14", "25:00", "2026-02-30", "2026-3-9", "--2h", " "}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(asked(wrong, ""), Error);
    CHECK_THROWS_AS(asked("", wrong), Error);
  }
  CHECK_THROWS_AS(asked("today", "yesterday"), Error);
  CHECK_THROWS_AS(asked("today", "today"), Error);
}

TEST_CASE("compare: as long, whole days before, or on the day given") {
  const Period period{today + 3600, today + 7200};
  CHECK(parse_compare("yesterday", period) == Period{today - day + 3600, today - day + 7200});
  CHECK(parse_compare("last-week", period) == Period{today - 7 * day + 3600, today - 7 * day + 7200});
  CHECK(parse_compare("2026-03-01", period) == Period{today - 8 * day + 3600, today - 8 * day + 7200});
  CHECK_THROWS_AS(static_cast<void>(parse_compare("tomorrow", period)), Error);
}
