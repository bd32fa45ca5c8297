// SPDX-License-Identifier: MIT
// Bodies on their way to the engine: those that come in together are scored, and stored, together.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <vector>

#include "clock.hpp"
#include "engine.hpp"
#include "http.hpp"
#include "metrics.hpp"

namespace pos::tools {

// A commit costs as much for one row as for a thousand. While one is made requests gather, and the next one takes them
// all: under load it is shared by many, and alone a request waits for nobody.
class ScoreQueue {
 public:
  // `scored` is called after each commit, and after one that failed (`problem`: why).
  using Scored = std::function<void(const std::string& problem)>;
  ScoreQueue(const WallClock& clock, Metrics& metrics, Engine& engine, Post post, Scored scored);

  void add(Job job, Respond respond);
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  using Clock = std::chrono::steady_clock;
  struct Waiting {
    Job job;
    Respond respond;
    Clock::time_point since;
  };

  void gather();
  void score_some();
  void score(std::vector<Waiting>& batch);
  void answer(Waiting& waiting);

  const WallClock& clock_;
  Metrics& metrics_;
  Engine* engine_;
  Post post_;
  Scored scored_;
  std::deque<Waiting> waiting_;
  std::size_t bytes_ = 0;
  std::size_t gathered_ = 0;
};

}  // namespace pos::tools
