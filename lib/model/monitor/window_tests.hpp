// SPDX-License-Identifier: MIT
// Tests of one status's recent minutes against their references, over several window lengths.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "model/monitor/negative_binomial.hpp"
#include "model/monitor/parameters.hpp"
#include "model/monitor/watched_status.hpp"

namespace pos::model {

// The most surprising test: what the reason words. No window: nothing lay off its reference.
struct Finding {
  int window = 0;  // minutes
  Side side = Side::above;
  double count = 0.0;
  double mean = 0.0;
  double score = 0.0;
  bool by_curve = false;  // mean is what the daily curve alone expects
};

// Units    scores: log10 of the days between such values by chance, over all statuses and windows.
// Edge     hits below the threshold may be told less: nobody asks how far below.
struct Assessment {
  static constexpr double none = -9.0;

  double score = none;
  double hit = none;            // best score among tests that pass the size gates
  double short_hit = none;      // the same over windows up to short_window
  Side hit_side = Side::above;  // of the best one that passes
  Finding best;
};

// Source   docs/monitor.md section 7.
class WindowTests {
 public:
  explicit WindowTests(const MonitorParameters& parameters);

  void set_threshold(double threshold);
  // What the tests of this minute depend on beyond the status: how many statuses share the budget
  // of false events, and how many days the daily curve is made of; nothing: it is not known.
  void set_stream(std::size_t known_statuses, std::optional<double> days_of_profile);

  // Only tests that may be the best of the status, or a hit, are worked out.
  [[nodiscard]] Assessment assess(const WatchedStatus& status) const;

  // The same of every test: what assess() must come to.
  [[nodiscard]] Assessment assess_each(const WatchedStatus& status) const;

  // True when no test can give a hit, so that a status nobody asked about needs no assessment. A
  // short cut for nearly all minutes: no logarithm, no root, no division, no branch.
  [[nodiscard]] bool unsurprising(const WatchedStatus& status) const;

 private:
  // What the rules of section 7 ask of one side of one window.
  struct Rule {
    double spread2;
    double required_change;
    bool by_curve = false;
  };
  // Required changes of all windows, less a hair; of a side that is not tested, beyond all.
  struct Changes {
    PerWindow above;
    PerWindow below;
  };
  // Of the count from the reference that it lies beyond, and the variance that goes with that.
  struct Distances {
    PerWindow excess;
    PerWindow variance;
  };
  void set_limits();
  [[nodiscard]] bool applies(const WatchedStatus& status, Side side) const;
  [[nodiscard]] double required_change(bool of_volume, Side side, std::size_t window) const;
  [[nodiscard]] Rule rule(const WatchedStatus& status, std::size_t window, Side side) const;
  void test(Assessment& result, std::size_t window, Side side, double count, double mean, const Rule& rule) const;
  void test_window(Assessment& result, const WatchedStatus& status, std::size_t window) const;
  void test_below_curve(Assessment& result, const WatchedStatus& status) const;
  [[nodiscard]] Distances distances(const WatchedStatus& status) const;
  [[nodiscard]] static Distances distances(const WindowSums& sums, const PerWindow& spread2, double rate_spread2);
  [[nodiscard]] PerWindow margins(const WindowSums& sums, const Changes& least, const Distances& off) const;
  // About the score of a test: off by 0.001 at most. Where no normal tail is part of it: beyond all; without excess it
  // has none.
  [[nodiscard]] double guess(double excess, double variance, std::size_t window) const;
  [[nodiscard]] double guess_below_curve(const WatchedStatus& status) const;
  [[nodiscard]] bool has_below_curve_test(const WatchedStatus& status) const;
  [[nodiscard]] bool may_fall_below_curve(const WatchedStatus& status) const;

  double threshold_;
  double min_change_;
  double min_excess_;
  double rise_spread2_;  // of the volume: today may differ from other days by any moderate factor
  double rise_change_;
  Rule below_curve_;
  std::size_t known_ = 0;
  bool has_profile_ = false;
  bool ordinary_may_hit_ = true;  // what lies within two standard deviations
  double lowest_score_ = 0.0;
  PerWindow chances_{};  // log10 of tests a day
  Changes of_others_{};
  Changes of_volume_{};
};

}  // namespace pos::model
