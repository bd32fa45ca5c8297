// SPDX-License-Identifier: MIT
// A market of keys for tests: many small ones, few large ones, with incidents in some of them; the same numbers on
// every machine. The figures are those of the simulation that docs/keys.md section 8 is about.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>
#include <string>
#include <vector>

#include "model/keys/key_monitor.hpp"

namespace pos::model::test {

// Not std::normal_distribution and its like, whose numbers differ between libraries.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : bits_(seed) {}

  double uniform() { return static_cast<double>((bits_() >> 11U) + 1) * 0x1p-53; }  // above 0, up to 1
  double uniform(double low, double high) { return low + (high - low) * uniform(); }
  std::uint64_t below(std::uint64_t n) { return bits_() % n; }
  double normal() { return std::sqrt(-2.0 * std::log(uniform())) * std::cos(2.0 * std::numbers::pi * uniform()); }
  // Mean 1, variance 1 / shape; shape at least 1. Marsaglia & Tsang (2000).
  double gamma(double shape) {
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    for (;;) {
      const double x = normal();
      const double v = std::pow(1.0 + c * x, 3);
      if (v > 0 && std::log(uniform()) < 0.5 * x * x + d * (1.0 - v + std::log(v))) return d * v / shape;
    }
  }
  std::uint64_t poisson(double mean) {
    std::uint64_t count = 0;
    for (; mean > 300.0; mean -= 300.0) count += small_poisson(300.0);
    return count + small_poisson(mean);
  }

 private:
  std::uint64_t small_poisson(double mean) {
    const double limit = std::exp(-mean);
    std::uint64_t count = 0;
    for (double product = uniform(); product > limit; product *= uniform()) ++count;
    return count;
  }
  std::mt19937_64 bits_;
};

struct KeyIncident {
  std::size_t key;
  std::int64_t begin;
  std::int64_t end;  // and not that
  bool silent;       // else its denials times `factor`
  double factor;
};

// Keys have 1/1, 1/2, 1/3 ... of the business, a daily curve that lies some minutes off, and a ratio of denials of
// their own.
class Market {
 public:
  Market(std::uint64_t seed, std::size_t keys, int training_days, int test_days, double a_minute = 20.0)
      : dice_(seed), training_(training_days * 1440), minutes_((training_days + test_days) * 1440) {
    double level = 0.05 * dice_.normal();
    const double keep = std::exp(-1.0 / 45.0);
    for (std::int64_t t = 0; t < minutes_; ++t) {
      const double hour = static_cast<double>(t % 1440) / 60.0;
      const double curve =
          1 + 60 * std::exp(-std::pow((hour - 12.5) / 3.2, 2)) + 75 * std::exp(-std::pow((hour - 18.5) / 2.6, 2));
      whole_.push_back(curve * std::exp(level) * a_minute);
      level = keep * level + 0.05 * std::sqrt(1 - keep * keep) * dice_.normal();
    }
    double sum = 0.0;
    for (std::size_t k = 0; k < keys; ++k) sum += 1.0 / static_cast<double>(k + 1);
    for (std::size_t k = 0; k < keys; ++k) {
      share_.push_back(std::exp(0.15 * dice_.normal()) / static_cast<double>(k + 1) / sum);
      phase_.push_back(static_cast<std::int64_t>(30.0 * dice_.normal()));
      denied_.push_back(0.1 * std::exp(0.4 * dice_.normal()));
    }
    of_key_.resize(keys);
  }

