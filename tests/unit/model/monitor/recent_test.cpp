// SPDX-License-Identifier: MIT
#include "model/monitor/recent.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>

#include "shop.hpp"

using namespace pos::model;
using doctest::Approx;

namespace {

// Minutes with count 1, 2, ... n, high 2, low 0.5, middle 1, curve 0.25.
Recent minutes(int n) {
  Recent recent;
  for (int j = 1; j <= n; ++j) recent.push({static_cast<double>(j), 2.0, 0.5, 1.0}, 0.25);
  return recent;
}

// The plain version: all is added up anew, newest first, the longest window in two halves.
struct Plain {
  std::deque<Observed> minutes;

  void push(const Observed& minute) {
    minutes.push_front(minute);
    minutes.resize(longest_window);
  }
  [[nodiscard]] double sum(double Observed::*value, std::size_t from, std::size_t to) const {
    double sum = 0.0;
    for (std::size_t j = from; j < to; ++j) sum += minutes[j].*value;
    return sum;
  }
  [[nodiscard]] PerWindow sums(double Observed::*value, double least) const {
    const double last_3 = minutes[0].*value + sum(value, 1, 3);
    const double last_10 = last_3 + sum(value, 3, 10);
    const double last_30 = last_10 + (sum(value, 10, 20) + sum(value, 20, 30));
    return {std::max(minutes[0].*value, least), std::max(last_3, least), std::max(last_10, least),
            std::max(last_30, least)};
  }
};

bool same(const WindowSums& sums, const Plain& plain) {
  return sums.count == plain.sums(&Observed::count, 0.0) && sums.high == plain.sums(&Observed::high, 1e-4) &&
         sums.low == plain.sums(&Observed::low, 1e-4) && sums.middle == plain.sums(&Observed::middle, 1e-4);
}

Observed some_minute(test::Noise& noise) {
  const auto some = [&noise] { return static_cast<double>(noise.below(1000)) / 7.0; };
  return {some(), some(), some(), some()};
}

}  // namespace

TEST_CASE("recent: what is kept of older minutes changes no bit of a sum") {
  test::Noise noise(11);
  Recent recent;
  Plain plain;
  for (int t = 0; t < 2000; ++t) {
    const Observed minute = some_minute(noise);
    recent.push(minute);
    plain.push(minute);
    if (noise.below(50) == 0) {
      recent.forget_newest(Reference::high);
      plain.minutes.front().count = plain.minutes.front().high;
    }
    if (noise.below(100) == 0) {
      recent.forget(Reference::low);
      for (Observed& m : plain.minutes) m.count = m.low;
    }
    if (noise.below(300) == 0) {
      recent.clear();
      plain = {};
      continue;
    }
    REQUIRE(same(recent.sums(), plain));
  }
}

TEST_CASE("recent: minutes that nobody summed up are summed up when somebody asks") {
  test::Noise noise(12);
  Recent recent;
  Plain plain;
  for (int t = 0; t < 45; ++t) {
    const Observed minute = some_minute(noise);
    recent.put_newest(minute);
    plain.push(minute);
  }
  recent.sum_up_anew();
  CHECK(same(recent.sums(), plain));
  for (int t = 0; t < 25; ++t) {
    const Observed minute = some_minute(noise);
    recent.push(minute);
    plain.push(minute);
    REQUIRE(same(recent.sums(), plain));
  }
}

TEST_CASE("recent: the curve in no certain order is the curve but for rounding") {
  test::Noise noise(13);
  Recent recent;
  for (int t = 0; t < 100; ++t) {
    recent.push(some_minute(noise), static_cast<double>(noise.below(1000)) / 7.0);
    REQUIRE(recent.curve_about() == Approx(recent.curve()).epsilon(1e-14));
  }
}

TEST_CASE("recent: windows complete one after the other") {
  CHECK(Recent{}.complete() == 0);
  CHECK(minutes(1).complete() == 1);
  CHECK(minutes(2).complete() == 1);
  CHECK(minutes(3).complete() == 2);
  CHECK(minutes(9).complete() == 2);
  CHECK(minutes(10).complete() == 3);
  CHECK(minutes(29).complete() == 3);
  CHECK(minutes(30).complete() == 4);
  CHECK(minutes(1000).complete() == 4);
}

TEST_CASE("recent: sums are of the newest minutes, however often the ring went round") {
  for (const int n : {30, 31, 59, 60, 61, 100}) {
    const Recent recent = minutes(n);
    for (std::size_t w = 0; w < windows.size(); ++w) {
      double sum = 0;
      for (int j = 0; j < windows[w]; ++j) sum += n - j;
      CHECK(recent.sums()[w].count == sum);
      CHECK(recent.sums()[w].high == 2.0 * windows[w]);
      CHECK(recent.sums()[w].low == 0.5 * windows[w]);
      CHECK(recent.sums()[w].middle == windows[w]);
    }
  }
}

TEST_CASE("recent: what is forgotten of a fall is at least what the curve expects") {
  Recent recent;
  for (int j = 0; j < 40; ++j) recent.push({0, 9, 1, 5}, j < 35 ? 7 : 0.5);
  CHECK(recent.curve() == 25 * 7 + 5 * 0.5);
  recent.forget(Reference::low);
  CHECK(recent.sums()[3].count == 25 * 7 + 5 * 1);
}

TEST_CASE("recent: a reference is never zero") {
  Recent recent;
  recent.push({5, 0, 0, 0});
  CHECK(recent.sums()[0].high == 1e-4);
  CHECK(recent.sums()[0].low == 1e-4);
}

TEST_CASE("recent: forgetting leaves what was expected") {
  Recent recent = minutes(40);
  recent.forget(Reference::high);
  CHECK(recent.sums()[3].count == recent.sums()[3].high);
  recent.push({9, 2, 0.5, 1});
  CHECK(recent.sums()[1].count == 9 + 2 + 2);
  recent.forget(Reference::low);
  CHECK(recent.sums()[3].count == Approx(recent.sums()[3].low));
}

TEST_CASE("recent: cleared is empty") {
  Recent recent = minutes(40);
  recent.clear();
  CHECK(recent.complete() == 0);
  recent.push({9, 2, 0.5, 1});
  CHECK(recent.sums()[3].count == 9);
}
