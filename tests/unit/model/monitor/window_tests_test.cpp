// SPDX-License-Identifier: MIT
#include "model/monitor/window_tests.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "shop.hpp"

using namespace pos::model;
using doctest::Approx;

namespace {

const MonitorParameters defaults;

// A status whose last minutes had this count and were expected to have these.
WatchedStatus watched(Role role, double count, double high, double low, int minutes = 1) {
  WatchedStatus status(defaults, role);
  status.now.rate_spread2 = 0.01;
  for (int j = 0; j < minutes; ++j) status.recent.push({count, high, low, low}, low);
  return status;
}

// Its forecasts have always been right: spreads at their floor.
void calm_down(WatchedStatus& status) {
  for (int t = 0; t < 3000; ++t) {
    for (std::size_t w = 0; w < windows.size(); ++w) {
      status.spread.learn(w, 1000.0 * windows[w], 1000.0 * windows[w], 0.0);
    }
  }
  status.now.rate_spread2 = 0.0;
}

WindowTests tests(bool has_profile, const MonitorParameters& p = defaults) {
  WindowTests tests(p);
  tests.set_stream(5, has_profile ? std::optional(7.0) : std::nullopt);
  return tests;
}

const double chances = std::log10(1440.0 * 5 * 4);  // of the 1 and 3 minute windows

}  // namespace

TEST_CASE("window_tests: a score is surprise less the chances of a day") {
  const auto result = tests(true).assess(watched(Role::other, 60, 20, 20));
  // spread2 of the 1 minute window: prior 0.016, plus 0.01 of the drift
  const double score = surprise(60, 20, 0.026, Side::above) - chances;
  CHECK(result.score == Approx(score));
  CHECK(result.hit == Approx(score));
  CHECK(result.short_hit == Approx(score));
  CHECK(result.best.window == 1);
  CHECK(result.best.side == Side::above);
}

TEST_CASE("window_tests: nothing off its reference has the lowest score, and no hit") {
  const auto result = tests(true).assess(watched(Role::other, 20, 20, 20));
  CHECK(result.score == Approx(-chances));
  CHECK(result.hit == Assessment::none);
  CHECK(result.best.window == 0);
}

TEST_CASE("window_tests: between low and high nothing is odd") {
  CHECK(tests(true).assess(watched(Role::volume, 50, 90, 10)).best.window == 0);
}

TEST_CASE("window_tests: invariant 5, the score grows with the distance on either side") {
  double before = -100;
  for (int count = 31; count < 200; ++count) {
    const double score = tests(true).assess(watched(Role::other, count, 30, 30)).score;
    // but for the step at two standard deviations (docs/monitor.md 11), here below 0.2
    CHECK(score >= before - 0.2);
    before = std::max(before, score);
  }
  before = -100;
  for (int count = 299; count >= 0; --count) {
    const double score = tests(true).assess(watched(Role::volume, count, 300, 300)).score;
    CHECK(score >= before - 0.2);
    before = std::max(before, score);
  }
}

TEST_CASE("window_tests: a small change may rank but not alert") {
  // 1,250 instead of 1,000 for ten minutes: 25 % is below min_change
  auto steady = watched(Role::other, 1250, 1000, 1000, 10);
  calm_down(steady);
  const auto result = tests(true).assess(steady);
  CHECK(result.score == Approx(defaults.threshold() - 0.01));
  CHECK(result.hit == Assessment::none);
  // 2 transactions are below min_excess, however rare
  CHECK(tests(true).assess(watched(Role::other, 2, 1e-4, 1e-4)).hit == Assessment::none);
}

TEST_CASE("window_tests: falls of another status are tested over at most three minutes") {
  auto other = watched(Role::other, 20, 40, 40, 30);
  auto volume = watched(Role::volume, 20, 40, 40, 30);
  calm_down(other);
  calm_down(volume);
  CHECK(tests(true).assess(other).best.window == 3);
  CHECK(tests(true).assess(other).best.side == Side::below);
  CHECK(tests(true).assess(volume).best.window == 30);
}

TEST_CASE("window_tests: of a status that is nearly gone long windows say so too") {
  auto rare = watched(Role::other, 0, 0.8, 0.8, 30);  // 2.4 in three minutes: too few to miss
  calm_down(rare);
  CHECK(tests(true).assess(rare).best.window == 30);
  CHECK(tests(true).assess(rare).hit > defaults.threshold());
  auto tenth = watched(Role::other, 0.1, 0.8, 0.8, 30);  // an eighth is left
  calm_down(tenth);
  CHECK(tests(true).assess(tenth).hit == Assessment::none);
}

