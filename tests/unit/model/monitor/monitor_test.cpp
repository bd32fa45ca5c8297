// SPDX-License-Identifier: MIT
// Behaviour of the monitor as a whole; "invariant" numbers are those of docs/monitor.md section 13.
#include "model/monitor/monitor.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "base/reason.hpp"
#include "shop.hpp"

using namespace pos;
using namespace pos::model;
using namespace pos::model::test;
using doctest::Approx;

TEST_CASE("monitor: leading minutes without transactions are skipped") {
  Monitor monitor;
  CHECK(step(monitor, 5, {}).empty());
  CHECK(step(monitor, 6, {{"approved", 0}}).empty());
  CHECK_FALSE(monitor.last_minute().has_value());
  CHECK(step(monitor, 7, {{"approved", 3}}).size() == 1);
  CHECK(monitor.last_minute() == 7);
}

TEST_CASE("monitor: verdicts come in order of first appearance, the volume first") {
  Monitor monitor;
  step(monitor, 0, {{"denied", 1}, {"approved", 9}});
  const auto verdicts = step(monitor, 1, {{"failed", 1}, {"denied", 2}, {"approved", 9}});
  REQUIRE(verdicts.size() == 3);
  CHECK(verdicts[0].status == "approved");
  CHECK(verdicts[1].status == "denied");
  CHECK(verdicts[2].status == "failed");
  CHECK(verdicts[1].count == 2);
}

TEST_CASE("monitor: a report holds what was asked for, and changes nothing else") {
  Shop shop;
  Monitor rows = trained(shop, 2);
  Monitor alerts_only = rows;
  Monitor nothing = rows;
  for (std::int64_t t = 2 * 1440; t < 2 * 1440 + 600; ++t) {
    Counts counts = shop.minute(t);
    if (t % 100 > 90) counts.push_back({"denied", 60});
    const auto all = step(rows, t, counts);
    const auto some = step(alerts_only, t, counts, Report::alerts);
    CHECK(step(nothing, t, counts, Report::nothing).empty());
    CHECK(alerts(all) == static_cast<int>(some.size()));
    for (const Kept& v : some) CHECK(v == *find(all, v.status));
  }
  CHECK(rows.state() == alerts_only.state());
  CHECK(rows.state() == nothing.state());
}

TEST_CASE("invariant 2: the order of rows within a minute changes no verdict") {
  Shop shop;
  Monitor straight = trained(shop, 1);
  Monitor reversed = straight;
  for (std::int64_t t = 1440; t < 1440 + 300; ++t) {
    Counts counts = shop.minute(t, t % 50 < 5 ? 4.0 : 1.0);
    const auto expected = step(straight, t, counts);
    std::ranges::reverse(counts);
    CHECK(step(reversed, t, counts) == expected);
  }
}

TEST_CASE("invariant 3: a row of zero is no row, and a row in two halves is one") {
  Shop shop;
  Monitor plain = trained(shop, 1);
  Monitor padded = plain;
  for (std::int64_t t = 1440; t < 1440 + 300; ++t) {
    const Counts counts = shop.minute(t);
    step(plain, t, counts);
    Counts other{{"failed", 0}, {"denied", 0}};
    for (const auto& [status, count] : counts) {
      other.push_back({status, count / 2});
      other.push_back({status, count - count / 2});
    }
    step(padded, t, other);
  }
  CHECK(plain.state() == padded.state());
}

TEST_CASE("invariant 4: a smaller budget adds no first alert and leaves earlier scores alone") {
  Shop shop;
  const Monitor start = trained(shop, 2);
  std::vector<Counts> minutes;
  for (std::int64_t t = 2880; t < 2880 + 400; ++t) minutes.push_back(shop.minute(t, t > 3200 ? 2.0 : 1.0));
  for (std::size_t j = 250; j < 260; ++j) minutes[j].push_back({"denied", 14});
  const auto first_alert = [&](double budget, std::vector<double>& scores) {
    Monitor monitor = start;
    monitor.set_budget(budget);
    for (std::size_t j = 0; j < minutes.size(); ++j) {
      const auto verdicts = step(monitor, 2880 + static_cast<std::int64_t>(j), minutes[j]);
      if (alerts(verdicts) > 0) return j;
      for (const Kept& v : verdicts) scores.push_back(v.score);
    }
    return minutes.size();
  };
  std::vector<double> lax_scores;
  std::vector<double> strict_scores;
  const auto lax = first_alert(2.0, lax_scores);
  const auto strict = first_alert(0.01, strict_scores);
  CHECK(lax >= 250);
  CHECK(lax <= strict);
  REQUIRE(strict_scores.size() >= lax_scores.size());
  CHECK(std::equal(lax_scores.begin(), lax_scores.end(), strict_scores.begin()));
}

