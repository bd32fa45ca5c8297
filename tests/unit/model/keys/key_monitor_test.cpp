// SPDX-License-Identifier: MIT
// Behaviour of the keys as a whole.
#include "model/keys/key_monitor.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <stdexcept>

#include "market.hpp"

using namespace pos;
using namespace pos::model;
using namespace pos::model::test;
using doctest::Approx;

namespace {

// So many approvals a minute of each key, one denial for ten of them; two days of them teach.
struct Mall {
  std::vector<std::pair<std::string, double>> keys;
  Dice dice{7};
  Watch watch{};

  using Change = std::function<void(std::string_view key, double& approved, double& denied)>;
  std::span<const KeyAlert> minute(std::int64_t t, const Change& change = {}) {
    for (const auto& [name, mean] : keys) {
      double approved = mean;
      double denied = mean / 10;
      if (change) change(name, approved, denied);
      watch.add(name, "approved", dice.poisson(approved));
      watch.add(name, "denied", dice.poisson(denied));
    }
    return watch.step(t);
  }
  // The next minute.
  std::int64_t train(int days = 2) {
    for (std::int64_t t = 0; t < days * 1440; ++t) minute(t);
    return days * 1440;
  }
  [[nodiscard]] std::string name(const KeyAlert& alert) const { return watch.keys.name(alert.key); }
  [[nodiscard]] const Verdict* of_whole(std::string_view status) const {
    for (const Verdict& v : watch.verdicts) {
      if (v.alert && v.status == status) return &v;
    }
    return nullptr;
  }
};

Mall three_shops() { return {{{"alfa", 30}, {"bravo", 15}, {"charlie", 5}}}; }

Mall many_shops() {
  Mall mall;
  for (int k = 1; k <= 40; ++k) mall.keys.emplace_back("m" + std::to_string(k), 60.0 / k);
  return mall;
}

}  // namespace

TEST_CASE("keys: a key has a number and a name, a new one at most a million times") {
  KeyMonitor keys({"merchant", "acquirer"});
  CHECK(keys.intern(0, "m17") == 0);
  CHECK(keys.intern(1, "m17") == 1);
  CHECK(keys.intern(0, "m17") == 0);
  CHECK(keys.name(1) == "acquirer=m17");
  CHECK(keys.family(1) == 1);
  CHECK(keys.size() == 2);
  for (std::size_t j = keys.size(); j < max_keys; ++j) static_cast<void>(keys.intern(0, std::to_string(j)));
  CHECK(keys.name(keys.intern(0, "one more")) == "merchant=(other)");
  CHECK(keys.intern(0, "and another") == keys.intern(0, "one more"));
  CHECK(keys.name(keys.intern(1, "one more")) == "acquirer=(other)");
  CHECK(keys.intern(0, "4711") == 4711);
}

TEST_CASE("keys: what is no family and no value is refused") {
  CHECK_THROWS_AS(KeyMonitor({}), std::invalid_argument);
  CHECK_THROWS_AS(KeyMonitor({"a", "b", "c", "d", "e", "f", "g"}), std::invalid_argument);
  CHECK_THROWS_AS(KeyMonitor({"a", "a"}), std::invalid_argument);
  CHECK_THROWS_AS(KeyMonitor({""}), std::invalid_argument);
  KeyMonitor keys({"merchant"});
  CHECK_THROWS_AS(static_cast<void>(keys.intern(0, "")), std::invalid_argument);
  CHECK_THROWS_AS(static_cast<void>(keys.intern(1, "x")), std::invalid_argument);
  CHECK_THROWS_AS(static_cast<void>(keys.intern(0, "a\nb")), std::invalid_argument);
  CHECK_THROWS_AS(keys.set_surcharge(-1), std::invalid_argument);
  CHECK_THROWS_AS(keys.set_surcharge(std::nan("")), std::invalid_argument);
  Monitor whole;
  whole.step(0, std::vector<StatusCount>{{whole.intern("approved"), 1}});
  CHECK_THROWS_AS(keys.step(whole, std::vector<KeyCount>{{0, 0, 1}}), std::invalid_argument);
}

