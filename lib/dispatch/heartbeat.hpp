// SPDX-License-Identifier: MIT
// A sign of life for whoever watches the watcher.
#pragma once

#include <chrono>
#include <string>

namespace pos::dispatch {

class Heartbeat {
 public:
  // `to`: a file to touch, or a URL to POST to; empty: nobody wants one.
  Heartbeat(std::string to, std::string cacert, std::chrono::seconds timeout)
      : to_(std::move(to)), cacert_(std::move(cacert)), timeout_(timeout) {}

  // A good cycle is over. While input goes on a beat a minute is enough. Both return what went wrong; empty: nothing.
  [[nodiscard]] std::string beat();
  [[nodiscard]] std::string last_beat();

 private:
  std::string to_, cacert_;
  std::chrono::seconds timeout_;
  std::chrono::steady_clock::time_point sent_;
  bool begun_ = false;
};

}  // namespace pos::dispatch
