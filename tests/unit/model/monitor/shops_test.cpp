// SPDX-License-Identifier: MIT
// Shops with opening hours and weekdays, and clocks that change; "invariant" numbers are those of docs/monitor.md
// section 13.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/reason.hpp"
#include "model/monitor/monitor.hpp"
#include "shop.hpp"

using namespace pos;
using namespace pos::model;
using namespace pos::model::test;

TEST_CASE("monitor: of a new shop only the first night is taken for an outage") {
  for (const auto& hours : {std::pair{480, 1200}, {480, 1320}, {600, 1020}, {540, 1260}, {420, 1380}}) {
    const int open = hours.first;
    const int close = hours.second;
    CAPTURE(open);
    CAPTURE(close);
    for (const std::int64_t first_day : {std::int64_t{0}, monday}) {
      Shop shop = flat_shop();
      Monitor monitor;
      std::int64_t t = first_day * 1440 + open;
      const auto counts = [&](std::int64_t minute) {
        return minute_of_day(minute) >= open && minute_of_day(minute) < close ? shop.minute(minute) : Counts{};
      };
      for (const std::int64_t end = t + 1440; t < end; ++t) step(monitor, t, counts(t));
      for (const std::int64_t end = t + 8 * 1440; t < end; ++t) REQUIRE(alerts(step(monitor, t, counts(t))) == 0);
      // An outage at noon is one.
      t += 720 - open;
      CHECK(alerts(step(monitor, t, {})) + alerts(step(monitor, t + 1, {})) + alerts(step(monitor, t + 2, {})) > 0);
    }
  }
}

TEST_CASE("invariant 15: closed until half an hour after opening, then nothing comes: told within two minutes") {
  Hours shop;
  Monitor monitor = trained(shop, 2);
  std::int64_t t = next_minute(monitor);
  const std::int64_t opening = t + 540;
  for (; t < opening + 29; ++t) REQUIRE(alerts(step(monitor, t, {})) == 0);
  int told = 0;
  std::string reason;
  for (; t < opening + 32; ++t) {
    const auto verdicts = step(monitor, t, {});
    told += alerts(verdicts);
    if (alerts(verdicts) > 0) reason = verdicts[0].reason;
  }
  CHECK(told > 0);
  CHECK(reason.starts_with("did not open: nothing since 21:00 yesterday, "));
  // 20 a minute since 09:00, less what the curve lacks between the centres of the slots at the edge.
  CHECK(*pos::expected_since_opening(reason) > 450);
  CHECK(*pos::expected_since_opening(reason) <= 640);
}

TEST_CASE("invariant 16: business that returns after an outage of any length is no rise") {
  for (const int hours : {0, 1, 6, 11, 24, 60}) {
    CAPTURE(hours);
    Hours shop;
    Monitor monitor = trained(shop, 2);
    std::int64_t t = next_minute(monitor);
    const std::int64_t begin = t + 545;  // five minutes after opening
    for (; t < begin; ++t) step(monitor, t, shop.minute(t));
    for (const std::int64_t end = begin + hours * 60; t < end; ++t) step(monitor, t, {});
    for (const std::int64_t end = t + 24 * 60; t < end; ++t) {
      for (const Kept& v : step(monitor, t, shop.minute(t))) {
        if (v.alert) CHECK_FALSE(v.reason.starts_with("above"));
      }
    }
  }
}

TEST_CASE("monitor: a fall holds through minutes without a hit, ends at closing time, and comes again at opening") {
  Hours shop;
  Monitor monitor = trained(shop, 2);
  std::int64_t t = next_minute(monitor);
  const std::int64_t midnight = t;
  for (; t < midnight + 800; ++t) step(monitor, t, shop.minute(t));
  for (; t < midnight + 803; ++t) step(monitor, t, {});
  for (; t < midnight + 1240; ++t) {
    const auto verdicts = step(monitor, t, shop.minute(t, 0.02));
    REQUIRE(find(verdicts, "approved") != nullptr);
    REQUIRE(find(verdicts, "approved")->alert);
    REQUIRE_FALSE(find(verdicts, "approved")->reason.empty());
  }
  for (; t < midnight + 1300; ++t) step(monitor, t, {});
  for (; t < midnight + 1440 + 540; ++t) REQUIRE(alerts(step(monitor, t, {})) == 0);
  int told = 0;
  for (; t < midnight + 1440 + 575; ++t) told += alerts(step(monitor, t, {}));
  CHECK(told > 0);
}

TEST_CASE("invariant 18: a day that is closed every week is no outage once it has been seen twice") {
  Hours shop{{6}};
  Monitor monitor = trained(shop, 2);
  for (std::int64_t t = next_minute(monitor), end = t + 7 * 1440; t < end; ++t)
    REQUIRE(alerts(step(monitor, t, shop.minute(t))) == 0);
}