TEST_CASE("keys: nothing is told before the whole has its daily curve, nor on two ordinary days") {
  Mall mall = many_shops();
  int alerts = 0;
  for (std::int64_t t = 0; t < 3 * 1440; ++t) {
    const bool gone = t >= 600 && t < 700;
    alerts += static_cast<int>(mall.minute(t,
                                           [&](auto key, double& approved, double&) {
                                             if (gone && key == "m2") approved = 0;
                                           })
                                   .size());
  }
  CHECK(alerts == 0);
}

TEST_CASE("keys: denials of one key times four are told of it, with its own numbers, and explain the whole's alert") {
  Mall mall = three_shops();
  const std::int64_t begin = mall.train() + 720;
  for (std::int64_t t = 2 * 1440; t < begin; ++t) mall.minute(t);
  int of_alfa = 0;
  int of_whole = 0;
  for (std::int64_t t = begin; t < begin + 20; ++t) {
    const auto alerts = mall.minute(t, [](auto key, double&, double& denied) { denied *= key == "alfa" ? 4 : 1; });
    for (const KeyAlert& alert : alerts) {
      CHECK(mall.name(alert) == "merchant=alfa");
      CHECK(alert.status == mall.watch.denied);
      CHECK(alert.expected == Approx(3.0).epsilon(0.15));  // 30 approved, 1 in 10
      CHECK(alert.has_row);
      CHECK(alert.side == Side::above);
      CHECK(alert.reason.starts_with("above: "));
      ++of_alfa;
    }
    const Verdict* whole = mall.of_whole("denied");
    if (whole == nullptr || alerts.empty()) continue;
    ++of_whole;
    CHECK(mall.watch.keys.explains(*whole));
  }
  CHECK(of_alfa >= 16);
  CHECK(of_whole >= 14);
}

TEST_CASE("keys: of three, one of 10 % that dies is told within nine minutes, and until it is back") {
  Mall mall = three_shops();
  const std::int64_t begin = mall.train() + 720;
  for (std::int64_t t = 2 * 1440; t < begin; ++t) mall.minute(t);
  std::int64_t first = 0;
  int alerts = 0;
  for (std::int64_t t = begin; t < begin + 60; ++t) {
    const auto told = mall.minute(t, [](auto key, double& approved, double& denied) {
      if (key == "charlie") approved = denied = 0;
    });
    for (const KeyAlert& alert : told) {
      CHECK(mall.name(alert) == "merchant=charlie");
      CHECK_FALSE(alert.has_row);
      CHECK(alert.count == 0);
      CHECK(alert.expected == Approx(5.0).epsilon(0.15));
      if (first == 0) first = t;
      ++alerts;
    }
  }
  CHECK(first < begin + 9);
  CHECK(alerts == begin + 60 - first);
  // The last ten minutes show for some more that it was gone.
  for (std::int64_t t = begin + 60; t < begin + 120; ++t) CHECK((mall.minute(t).empty() || t < begin + 66));
}

TEST_CASE("keys: an outage of all is the whole's alone, and so is the time behind it") {
  Mall mall = many_shops();
  const std::int64_t begin = mall.train() + 720;
  for (std::int64_t t = 2 * 1440; t < begin; ++t) mall.minute(t);
  for (const double left : {0.0, 0.1, 0.5, 1.0}) {
    int of_whole = 0;
    for (std::int64_t t = 0; t < 60; ++t) {
      CHECK(mall.minute(mall.watch.whole.last_minute().value() + 1,
                        [&](auto, double& approved, double& denied) {
                          approved *= left;
                          denied *= left;
                        })
                .empty());
      of_whole += mall.of_whole("approved") != nullptr ? 1 : 0;
    }
    CHECK((of_whole > 20) == (left < 1.0));
  }
}

TEST_CASE("keys: a storm of denials everywhere is the whole's alone") {
  Mall mall = many_shops();
  const std::int64_t begin = mall.train() + 720;
  for (std::int64_t t = 2 * 1440; t < begin; ++t) mall.minute(t);
  int of_whole = 0;
  for (std::int64_t t = begin; t < begin + 90; ++t) {
    CHECK(mall.minute(t, [&](auto, double&, double& denied) { denied *= t < begin + 40 ? 6 : 1; }).empty());
    const Verdict* whole = mall.of_whole("denied");
    if (whole == nullptr) continue;
    ++of_whole;
    CHECK_FALSE(mall.watch.keys.explains(*whole));
  }
  CHECK(of_whole > 30);
}