TEST_CASE("invariant 5: a count equal to its expectation has a score below 0") {
  Shop shop = flat_shop();
  Monitor monitor = trained(shop, 2);
  for (std::int64_t t = 2880; t < 2880 + 120; ++t) {
    for (const Kept& v : step(monitor, t, average())) {
      CHECK(v.score < 0);
      CHECK_FALSE(v.alert);
      CHECK(v.severity == Severity::none);
      CHECK(v.reason.empty());
    }
  }
}

TEST_CASE("invariant 6: doubling every count for half an hour alerts no ratio status") {
  Shop shop;
  Monitor monitor = trained(shop, 3);
  std::int64_t t = run_to_noon(monitor, shop, 3);
  for (const std::int64_t end = t + 30; t < end; ++t) {
    for (const Kept& v : step(monitor, t, shop.minute(t, 2.0))) {
      if (v.status != "approved") CHECK_FALSE(v.alert);
    }
  }
}

TEST_CASE("invariant 7: total silence alerts the volume at once and says since when") {
  Shop shop = flat_shop();
  Monitor monitor = trained(shop, 3);
  std::int64_t t = run_to_noon(monitor, shop, 3);
  const auto verdicts = step(monitor, t, {});
  REQUIRE(verdicts.size() == 1);
  CHECK(verdicts[0].status == "approved");
  CHECK(verdicts[0].count == 0);
  CHECK(verdicts[0].alert);
  CHECK(verdicts[0].reason.starts_with("no data since 12:00, "));
  step(monitor, t + 1, {});
  const auto third = step(monitor, t + 2, {});
  REQUIRE_FALSE(third.empty());
  CHECK(third[0].severity == Severity::critical);  // 90 transactions missing
  CHECK(third[0].reason.starts_with("no data since 12:00, "));
}

TEST_CASE("monitor: the words of a silence are of its own minutes") {
  Shop shop = flat_shop();  // 30 a minute
  Monitor monitor = trained(shop, 3);
  std::int64_t t = run_to_noon(monitor, shop, 3);
  for (int minutes = 1; minutes <= 40; ++minutes) {
    CAPTURE(minutes);
    const auto verdicts = step(monitor, t++, {});
    REQUIRE_FALSE(verdicts.empty());
    const std::string& reason = verdicts[0].reason;
    const int told = std::min(minutes, 30);  // no more is kept
    CHECK(reason.ends_with(" expected in " + std::to_string(told) + " min"));
    const auto expected = pos::expected_a_minute(reason);
    REQUIRE(expected);
    CHECK(*expected == doctest::Approx(verdicts[0].expected).epsilon(0.1));
  }
}

TEST_CASE("monitor: a fall that ends in silence is told as a fall until the silence is most of it") {
  Shop shop = flat_shop();
  Monitor monitor = trained(shop, 3);
  std::int64_t t = run_to_noon(monitor, shop, 3);
  for (int minutes = 0; minutes < 10; ++minutes) step(monitor, t++, {{"approved", 12}, {"denied", 1}});
  const auto words = [&] { return step(monitor, t++, {}).at(0).reason; };
  const std::string first = words();  // 108 came in ten minutes, 300 were expected: a minute is 30 of these 192
  CHECK(first.starts_with("below: 108 in 10 min, "));
  CHECK(first.ends_with("; no data since 12:10"));
  words();
  CHECK(words().starts_with("no data since 12:10, "));  // 3 minutes, all empty
}

TEST_CASE("monitor: an empty minute of a quiet hour is not the reason of a fall") {
  Shop shop = flat_shop();
  shop.approved = 2;
  Monitor monitor = trained(shop, 3);
  std::int64_t t = run_to_noon(monitor, shop, 3);
  for (int minutes = 0; minutes < 60; ++minutes) {  // one in ten minutes where 20 are expected
    const bool any = minutes % 10 == 5;
    for (const Kept& v : step(monitor, t++, any ? Counts{{"approved", 1}} : Counts{})) {
      CAPTURE(v.reason);
      if (v.alert && minutes % 10 == 6) CHECK(v.reason.find("no data") == std::string::npos);
    }
  }
}

TEST_CASE("monitor: a fall of the volume with other rows present is not called silence") {
  Shop shop = flat_shop();
  Monitor monitor = trained(shop, 3);
  const std::int64_t t = run_to_noon(monitor, shop, 3);
  const auto verdicts = step(monitor, t, {{"denied", 3}});
  REQUIRE(find(verdicts, "approved") != nullptr);
  CHECK(find(verdicts, "approved")->alert);
  CHECK(find(verdicts, "approved")->reason.starts_with("below: 0 in 1 min, "));
}