TEST_CASE("monitor: nor in a shop with one status, or one that is open around the clock on other days") {
  for (const int weeks : {1, 2, 5}) {
    CAPTURE(weeks);
    Noise noise(6);
    for (const int statuses : {1, 2}) {
      CAPTURE(statuses);
      Monitor monitor;
      const auto counts = [&](std::int64_t t) {
        Counts came;
        if ((day_of(t) - monday) % 7 == 6) return came;
        if (const auto count = noise.poisson(20); count > 0) came.push_back({"approved", count});
        if (const auto count = noise.poisson(2); statuses > 1 && count > 0) came.push_back({"denied", count});
        return came;
      };
      std::int64_t t = monday * 1440;
      for (const std::int64_t end = t + weeks * 7 * 1440; t < end; ++t) step(monitor, t, counts(t), Report::nothing);
      int on_sundays = 0;
      for (const std::int64_t end = t + 14 * 1440; t < end; ++t) {
        const int told = alerts(step(monitor, t, counts(t)));
        on_sundays += (day_of(t) - monday) % 7 == 6 ? told : 0;
      }
      CHECK(on_sundays == 0);
      // On a Tuesday it is an outage.
      for (const std::int64_t end = t + 1440 + 600; t < end; ++t) step(monitor, t, counts(t));
      CHECK(alerts(step(monitor, t, {})) + alerts(step(monitor, t + 1, {})) > 0);
    }
  }
}

TEST_CASE("monitor: what was quiet in a pause is closed on that weekday, and makes no curve") {
  // Saturdays until 16:00, Sundays closed. In files the 41 hours until Monday are a pause, of which the last day is
  // judged.
  Hours shop{{6}};
  Monitor monitor;
  const auto counts = [&](std::int64_t t) {
    const bool short_day = (day_of(t) - monday) % 7 == 5 && minute_of_day(t) >= 965;
    return short_day ? Counts{} : shop.minute(t);
  };
  std::int64_t t = monday * 1440;
  for (const std::int64_t end = t + 14 * 1440; t < end; ++t) {
    const std::int64_t of_week = (t - monday * 1440) % (7 * 1440);
    const bool left_out = of_week >= 5 * 1440 + 965 && of_week < 6 * 1440 + 540;
    if (left_out || (t - monday * 1440) / 1440 == 13) continue;
    const bool first_behind = of_week == 6 * 1440 + 540;
    std::vector<StatusCount> input;
    for (const auto& [name, count] : counts(t)) input.push_back({monitor.intern(name), count});
    monitor.step({t, 0, first_behind ? 1440 + 540 - 965 : 0}, input, Report::nothing);
  }
  t = monday * 1440 + 14 * 1440;
  step(monitor, t, {});
  for (++t; t < monday * 1440 + 20 * 1440; ++t) REQUIRE(alerts(step(monitor, t, counts(t))) == 0);
}

TEST_CASE("invariant 19: when clocks change, minutes that know their offset are neither missing nor doubled") {
  // Clocks go forward at 02:00 and back at 03:00; the night is quiet, but not dead.
  for (const int change : {60, -60, 30, -30}) {
    CAPTURE(change);
    Shop shop;
    shop.wave = 0.5;
    shop.noise = Noise(3);
    Monitor monitor;
    int offset = 60;
    std::int64_t t = monday * 1440 - offset;
    const std::int64_t at = t + 10 * 1440 + 120;
    for (; t < at + 1440; ++t) {
      if (t == at) offset += change;
      const Counts counts = shop.minute(t + offset);
      std::vector<StatusCount> input;
      for (const auto& [name, count] : counts) input.push_back({monitor.intern(name), count});
      for (const Verdict& v : monitor.step({t, offset}, input)) REQUIRE_FALSE((t > at - 1440 && v.alert));
    }
    const Monitor restored = Monitor::from_state(monitor.state());
    CHECK(restored.state() == monitor.state());
    CHECK(restored.offset() == offset);
  }
}

TEST_CASE("invariant 1: nor with closed days, an outage, a fall that is accepted, and clocks that are put back") {
  Hours shop{{6}, 0, 1440};
  Monitor straight = trained(shop, 3);
  Monitor broken = straight;
  const std::int64_t begin = next_minute(straight);
  const auto level = [&](std::int64_t t) {
    const std::int64_t day = (t - begin) / 1440;
    return day == 1 ? 0.0 : day >= 2 && day < 5 ? 0.1 : 1.0;
  };
  bool accepted = false;
  for (std::int64_t t = begin; t < begin + 9 * 1440; ++t) {
    const int offset = t < begin + 4 * 1440 + 600 ? 120 : 60;
    const auto counts = shop.minute(t + offset, level(t));
    std::vector<StatusCount> input;
    for (const auto& [name, count] : counts) input.push_back({straight.intern(name), count});
    std::vector<std::string> told;
    for (const Verdict& v : straight.step({t, offset}, input)) {
      told.push_back(std::string(v.status) + " " + std::to_string(v.score) + " " + v.reason);
      accepted = accepted || !pos::taken_as_normal_at(v.reason).empty();
    }
    if (t % 13 == 0 || t % 1440 < 3) broken = Monitor::from_state(broken.state());
    input.clear();
    for (const auto& [name, count] : counts) input.push_back({broken.intern(name), count});
    std::size_t next = 0;
    for (const Verdict& v : broken.step({t, offset}, input))
      REQUIRE(told.at(next++) == std::string(v.status) + " " + std::to_string(v.score) + " " + v.reason);
    REQUIRE(next == told.size());
  }
  CHECK(accepted);
  CHECK(broken.state() == straight.state());
}

TEST_CASE("monitor: its days may be called by other numbers") {
  Hours shop{{6}};
  Monitor monitor = trained(shop, 3);
  const std::string before = monitor.state();
  monitor.move_days(7);
  monitor.move_days(-7);
  CHECK(monitor.state() == before);
  monitor.move_days(21);  // three weeks later by the calendar: Sundays are closed there too
  for (std::int64_t t = next_minute(monitor), end = t + 7 * 1440; t < end; ++t)
    REQUIRE(alerts(step(monitor, t, shop.minute(t))) == 0);
}
