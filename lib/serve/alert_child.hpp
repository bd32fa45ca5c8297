// SPDX-License-Identifier: MIT
// --alert-command: a program that runs for as long as the server does.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>

#include "serve/metrics.hpp"

namespace pos::serve {

// It is run by /bin/sh -c, with /dev/null as its standard input, in a process group of its own: Ctrl-C is for the
// server. One that ends, well or not, is started again after 1 s, 2 s, 4 s ... a minute. Where the server is killed,
// the shell, or what it became, gets SIGTERM.
class AlertChild {
 public:
  AlertChild(std::string command, Metrics& metrics);

  // Call it some times a second.
  void tick();
  // It shall end (SIGTERM to its group). Who has not after 5 s is killed by is_done().
  void close();
  // Closed, and nobody of its group is left. Call it some times a second.
  [[nodiscard]] bool is_done();

  [[nodiscard]] bool runs() const { return child_ > 0; }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::seconds shortest_pause{1}, longest_pause{60}, patience{5};

  void start();
  void reap();
  void start_later(const std::string& how);

  std::string command_;
  Metrics& metrics_;
  pid_t child_ = -1;
  pid_t group_ = -1;  // of the last child
  bool closing_ = false;
  bool killed_ = false;
  Clock::time_point started_{}, start_at_{}, closed_at_{};
  std::chrono::seconds pause_ = shortest_pause;
};

}  // namespace pos::serve
