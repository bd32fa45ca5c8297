// SPDX-License-Identifier: MIT
#include "base/event.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "base/text.hpp"

using namespace pos;

namespace {

constexpr LocalSeconds day = 86'400;

// 2026-01-01 is day 20454 since 1970, by `date -u -d 2026-01-01 +%s`, and a Thursday.
constexpr LocalSeconds new_year_2026 = 20'454 * day;
// 2024-02-29 is day 19782.
constexpr LocalSeconds leap_day_2024 = 19'782 * day;

Event event(LocalSeconds from, std::optional<LocalSeconds> to, Repeat repeat,
            std::optional<LocalSeconds> until = std::nullopt) {
  return {from, to, "x", "", repeat, until};
}

// `from/to`, one after the other.
std::string told(const std::vector<Occurrence>& all) {
  std::string text;
  for (const Occurrence& one : all)
    (text += text.empty() ? "" : " ") += to_date_time(one.from) + "/" + (one.to ? to_date_time(*one.to) : "-");
  return text;
}

std::string last(const Event& of, LocalSeconds time) {
  const auto one = last_begun(of, time);
  return one ? told({*one}) : "";
}

}  // namespace

TEST_CASE("event: what comes once is begun from its begin on") {
  const Event once = event(new_year_2026, new_year_2026 + 60, Repeat::never);
  CHECK(last(once, new_year_2026 - 1).empty());
  CHECK(last(once, new_year_2026) == "2026-01-01 00:00:00/2026-01-01 00:01:00");
  CHECK(last(once, new_year_2026 + 900 * day) == last(once, new_year_2026));
  CHECK(occurrences(once, {new_year_2026 - day, new_year_2026}, 9).empty());
  CHECK(occurrences(once, {new_year_2026 + 60, new_year_2026 + day}, 9).empty());
  CHECK(occurrences(once, {new_year_2026 + 59, new_year_2026 + day}, 9).size() == 1);
  const Event moment = event(new_year_2026, std::nullopt, Repeat::never);
  CHECK(occurrences(moment, {new_year_2026, new_year_2026 + 1}, 9).size() == 1);
  CHECK(occurrences(moment, {new_year_2026 + 1, new_year_2026 + 2}, 9).empty());
}

TEST_CASE("event: weekly and daily ones come at the same time of the clock on the wall, over a year's end too") {
  const Event weekly = event(new_year_2026 - 3 * day + 9 * 3600, new_year_2026 - 3 * day + 10 * 3600, Repeat::weekly);
  CHECK(told(occurrences(weekly, {new_year_2026 - 9 * day, new_year_2026 + 12 * day}, 9)) ==
        "2025-12-29 09:00:00/2025-12-29 10:00:00 2026-01-05 09:00:00/2026-01-05 10:00:00 "
        "2026-01-12 09:00:00/2026-01-12 10:00:00");
  const Event daily = event(new_year_2026 - day + 23 * 3600, new_year_2026 + 3600, Repeat::daily);
  CHECK(last(daily, new_year_2026 + 1800) == "2025-12-31 23:00:00/2026-01-01 01:00:00");
  CHECK(last(daily, new_year_2026 + 23 * 3600) == "2026-01-01 23:00:00/2026-01-02 01:00:00");
}

