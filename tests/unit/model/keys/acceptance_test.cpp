// SPDX-License-Identifier: MIT
// How many incidents in single keys are found, and at how many false events a day: docs/keys.md section 8.
#include <doctest/doctest.h>

#include <array>
#include <map>

#include "market.hpp"
#include "model/keys/key_calibration.hpp"

using namespace pos;
using namespace pos::model;
using namespace pos::model::test;

namespace {

struct Outcome {
  std::array<int, 2> found{};  // rises of denials, silences
  std::array<int, 2> incidents{};
  int false_events = 0;
  double days = 0;
  double surcharge = 0;

  void add(const Outcome& other) {
    for (std::size_t kind = 0; kind < 2; ++kind) {
      found[kind] += other.found[kind];
      incidents[kind] += other.incidents[kind];
    }
    false_events += other.false_events;
    days += other.days;
  }
  [[nodiscard]] double recall() const {
    return static_cast<double>(found[0] + found[1]) / (incidents[0] + incidents[1]);
  }
  [[nodiscard]] double false_a_day() const { return false_events / days; }
};

// An alert is of the incident of its key from its begin to 2 minutes after its end, and false where it is not from its
// begin to 100 minutes after its end: what comes after an incident may be odd.
Outcome play(Market& market) {
  Watch watch;
  std::vector<KeyId> ids;
  for (std::size_t k = 0; k < market.keys(); ++k) ids.push_back(watch.keys.intern(0, "m" + std::to_string(k)));
  watch.keys.judge_by_least_surcharge(true);
  KeyCalibration calibration;
  std::vector<bool> found(market.incidents().size());
  std::map<KeyId, std::int64_t> last_false;
  Outcome outcome;
  for (std::int64_t t = 0; t < market.minutes(); ++t) {
    for (std::size_t k = 0; k < market.keys(); ++k) {
      const auto [approved, denied] = market.count(k, t);
      watch.add(ids[k], "approved", approved);
      watch.add(ids[k], "denied", denied);
    }
    const auto alerts = watch.step(t);
    if (t < market.training()) {
      calibration.see(watch.keys, alerts);
      if (t + 1 < market.training()) continue;
      watch.keys.set_surcharge(calibration.surcharge(watch.keys, watch.whole.threshold()));
      watch.keys.judge_by_least_surcharge(false);
      outcome.surcharge = watch.keys.surcharge();
      continue;
    }
    for (const KeyAlert& alert : alerts) {
      bool is_false = true;
      for (std::size_t i = 0; i < found.size(); ++i) {
        const KeyIncident& incident = market.incidents()[i];
        if (incident.key != alert.key || t < incident.begin) continue;
        if (t < incident.end + 2) found[i] = true;
        if (t < incident.end + 100) is_false = false;
      }
      if (!is_false) continue;
      const auto [at, is_new] = last_false.try_emplace(alert.key, t);
      if (is_new || t - at->second > 10) ++outcome.false_events;
      at->second = t;
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto kind = market.incidents()[i].silent ? 1U : 0U;
    ++outcome.incidents[kind];
    outcome.found[kind] += found[i] ? 1 : 0;
  }
  outcome.days = static_cast<double>(market.minutes() - market.training()) / 1440.0;
  return outcome;
}

}  // namespace

TEST_CASE("keys: 600 keys under one budget: three in four incidents in keys are found, half a false event a day") {
  Outcome all;
  for (const std::uint64_t seed : {1, 2, 3}) {
    Market market(seed, 600, 2, 2);
    market.add_incidents();
    const Outcome outcome = play(market);
    MESSAGE("seed ", seed, ": recall ", outcome.recall(), " of ", outcome.incidents[0] + outcome.incidents[1],
            ", denied ", outcome.found[0], "/", outcome.incidents[0], ", silent ", outcome.found[1], "/",
            outcome.incidents[1], ", false a day ", outcome.false_a_day(), ", surcharge ", outcome.surcharge);
    all.add(outcome);
  }
  MESSAGE("recall ", all.recall(), ", false a day ", all.false_a_day());
  CHECK(all.recall() >= 0.72);
  CHECK(all.false_a_day() <= 0.5);
}