TEST_CASE("window_tests: two thirds of the smallest change are enough where it lasts for half an hour") {
  auto lasting = watched(Role::other, 1250, 1000, 1000, 30);
  calm_down(lasting);
  CHECK(tests(true).assess(lasting).hit > defaults.threshold());
  CHECK(tests(true).assess(lasting).short_hit == Assessment::none);
}

TEST_CASE("window_tests: below the curve whatever the levels have learned") {
  WatchedStatus status(defaults, Role::volume);
  for (int j = 0; j < 30; ++j) status.recent.push({0.0, 20.0, 0.1, 0.1}, 20.0);  // low follows the outage
  const auto result = tests(true).assess(status);
  CHECK(result.hit > defaults.threshold());
  CHECK(result.hit_side == Side::below);
  CHECK(result.best.mean == Approx(600));
  CHECK_FALSE(tests(true).unsurprising(status));
  CHECK(tests(false).assess(status).hit < 0);
  // Half of a day's business is no news: 1 - 1 / contrast must be missing.
  WatchedStatus half(defaults, Role::volume);
  for (int j = 0; j < 30; ++j) half.recent.push({10.0, 20.0, 10.0, 10.0}, 20.0);
  CHECK(tests(true).assess(half).hit == Assessment::none);
}

TEST_CASE("window_tests: the volume's rises need a profile, and more than the contrast") {
  const auto tripled = watched(Role::volume, 3000, 1000, 1000);
  CHECK(tests(false).assess(tripled).best.window == 0);
  // spread2 is spread_prior^2 + 0.01 there: the tail at three times the mean
  CHECK(tests(true).assess(tripled).score == Approx(surprise(3000, 1000, 0.17, Side::above) - chances));
  CHECK(tests(true).assess(watched(Role::volume, 2400, 1000, 1000)).hit == Assessment::none);
}

TEST_CASE("window_tests: the short cut never hides a hit") {
  // The plain assessment is the oracle; budgets up to the absurd, where even the ordinary alerts.
  test::Noise noise(5);
  for (const double budget : {0.001, 0.5, 30.0, 1000.0, 1e6}) {
    MonitorParameters p;
    p.budget = budget;
    for (int j = 0; j < 4000; ++j) {
      const auto low = static_cast<double>(noise.poisson(20));
      const double high = low + static_cast<double>(noise.poisson(3));
      const Role role = noise.below(2) == 0 ? Role::volume : Role::other;
      WatchedStatus status(p, role);
      status.now.rate_spread2 = 0.02;
      for (int m = 0; m < 30; ++m) {
        const auto count = static_cast<double>(noise.poisson(noise.below(8) == 0 ? 45 : 20));
        status.recent.push({count, high, low, low}, low + static_cast<double>(noise.below(30)));
      }
      const WindowTests t = tests(noise.below(2) == 0, p);
      if (t.unsurprising(status)) REQUIRE(t.assess(status).hit < p.threshold());
    }
  }
}

TEST_CASE("window_tests: what is left out of an assessment changes neither score nor hit") {
  test::Noise noise(6);
  for (int j = 0; j < 20000; ++j) {
    MonitorParameters p;
    p.budget = std::array{1e-3, 0.5, 30.0, 1e3, 1e5}[noise.below(5)];
    WatchedStatus status(p, noise.below(2) == 0 ? Role::volume : Role::other);
    status.now.rate_spread2 = 0.01;
    status.now.garbage = noise.below(10) == 0;
    const double busy = std::array{0.02, 0.5, 3.0, 20.0, 300.0}[noise.below(5)];
    const auto curve = static_cast<double>(noise.below(3));
    const double odd = std::array{0.0, 0.5, 1.0, 1.0, 1.3, 4.0}[noise.below(6)];
    for (std::size_t m = 0; m < 28 + noise.below(5); ++m) {
      const double low = busy * (1 + static_cast<double>(noise.below(10)) / 70.0);
      const auto count = static_cast<double>(noise.poisson(busy * (m > 25 ? odd : 1.0)));
      status.recent.push({count, low * (1 + static_cast<double>(noise.below(4)) / 9.0), low, low}, low * curve);
    }
    if (noise.below(4) == 0) status.forget();  // counts are the curve then, and differ from it by rounding
    const WindowTests t = tests(noise.below(2) == 0, p);
    const Assessment each = t.assess_each(status);
    const Assessment quick = t.assess(status);
    const auto same = [&](double a, double b) { return a >= p.threshold() || b >= p.threshold() ? a == b : true; };
    REQUIRE(quick.score == each.score);
    REQUIRE(quick.best.window == each.best.window);
    REQUIRE(quick.best.side == each.best.side);
    REQUIRE(quick.best.mean == each.best.mean);
    REQUIRE(same(quick.hit, each.hit));
    REQUIRE(same(quick.short_hit, each.short_hit));
    if (each.hit >= p.threshold()) REQUIRE(quick.hit_side == each.hit_side);
  }
}