TEST_CASE("invariant 8: a new stream does not alert in its first 40 minutes") {
  Monitor monitor;
  Noise noise(2);
  for (std::int64_t t = 0; t < 40; ++t) {
    for (const Kept& v : step(monitor, t, {{"approved", noise.below(1000)}, {"denied", noise.below(500) + 1}})) {
      CHECK_FALSE(v.alert);
      CHECK(v.score == -9.0);
    }
  }
}

TEST_CASE("invariant 10: a closed shop gives no alert, nor do a few early sales") {
  // Open 08:00 to 20:00.
  Monitor monitor;
  Shop shop = flat_shop();
  const auto counts = [&](std::int64_t t) {
    const int m = minute_of_day(t);
    return m >= 480 && m < 1200 ? shop.minute(t) : Counts{};
  };
  std::int64_t t = 480;
  for (; t < 5 * 1440; ++t) step(monitor, t, counts(t));
  for (; t < 5 * 1440 + 465; ++t) CHECK(alerts(step(monitor, t, counts(t))) == 0);
  for (; t < 5 * 1440 + 480; ++t) {
    CHECK(alerts(step(monitor, t, {{"approved", t % 3 == 0 ? 2U : 1U}})) == 0);
  }
  for (; t < 6 * 1440; ++t) CHECK(alerts(step(monitor, t, counts(t))) == 0);
}

TEST_CASE("invariant 11: after an episode half an hour as expected gives no alert") {
  Shop shop = flat_shop();
  Monitor monitor = trained(shop, 3);
  std::int64_t t = run_to_noon(monitor, shop, 3);
  for (const std::int64_t end = t + 20; t < end; ++t) {
    CHECK(alerts(step(monitor, t, {{"approved", 30}, {"denied", 40}})) == 1);
  }
  for (const std::int64_t end = t + 10; t < end; ++t) step(monitor, t, average());
  for (const std::int64_t end = t + 30; t < end; ++t) CHECK(alerts(step(monitor, t, average())) == 0);
}

TEST_CASE("monitor: minutes left out are a pause, not an outage") {
  Shop shop = flat_shop();
  Monitor monitor = trained(shop, 3);
  const std::int64_t a_year_later = (3 + 365) * std::int64_t{1440};
  for (std::int64_t t = a_year_later; t < a_year_later + 120; ++t) {
    CHECK(alerts(step(monitor, t, shop.minute(t))) == 0);
  }
}

TEST_CASE("monitor: the first failure ever is surprising after days without one") {
  Shop shop = flat_shop();
  Monitor monitor = trained(shop, 4);
  const std::int64_t t = 4 * 1440;
  const auto verdicts = step(monitor, t, {{"approved", 30}, {"denied", 4}, {"reversed", 6}});
  REQUIRE(find(verdicts, "reversed") != nullptr);
  CHECK(find(verdicts, "reversed")->alert);
  CHECK(find(verdicts, "reversed")->expected < 0.01);
}

TEST_CASE("monitor: a history without the volume status shows, and the sum of all does instead") {
  Monitor by_name;
  MonitorParameters p;
  p.volume = std::string(every_status);
  Monitor by_sum(p);
  for (std::int64_t t = 0; t < 60; ++t) {
    step(by_name, t, {{"ok", 10}, {"no", 2}});
    const auto verdicts = step(by_sum, t, {{"ok", 10}, {"no", 2}});
    CHECK(verdicts.size() == 2);                                          // "*" itself has no row
    if (t == 59) CHECK(verdicts[0].expected == Approx(10).epsilon(0.2));  // of 12 in all
  }
  CHECK_FALSE(by_name.volume_seen());
  CHECK(by_sum.volume_seen());
  for (std::int64_t t = 60; t < 63; ++t) step(by_sum, t, {});
  const auto silent = step(by_sum, 63, {});
  REQUIRE_FALSE(silent.empty());
  CHECK(silent[0].status == "*");
  CHECK(silent[0].reason.starts_with("no data since 01:00"));
}

TEST_CASE("monitor: a thousand statuses are watched, the others as one") {
  Monitor monitor;
  for (std::int64_t t = 0; t < 20; ++t) {
    Counts counts{{"approved", 5}};
    for (int j = 0; j < 100; ++j) counts.push_back({"s" + std::to_string(t * 100 + j), 1});
    const auto verdicts = step(monitor, t, counts);
    if (t == 19) {
      REQUIRE(verdicts.size() == 2);
      CHECK(verdicts[1].status == "(other)");
      CHECK(verdicts[1].count == 100);
    }
  }
  CHECK(monitor.statuses() == 1001);
  CHECK(Monitor::from_state(monitor.state()).state() == monitor.state());
}

