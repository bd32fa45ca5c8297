// SPDX-License-Identifier: MIT
// What lasts, and what becomes of it; "invariant" numbers are those of docs/monitor.md section 13.
#include <doctest/doctest.h>

#include <string>

#include "base/reason.hpp"
#include "model/monitor/monitor.hpp"
#include "shop.hpp"

using namespace pos;
using namespace pos::model;
using namespace pos::model::test;

TEST_CASE("invariant 12: a level shift is accepted after 300 minutes of hits") {
  Shop shop = flat_shop();
  Monitor monitor = trained(shop, 3);
  std::int64_t t = run_to_noon(monitor, shop, 3);
  int hits = 0;
  for (const std::int64_t end = t + 600; t < end; ++t) {
    const auto verdicts = step(monitor, t, {{"approved", 30}, {"denied", 24}});
    hits += find(verdicts, "denied")->alert ? 1 : 0;
    if (!find(verdicts, "denied")->alert) continue;
    CHECK(pos::taken_as_normal_at(find(verdicts, "denied")->reason).empty() == (hits < 300));
    if (hits == 300) CHECK(find(verdicts, "denied")->reason.ends_with(" times what the week taught"));
  }
  CHECK(hits >= 300);
  CHECK(hits <= 330);
}

TEST_CASE("invariant 12: a fall of the volume is accepted after a day of alerts, not before") {
  Shop shop = flat_shop();
  Monitor monitor = trained(shop, 3);
  std::int64_t t = run_to_noon(monitor, shop, 3);
  int hits = 0;
  for (const std::int64_t end = t + 4000; t < end; ++t) {
    const auto verdicts = step(monitor, t, {{"approved", t % 10 == 0 ? 1U : 3U}, {"denied", 1}});
    const Kept* approved = find(verdicts, "approved");
    hits += approved->alert ? 1 : 0;
    if (approved->alert) REQUIRE(pos::taken_as_normal_at(approved->reason).empty() == (hits < 1440));
    if (hits == 1440) CHECK(pos::taken_as_normal_at(approved->reason).ends_with(" % of what the week taught"));
  }
  CHECK(hits > 2000);  // as the curve has it, it is as far below as before
  // Nothing at all is news again, and what comes back is no rise.
  bool news = false;
  for (const std::int64_t end = t + 31; t < end; ++t) {
    const auto verdicts = step(monitor, t, {});
    news = news || (alerts(verdicts) > 0 && pos::taken_as_normal_at(verdicts[0].reason).empty());
  }
  CHECK(news);
  for (const std::int64_t end = t + 600; t < end; ++t) {
    for (const Kept& v : step(monitor, t, shop.minute(t))) CHECK_FALSE((v.alert && v.reason.starts_with("above")));
  }
  int again = 0;
  for (const std::int64_t end = t + 60; t < end; ++t) {
    const auto verdicts = step(monitor, t, {{"approved", 3}, {"denied", 1}});
    again += find(verdicts, "approved")->alert && pos::taken_as_normal_at(verdicts[0].reason).empty() ? 1 : 0;
  }
  CHECK(again > 30);  // after business was back a fall is one
}

TEST_CASE("monitor: that nothing comes at all is taken as normal by nobody") {
  for (const int days : {0, 3}) {  // without a daily curve, and with one
    CAPTURE(days);
    Shop shop = flat_shop();
    Monitor monitor = trained(shop, days);
    std::int64_t t = days > 0 ? run_to_noon(monitor, shop, days) : 0;
    for (const std::int64_t end = t + 100; t < end; ++t) step(monitor, t, shop.minute(t));
    int told = 0;
    for (const std::int64_t end = t + 2000; t < end; ++t) {
      for (const Kept& v : step(monitor, t, {})) {
        if (v.status != "approved") continue;
        told += v.alert ? 1 : 0;
        REQUIRE(pos::taken_as_normal_at(v.reason).empty());
      }
    }
    CHECK(told > 300);
  }
}

TEST_CASE("monitor: a fall of a shop that closes each day is told for two weeks, and never as taken as normal") {
  Hours shop;  // 720 minutes a day
  Monitor monitor = trained(shop, 2);
  std::int64_t t = next_minute(monitor);
  for (int day = 0; day < 21; ++day) {
    CAPTURE(day);
    int told = 0;
    for (const std::int64_t end = t + minutes_per_day; t < end; ++t) {
      for (const Kept& v : step(monitor, t, shop.minute(t, 0.15))) {
        if (v.status != "approved") continue;
        told += v.alert ? 1 : 0;
        REQUIRE(pos::taken_as_normal_at(v.reason).empty());
      }
    }
    if (day < 14)
      CHECK(told > 600);
    else
      CHECK(told < 10);  // the curve has followed
  }
}
