// SPDX-License-Identifier: MIT
// A sign of life for whoever watches the watcher.
#pragma once

#include <chrono>
#include <string>

namespace pos::tools {

class Heartbeat {
 public:
  // `to`: a file to touch, or a URL to POST to; empty: nobody wants one.
  Heartbeat(std::string to, std::string cacert, std::chrono::seconds timeout)
      : to_(std::move(to)), cacert_(std::move(cacert)), timeout_(timeout) {}

  // A good cycle is over. While input goes on a beat a minute is enough. What goes wrong is told on stderr.
  void beat();
  void last_beat();

 private:
  void send();

  std::string to_, cacert_;
  std::chrono::seconds timeout_;
  std::chrono::steady_clock::time_point sent_;
  bool begun_ = false;
};

}  // namespace pos::tools