TEST_CASE("monitor: counts of 2^53 and more are survived with finite numbers") {
  for (const char* volume : {"approved", "*"}) {
    MonitorParameters p;
    p.volume = volume;
    Monitor monitor(p);
    Noise noise(9);
    for (std::int64_t t = 0; t < 3 * 1440; ++t) {
      Counts counts;
      for (const char* status : {"approved", "denied", "failed"}) {
        const std::uint64_t sizes[] = {0, 1, max_count, UINT64_MAX, 1000};
        counts.push_back({status, sizes[noise.below(5)]});
      }
      for (const Kept& v : step(monitor, t, counts)) {
        CHECK(std::isfinite(v.score));
        CHECK(std::isfinite(v.expected));
        CHECK(v.count <= max_count);
      }
    }
    CHECK(Monitor::from_state(monitor.state()).state() == monitor.state());
  }
}

TEST_CASE("monitor: statuses with no volume at all, then a huge one, are survived") {
  Monitor monitor;
  for (std::int64_t t = 0; t < 2 * 1440; ++t) step(monitor, t, {{"denied", max_count}});
  for (std::int64_t t = 2 * 1440; t < 4 * 1440; ++t) {
    for (const Kept& v : step(monitor, t, {{"approved", max_count}, {"denied", 1}})) {
      CHECK(std::isfinite(v.score));
    }
  }
  CHECK(Monitor::from_state(monitor.state()).state() == monitor.state());
}

TEST_CASE("monitor: a broken order or an unknown status is the caller's bug") {
  Monitor monitor;
  step(monitor, 10, {{"approved", 1}});
  CHECK_THROWS_AS(monitor.step(10, {}), std::invalid_argument);
  CHECK_THROWS_AS(monitor.step(9, {}), std::invalid_argument);
  CHECK_THROWS_AS(monitor.step(INT64_MAX, {}), std::invalid_argument);
  CHECK_THROWS_AS(monitor.step(INT64_MIN, {}), std::invalid_argument);
  const StatusCount unknown{7, 1};
  CHECK_THROWS_AS(monitor.step(11, {&unknown, 1}), std::invalid_argument);
  CHECK_THROWS_AS(monitor.set_budget(-1), std::invalid_argument);
  CHECK_THROWS_AS(monitor.set_grace(6), std::invalid_argument);
  CHECK(monitor.last_minute() == 10);
}

TEST_CASE("monitor: a count that no incident explains alerts in its own minute, and is as if it had not been") {
  Shop shop = flat_shop();
  std::int64_t t = 0;
  Monitor monitor;
  SUBCASE("without a daily curve") {
    for (; t < 100; ++t) step(monitor, t, shop.minute(t));
  }
  SUBCASE("with one") {
    for (; t < 2 * minutes_per_day + noon; ++t) step(monitor, t, shop.minute(t));
  }
  for (const char* status : {"approved", "denied"}) {
    CAPTURE(status);
    Monitor clean = monitor;
    Monitor spoilt = monitor;
    Counts garbage = average();
    for (auto& [name, count] : garbage) count *= name == status ? 100'000 : 1;
    step(clean, t, average());
    const auto verdicts = step(spoilt, t, garbage);
    CHECK(find(verdicts, status)->alert);
    CHECK(alerts(verdicts) == 1);
    for (std::int64_t later = t + 1; later < t + 60; ++later) {
      const auto expected = step(clean, later, average());
      const auto got = step(spoilt, later, average());
      REQUIRE(alerts(got) == 0);
      REQUIRE(find(got, "denied")->expected == Approx(find(expected, "denied")->expected).epsilon(0.05));
    }
    // A rise is seen through it.
    CHECK(alerts(step(spoilt, t + 60, {{"approved", 30}, {"denied", 40}})) == 1);
  }
}

TEST_CASE("monitor: business that stays a thousand times larger is believed in the end") {
  Shop shop = flat_shop();
  std::int64_t t = 0;
  Monitor monitor;
  SUBCASE("without a daily curve") {
    for (; t < 100; ++t) step(monitor, t, shop.minute(t));
  }
  SUBCASE("with one") {
    for (; t < minutes_per_day + noon; ++t) step(monitor, t, shop.minute(t));
  }
  for (const std::int64_t end = t + 600; t < end; ++t) step(monitor, t, average(1000));
  const auto verdicts = step(monitor, t, average(1000));
  CHECK(alerts(verdicts) == 0);
  CHECK(find(verdicts, "approved")->expected == Approx(30'000).epsilon(0.1));
}
