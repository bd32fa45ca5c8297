// SPDX-License-Identifier: MIT
// A shop of known rates for tests: Poisson counts, the same on every machine, fed to a Monitor.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/monitor/calendar.hpp"
#include "model/monitor/monitor.hpp"

namespace pos::model::test {

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

inline constexpr std::int64_t monday = 20'521;  // 2026-03-09, in days since 1970

// Not std::poisson_distribution, whose numbers differ between libraries.
class Noise {
 public:
  explicit Noise(std::uint64_t seed) : bits_(seed) {}

  std::uint64_t poisson(double mean) {  // Knuth's product of uniforms; mean below 500
    const double limit = std::exp(-mean);
    double product = uniform();
    std::uint64_t count = 0;
    for (; product > limit; ++count) product *= uniform();
    return count;
  }
  std::uint64_t below(std::uint64_t n) { return bits_() % n; }

 private:
  double uniform() { return static_cast<double>(bits_() >> 11U) * 0x1p-53; }
  std::mt19937_64 bits_;
};

// Verdicts outlive the next step; the text is the verdict whole, to compare for equality.
struct Kept {
  std::string status;
  std::uint64_t count;
  double expected;
  double score;
  bool alert;
  Severity severity;
  std::string reason;
  bool operator==(const Kept&) const = default;
};

inline std::vector<Kept> step(Monitor& monitor, std::int64_t minute, const Counts& counts, Report report = Report::rows,
                              DayKind kind = DayKind::ordinary) {
  std::vector<StatusCount> input;
  for (const auto& [name, count] : counts) input.push_back({monitor.intern(name), count});
  std::vector<Kept> kept;
  for (const Verdict& v : monitor.step(minute, input, report, Extent::whole, kind)) {
    kept.push_back({std::string(v.status), v.count, v.expected, v.score, v.alert, v.severity, v.reason});
  }
  return kept;
}

inline const Kept* find(const std::vector<Kept>& verdicts, std::string_view status) {
  for (const Kept& v : verdicts) {
    if (v.status == status) return &v;
  }
  return nullptr;
}

inline int alerts(const std::vector<Kept>& verdicts) {
  int alerts = 0;
  for (const Kept& v : verdicts) alerts += v.alert ? 1 : 0;
  return alerts;
}

// Approved 30 a minute, with a wave over the day; denied 4; failed 0.3.
struct Shop {
  double approved = 30.0;
  double denied = 4.0;
  double failed = 0.3;
  double wave = 0.2;
  Noise noise{1};

  [[nodiscard]] double curve(std::int64_t minute) const {
    return 1.0 + wave * std::sin(minute_of_day(minute) * 6.283185307179586 / minutes_per_day);
  }
  Counts minute(std::int64_t minute, double factor = 1.0) {
    const double level = curve(minute) * factor;
    Counts counts;
    const auto add = [&](const char* status, double mean) {
      if (const auto count = noise.poisson(mean * level); count > 0) counts.push_back({status, count});
    };
    add("approved", approved);
    add("denied", denied);
    add("failed", failed);
    return counts;
  }
};

// A monitor that has seen so many days; the next minute is days * 1440.
inline Monitor trained(Shop& shop, int days, const MonitorParameters& parameters = {}) {
  Monitor monitor(parameters);
  for (std::int64_t t = 0; t < std::int64_t{days} * minutes_per_day; ++t) {
    step(monitor, t, shop.minute(t), Report::nothing);
  }
  return monitor;
}

inline constexpr std::int64_t noon = 720;

// Exactly what the monitor's shop has on average; no noise.
inline Counts average(double factor = 1.0) {
  return {{"approved", static_cast<std::uint64_t>(std::lround(30 * factor))},
          {"denied", static_cast<std::uint64_t>(std::lround(4 * factor))}};
}

inline Shop flat_shop() {
  Shop shop;
  shop.wave = 0.0;
  shop.failed = 0.0;
  return shop;
}

// Steps noisy minutes until the clock shows noon.
inline std::int64_t run_to_noon(Monitor& monitor, Shop& shop, int day) {
  std::int64_t t = std::int64_t{day} * minutes_per_day;
  for (const std::int64_t end = t + noon; t < end; ++t) step(monitor, t, shop.minute(t));
  return t;
}

// Open from 09:00 to 21:00 if not told otherwise, 20 approvals a minute and 2 denials; closed on the weekdays named (0:
// Monday).
struct Hours {
  std::vector<int> closed = {};
  int opens = 540;
  int closes = 1260;
  Noise noise{4};

  Counts minute(std::int64_t t, double level = 1.0) {
    const int m = minute_of_day(t);
    const auto weekday = static_cast<int>(((day_of(t) - monday) % 7 + 7) % 7);
    if (m < opens || m >= closes || std::ranges::find(closed, weekday) != closed.end()) return {};
    Counts counts;
    if (const auto count = noise.poisson(20 * level); count > 0) counts.push_back({"approved", count});
    if (const auto count = noise.poisson(2 * level); count > 0) counts.push_back({"denied", count});
    return counts;
  }
};

// From the first minute of a Monday; the next minute is of another one.
inline Monitor trained(Hours& shop, int weeks) {
  Monitor monitor;
  for (std::int64_t t = monday * 1440; t < (monday + weeks * 7) * 1440; ++t)
    step(monitor, t, shop.minute(t), Report::nothing);
  return monitor;
}

inline std::int64_t next_minute(const Monitor& monitor) { return *monitor.last_minute() + 1; }

}  // namespace pos::model::test
