// SPDX-License-Identifier: MIT
// Alerting of one status: an episode is a run of hits with few quiet minutes between them.
#include "model/monitor/episode.hpp"

#include <algorithm>

namespace pos::model {

namespace {

constexpr int max_hits = 1'000'000'000;  // two thousand years of alerts

}  // namespace

bool Episode::decide(double hit_score, double short_hit_score, double threshold, bool held) {
  if (!held && !is_hit(hit_score, short_hit_score, threshold)) return pass();
  alert_ = true;
  quiet_ = 0;
  hits_ = std::min(hits_ + 1, max_hits);
  sharp_ = sharp_ || short_hit_score >= threshold;
  return false;
}

void Episode::save(StateWriter& out) const {
  out.begin("episode");
  out.integer(quiet_);
  out.integer(hits_);
  out.integer(sharp_ ? 1 : 0);
  out.integer(alert_ ? 1 : 0);
  out.end();
}

void Episode::restore(StateReader& in) {
  in.begin("episode");
  quiet_ = static_cast<int>(in.integer(0, long_ago));
  hits_ = static_cast<int>(in.integer(0, max_hits));
  sharp_ = in.integer(0, 1) != 0;
  alert_ = in.integer(0, 1) != 0;
  in.end();
}

}  // namespace pos::model