  // In 240 of the keys; those that are too small for anybody to see are left out.
  void add_incidents() {
    std::vector<std::size_t> keys;
    for (std::size_t k = 0; k < std::min<std::size_t>(share_.size(), 600); ++k) keys.push_back(k);
    for (std::size_t k = keys.size(); k > 1; --k) std::swap(keys[k - 1], keys[dice_.below(k)]);
    keys.resize(std::min<std::size_t>(keys.size(), 240));
    for (const std::size_t key : keys) {
      const auto last = static_cast<std::uint64_t>(minutes_ - training_ - 150 - 480);
      const std::int64_t begin = training_ + 480 + static_cast<std::int64_t>(dice_.below(last));
      const bool silent = dice_.uniform() >= 0.5;
      constexpr std::array<std::int64_t, 3> long_rises{10, 30, 60};
      constexpr std::array<std::int64_t, 3> long_silences{20, 45, 90};
      const std::int64_t length = (silent ? long_silences : long_rises)[dice_.below(3)];
      const double factor = silent ? 0.0 : dice_.uniform(3, 10);
      double usual = 0.0;
      for (std::int64_t t = begin; t < begin + length; ++t) usual += mean(key, t);
      if (silent ? usual < 18 : usual * denied_[key] * (factor - 1) < 8) continue;
      of_key_[key].push_back(incidents_.size());
      incidents_.push_back({key, begin, begin + length, silent, factor});
    }
  }
  [[nodiscard]] const std::vector<KeyIncident>& incidents() const { return incidents_; }
  [[nodiscard]] std::int64_t training() const { return training_; }
  [[nodiscard]] std::int64_t minutes() const { return minutes_; }
  [[nodiscard]] std::size_t keys() const { return share_.size(); }

  // Expected approvals, but for incidents.
  [[nodiscard]] double mean(std::size_t key, std::int64_t t) const {
    return share_[key] * whole_[static_cast<std::size_t>((t - phase_[key] + minutes_) % minutes_)];
  }

  struct Counts {
    std::uint64_t approved;
    std::uint64_t denied;
  };
  [[nodiscard]] Counts count(std::size_t key, std::int64_t t) {
    double approved = mean(key, t);
    double denied = approved * denied_[key];
    for (const std::size_t at : of_key_[key]) {
      const KeyIncident& incident = incidents_[at];
      if (t < incident.begin || t >= incident.end) continue;
      approved *= incident.silent ? 0.0 : 1.0;
      denied *= incident.factor;
    }
    // Where hardly any comes, who can tell that it varies?
    const auto noisy = [this](double mean, double shape) { return mean > 0.02 ? mean * dice_.gamma(shape) : mean; };
    return {dice_.poisson(noisy(approved, 100.0)), dice_.poisson(noisy(denied, 33.0))};
  }

 private:
  Dice dice_;
  std::int64_t training_;
  std::int64_t minutes_;
  std::vector<double> whole_;
  std::vector<double> share_;
  std::vector<std::int64_t> phase_;
  std::vector<double> denied_;
  std::vector<KeyIncident> incidents_;
  std::vector<std::vector<std::size_t>> of_key_;
};

// The whole and its keys, fed with the same rows.
struct Watch {
  Monitor whole = Monitor();
  KeyMonitor keys{{"merchant"}};
  std::vector<KeyCount> counts;
  std::vector<Verdict> verdicts;  // of the minute; their texts are the monitor's
  StatusId approved = whole.intern("approved");
  StatusId denied = whole.intern("denied");

  void add(KeyId key, std::string_view status, std::uint64_t count) {
    if (count > 0) counts.push_back({key, whole.intern(status), count});
  }
  void add(std::string_view key, std::string_view status, std::uint64_t count) {
    add(keys.intern(0, key), status, count);
  }
  std::span<const KeyAlert> step(std::int64_t minute, DayKind kind = DayKind::ordinary, Extent extent = Extent::whole) {
    std::vector<StatusCount> of_whole;
    for (const KeyCount& c : counts) of_whole.push_back({c.status, c.count});
    const auto told = whole.step(minute, of_whole, Report::alerts, extent, kind);
    verdicts.assign(told.begin(), told.end());
    const auto alerts = keys.step(whole, counts);
    counts.clear();
    return alerts;
  }
};

}  // namespace pos::model::test
