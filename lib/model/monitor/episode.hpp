// SPDX-License-Identifier: MIT
// Alerting of one status: an episode is a run of hits with few quiet minutes between them.
#pragma once

#include "model/monitor/parameters.hpp"
#include "model/monitor/state_text.hpp"

namespace pos::model {

// Once a short window has seen the incident (sharp), a long window alone cannot prolong it: it
// would only repeat what is over.
//
// Source   docs/monitor.md section 8.
class Episode {
 public:
  explicit Episode(const MonitorParameters& parameters) : calm_(parameters.calm()) {}

  // Scores that passed the size gates: over all windows, and over the short ones.
  [[nodiscard]] bool is_hit(double hit_score, double short_hit_score, double threshold) const {
    return (sharp_ ? short_hit_score : hit_score) >= threshold;
  }
  // held: the minute alerts whatever its scores. True when an episode has just ended.
  [[nodiscard]] bool decide(double hit_score, double short_hit_score, double threshold, bool held = false);

  // Likewise of a minute that is no hit and not held, as nearly all are.
  [[nodiscard]] bool pass() {
    alert_ = false;
    if (quiet_ < long_ago) ++quiet_;
    if (quiet_ != calm_) return false;
    hits_ = 0;
    sharp_ = false;
    return true;
  }

  [[nodiscard]] bool alert() const { return alert_; }
  [[nodiscard]] int hits() const { return hits_; }
  [[nodiscard]] bool running() const { return quiet_ < calm_; }
  // Learning rests while an episode runs, until it has had this many hits.
  [[nodiscard]] bool pauses(int limit) const { return running() && hits_ < limit; }

  void save(StateWriter& out) const;
  void restore(StateReader& in);

 private:
  static constexpr int long_ago = 1'000'000;

  int calm_;              // minutes without a hit that end an episode
  int quiet_ = long_ago;  // minutes since the last hit, not counted further than long_ago
  int hits_ = 0;
  bool sharp_ = false;
  bool alert_ = false;  // the last minute's own verdict
};

}  // namespace pos::model
