// SPDX-License-Identifier: MIT
#include "incident/silence_wish.hpp"

#include <doctest/doctest.h>

using namespace pos;
using namespace pos::incident;

namespace {

constexpr ClockSeconds now = 1'773'065'400;                // 2026-03-09 14:10 UTC, a Monday
constexpr LocalSeconds wall_now = now - 3 * 3600;          // 11:10
constexpr LocalSeconds this_midnight = wall_now - 40'200;  // of that day

SilenceWish two_hours() {
  SilenceWish wish;
  wish.status = "denied";
  wish.author = "ana";
  wish.seconds = 7200;
  return wish;
}

LocalTime clock(std::int32_t seconds) {
  LocalTime time;
  time.second_of_day = seconds;
  return time;
}

}  // namespace

TEST_CASE("silence wish: from now on by the clock, from a time on by the wall") {
  SilenceWish wish = two_hours();
  const auto silence = silence_of(wish, now, wall_now);
  REQUIRE(silence);
  CHECK(silence->begin == now);
  CHECK(silence->end == now + 7200);
  CHECK_FALSE(silence->span);
  wish.from = clock(2 * 3600);  // 02:00, and that of today is over
  const auto tomorrow = silence_of(wish, now, wall_now);
  REQUIRE(tomorrow);
  CHECK(tomorrow->span == WallSpan{this_midnight + 86'400 + 7200, 7200, 0});
  wish.from = clock(10 * 3600);  // still lasts
  CHECK(silence_of(wish, now, wall_now)->span->first == this_midnight + 36'000);
}

TEST_CASE("silence wish: one that is over before it begins is none") {
  SilenceWish wish = two_hours();
  wish.from = clock(0);
  wish.from->day = static_cast<std::int32_t>(this_midnight / 86'400);
  CHECK_FALSE(silence_of(wish, now, wall_now));
}

TEST_CASE("silence wish: until a time it holds to the second of the wall's clock") {
  const Silence silence = silence_until(two_hours(), wall_now + 600, now, wall_now);
  CHECK(silence.active(now, wall_now));
  CHECK(silence.active(now + 599, wall_now + 599));
  CHECK_FALSE(silence.active(now + 600, wall_now + 600));
  // Clocks are put on meanwhile: the wall's count.
  CHECK_FALSE(silence.active(now + 10, wall_now + 3610));
}

TEST_CASE("silence wish: days by their names and back") {
  CHECK(days_of("day") == WallSpan::every_day);
  CHECK(days_of("mon, sun") == 0x41);
  CHECK_FALSE(days_of("this_midnight"));
  CHECK_FALSE(days_of(""));
  CHECK(every_words(0x41) == "mon,sun");
  CHECK(every_words(WallSpan::every_day) == "day");
  CHECK(every_words(0).empty());
}

TEST_CASE("silence wish: what somebody says steers no terminal, and has an end") {
  CHECK(kept_words("a\x1b[31m\n") == "a\\x1b[31m\\x0a");
  CHECK(kept_words(std::string(1000, 'a')).size() <= 503);
}