TEST_CASE("keys: one that is nearly all there is dies: it is told, since the others go on") {
  Mall mall{{{"giant", 90}, {"small", 10}}};
  const std::int64_t begin = mall.train();
  bool told = false;
  for (std::int64_t t = begin; t < begin + 20; ++t) {
    const auto alerts = mall.minute(t, [](auto key, double& approved, double&) { approved *= key == "giant" ? 0 : 1; });
    for (const KeyAlert& alert : alerts) told = told || mall.name(alert) == "merchant=giant";
    const Verdict* whole = mall.of_whole("approved");
    if (whole != nullptr && !alerts.empty()) CHECK(mall.watch.keys.explains(*whole));
  }
  CHECK(told);
}

TEST_CASE("keys: a key that dies is told in the minute in which that is significant") {
  // Of 100 keys one has 30 transactions in half an hour: the least one that is told within it.
  Mall mall;
  mall.keys.emplace_back("slow", 1.0);
  for (int k = 0; k < 99; ++k) mall.keys.emplace_back("m" + std::to_string(k), 0.6);
  const std::int64_t begin = mall.train();
  std::int64_t told = 0;
  for (std::int64_t t = begin; told == 0 && t < begin + 60; ++t) {
    for (const KeyAlert& alert : mall.minute(t, [](auto key, double&approved, double&denied) {
           if (key == "slow") approved = denied = 0;
         })) {
      CHECK(mall.name(alert) == "merchant=slow");
      CHECK(alert.score >= mall.watch.whole.threshold());
      CHECK(alert.score < mall.watch.whole.threshold() + 0.3);  // not much before it would not have been
      told = t;
    }
  }
  CHECK(told >= begin + 10);
  CHECK(told <= begin + 30);
}

TEST_CASE("keys: an incident that lasts is taken as normal: denials after 300 alerts, silence after a day") {
  Mall mall = three_shops();
  const std::int64_t begin = mall.train();
  int denials = 0;
  std::string last;
  for (std::int64_t t = begin; t < begin + 600; ++t) {
    for (const KeyAlert& alert :
         mall.minute(t, [](auto key, double&, double&denied) { denied *= key == "bravo" ? 4 : 1; })) {
      ++denials;
      last = alert.reason;
    }
  }
  CHECK(denials >= 300);
  CHECK(denials < 340);
  CHECK(last.find("taken as normal") != std::string::npos);
  int silent = 0;
  for (std::int64_t t = begin + 600; t < begin + 600 + 1600; ++t) {
    for (const KeyAlert& alert : mall.minute(t, [](auto key, double&approved, double&denied) {
           if (key == "charlie") approved = denied = 0;
         })) {
      if (mall.name(alert) != "merchant=charlie") continue;
      ++silent;
      last = alert.reason;
    }
  }
  CHECK(silent == 1440);
  CHECK(last.starts_with("no data since "));
  CHECK(last.find("taken as normal") != std::string::npos);
}

TEST_CASE("keys: a part of a minute and a closed day tell no silence, and after a gap all begins anew") {
  Mall mall = three_shops();
  const std::int64_t begin = mall.train();
  const auto without_charlie = [&](std::int64_t t, DayKind kind, Extent extent) {
    mall.watch.add("alfa", "approved", mall.dice.poisson(30));
    mall.watch.add("bravo", "approved", mall.dice.poisson(15));
    return mall.watch.step(t, kind, extent).size();
  };
  for (std::int64_t t = begin; t < begin + 30; ++t) {
    CHECK(without_charlie(t, DayKind::closed, Extent::whole) == 0);
  }
  for (std::int64_t t = begin + 30; t < begin + 60; ++t) {
    CHECK(without_charlie(t, DayKind::ordinary, Extent::part) == 0);
  }
  CHECK(without_charlie(begin + 60, DayKind::ordinary, Extent::whole) == 1);
  for (std::int64_t t = begin + 200; t < begin + 202; ++t) {
    CHECK(without_charlie(t, DayKind::ordinary, Extent::whole) == 0);
  }
}