TEST_CASE("event: until says when the last one may begin, and a list is as long as is asked for") {
  const Event weekly = event(new_year_2026, std::nullopt, Repeat::weekly, new_year_2026 + 14 * day);
  CHECK(last(weekly, new_year_2026 + 100 * day) == "2026-01-08 00:00:00/-");
  const Event endless = event(new_year_2026, std::nullopt, Repeat::weekly);
  CHECK(told(occurrences(endless, {0, new_year_2026 + 10'000 * day}, 2)) ==
        "2053-05-08 00:00:00/- 2053-05-15 00:00:00/-");
}

TEST_CASE("event: yearly ones come on their day, and over the year's end") {
  const Event holidays = event(new_year_2026 - day + 16 * 3600, new_year_2026 + 2 * day, Repeat::yearly);
  CHECK(told(occurrences(holidays, {new_year_2026, new_year_2026 + 740 * day}, 9)) ==
        "2025-12-31 16:00:00/2026-01-03 00:00:00 2026-12-31 16:00:00/2027-01-03 00:00:00 "
        "2027-12-31 16:00:00/2028-01-03 00:00:00");
  CHECK(last(holidays, new_year_2026 - day).empty());
  CHECK_FALSE(last_begun(holidays, std::numeric_limits<LocalSeconds>::max() / 2));
}

TEST_CASE("event: the 29th of February comes in leap years, and what ends on it ends with the 28th in others") {
  const Event leap = event(leap_day_2024, leap_day_2024 + day, Repeat::yearly);
  CHECK(last(leap, leap_day_2024 + 3 * 365 * day) == "2024-02-29 00:00:00/2024-03-01 00:00:00");
  CHECK(last(leap, leap_day_2024 + 1461 * day) == "2028-02-29 00:00:00/2028-03-01 00:00:00");
  CHECK(last(leap, leap_day_2024 + 29'000 * day) == "2096-02-29 00:00:00/2096-03-01 00:00:00");  // in 2103
  const Event to_noon = event(leap_day_2024 - day, leap_day_2024 + 12 * 3600, Repeat::yearly);
  CHECK(last(to_noon, leap_day_2024 + 366 * day) == "2025-02-28 00:00:00/2025-03-01 00:00:00");
  const Event whole = event(leap_day_2024 - day, leap_day_2024 + day, Repeat::yearly);
  CHECK(last(whole, leap_day_2024 + 366 * day) == "2025-02-28 00:00:00/2025-03-01 00:00:00");
}

TEST_CASE("event: a name is wanted, and no control characters") {
  CHECK(wrong_words({0, {}, "", ""}) == "name is empty");
  CHECK(wrong_words({0, {}, "a\tb", ""}) == "name 'a\\x09b' has a control character");
  CHECK(wrong_words({0, {}, "a", "b\x1b"}) == "kind 'b\\x1b' has a control character");
  CHECK(wrong_words({0, {}, "a", "b"}).empty());
  CHECK(wrong_words({0, {}, "caf\xe9", ""}) == "name 'caf\\xe9' is not UTF-8");
  std::string longest;
  for (int i = 0; i < 200; ++i) longest += "é";
  CHECK(wrong_words({0, {}, longest, longest}).empty());
  CHECK(wrong_words({0, {}, longest + "é", ""}).ends_with("...' has 201 characters: 200 are the most"));
  CHECK(wrong_words({0, {}, "a", longest + "é"}).starts_with("kind 'éé"));
}

TEST_CASE("event: times are within the years that SQL has a name for") {
  constexpr LocalSeconds year_10000 = 253'402'300'800;  // by `date -u -d '9999-12-31 + 1 day' +%s`
  constexpr LocalSeconds year_0 = -62'167'219'200;      // by `sqlite3 :memory: "SELECT unixepoch('0000-01-01')"`
  CHECK(wrong_times({year_0, year_10000 - 1, "x", ""}).empty());
  CHECK(wrong_times({year_10000 - 1, std::nullopt, "x", ""}).empty());
  for (const Event& wrong : {Event{year_10000 - day, year_10000, "x", ""}, Event{year_10000, std::nullopt, "x", ""},
                             Event{year_0 - 1, day, "x", ""}}) {
    CHECK(wrong_times(wrong) == "it begins or ends outside of the years 0 to 9999");
  }
}

TEST_CASE("event: the kinds that the monitor knows have their Portuguese names, too") {
  CHECK(event_kind("Closed") == "closed");
  CHECK(event_kind("Fechado") == "closed");
  CHECK(event_kind(" feriado ") == "holiday");
  CHECK(event_kind("Excluído") == "exclude");
  CHECK(event_kind("promoção") == fold_name("promoção"));
  CHECK(event_kind("").empty());
}
