// SPDX-License-Identifier: MIT
// Bodies on their way to the engine: those that come in together are scored, and stored, together.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <vector>

#include "serve/clock.hpp"
#include "serve/engine.hpp"
#include "serve/http.hpp"
#include "serve/metrics.hpp"

namespace pos::serve {

// A commit costs as much for one row as for a thousand. While one is made requests gather, and the next one takes them
// all: under load it is shared by many, and alone a request waits for nobody. While another program writes, the commit
// is tried again every few milliseconds, and all else goes on; a request that waits for Engine::patience is answered
// 503.
class ScoreQueue {
 public:
  // `scored` is called after each commit, and after one that failed (`problem`: why).
  using Scored = std::function<void(const std::string& problem)>;
  ScoreQueue(const WallClock& clock, Metrics& metrics, Engine& engine, Post post, Later later, Scored scored);

  void add(Job job, Respond respond);
  // The engine's clock, once a second.
  void pass_time();
  // Nothing waits for its commit: the engine may be asked for other things.
  [[nodiscard]] bool is_idle() const { return !commits_; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  using Clock = std::chrono::steady_clock;
  struct Waiting {
    Job job;
    Respond respond;
    Clock::time_point since;
    bool alone = false;  // there was no memory for it and others together
  };

  void gather();
  void score_some();
  void take_batch();
  template <typename Step>
  void run(Step step);
  void commit_later();
  void finish();
  void fail(const std::string& problem);
  void refuse_late();
  void run_out_of_memory();
  void go_on();
  void answer(Waiting& waiting);

  const WallClock& clock_;
  Metrics& metrics_;
  Engine* engine_;
  Post post_;
  Later later_;
  Scored scored_;
  std::deque<Waiting> waiting_;
  std::size_t bytes_ = 0;
  std::size_t gathered_ = 0;
  std::vector<Waiting> batch_;  // being scored; its jobs are
  std::vector<Job> jobs_;       // these
  bool commits_ = false;        // and wait for their commit
  Clock::time_point give_up_at_{};
  std::chrono::milliseconds pause_{};
};

}  // namespace pos::serve