TEST_CASE("keys: minutes whose keys nobody knows tell no silence, teach nothing, and are behind all windows") {
  Mall mall = three_shops();
  const std::int64_t begin = mall.train();
  const auto minute = [&](std::int64_t t, KeyRows rows) {
    std::vector<StatusCount> of_whole = {{mall.watch.approved, mall.dice.poisson(50)}};
    mall.watch.whole.step(t, of_whole);
    std::vector<KeyCount> counts;
    for (const auto& [name, mean] : mall.keys)
      if (name != "charlie")
        counts.push_back({mall.watch.keys.intern(0, name), mall.watch.approved, mall.dice.poisson(mean)});
    return mall.watch.keys.step(mall.watch.whole, counts, rows).size();
  };
  for (std::int64_t t = begin; t < begin + 30; ++t) CHECK(minute(t, KeyRows::unknown) == 0);
  CHECK(minute(begin + 30, KeyRows::known) == 0);  // 5 expected of charlie so far
  std::size_t told = 0;
  for (std::int64_t t = begin + 31; t < begin + 40; ++t) told += minute(t, KeyRows::known);
  CHECK(told > 4);  // within nine minutes, as one of 10 % that dies
}

TEST_CASE("keys: of a part of a feed none is missed before it had a row") {
  Mall mall = three_shops();
  const std::int64_t begin = mall.train();
  mall.watch.keys.miss_only_seen();
  std::size_t told = 0;
  for (std::int64_t t = begin; t < begin + 60; ++t) {
    for (const KeyAlert& alert : mall.minute(t, [t, begin](auto key, double&approved, double&denied) {
           const bool silent = key == "charlie" || (key == "bravo" && t >= begin + 30);
           approved *= silent ? 0 : 1;
           denied *= silent ? 0 : 1;
         })) {
      CHECK(mall.name(alert) == "merchant=bravo");
      ++told;
    }
  }
  CHECK(told > 20);  // of 30 minutes
}

TEST_CASE("keys: whatever the order and the pieces of the counts, the alerts are the same") {
  Mall mall = three_shops();
  const std::int64_t begin = mall.train();
  Watch other = mall.watch;
  int alerts = 0;
  for (std::int64_t t = begin; t < begin + 60; ++t) {
    for (const auto& [name, mean] : mall.keys) {
      const std::uint64_t denied = mall.dice.poisson(mean / 2);
      mall.watch.add(name, "approved", 10);
      mall.watch.add(name, "denied", denied);
      other.add(name, "denied", denied / 2);
      other.add(name, "approved", 10);
      other.add(name, "denied", denied - denied / 2);
    }
    std::ranges::reverse(other.counts);
    const auto a = mall.watch.step(t);
    const auto b = other.step(t);
    REQUIRE(a.size() == b.size());
    for (std::size_t j = 0; j < a.size(); ++j) {
      CHECK(a[j].reason == b[j].reason);
      CHECK(a[j].key == b[j].key);
    }
    alerts += static_cast<int>(a.size());
  }
  CHECK(mall.watch.keys.state() == other.keys.state());
  CHECK(alerts > 50);
}

TEST_CASE("keys: with `*` as the volume all statuses of a key are its volume") {
  MonitorParameters parameters;
  parameters.volume = every_status;
  Mall mall = three_shops();
  mall.watch.whole = Monitor(parameters);
  const std::int64_t begin = mall.train();
  std::int64_t told = 0;
  for (std::int64_t t = begin; told == 0 && t < begin + 20; ++t) {
    for (const KeyAlert& alert : mall.minute(t, [](auto key, double&approved, double&denied) {
           if (key == "charlie") approved = denied = 0;
         })) {
      CHECK(mall.watch.whole.name(alert.status) == every_status);
      CHECK(alert.expected == Approx(5.5).epsilon(0.15));
      told = t;
    }
  }
  CHECK(told > 0);
}
