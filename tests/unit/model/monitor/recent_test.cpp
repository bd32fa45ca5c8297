// SPDX-License-Identifier: MIT
#include "model/monitor/recent.hpp"

#include <doctest/doctest.h>

using namespace pos::model;
using doctest::Approx;

namespace {

// Minutes with count 1, 2, ... n, high 2, low 0.5, middle 1, curve 0.25.
Recent minutes(int n) {
  Recent recent;
  for (int j = 1; j <= n; ++j) recent.push({static_cast<double>(j), 2.0, 0.5, 1.0}, 0.25);
  return recent;
}

}  // namespace

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
