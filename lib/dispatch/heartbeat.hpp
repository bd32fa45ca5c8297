// SPDX-License-Identifier: MIT
// A sign of life for whoever watches the watcher.
#pragma once

#include <chrono>
#include <string>

#include "notify/stopping.hpp"

namespace pos::dispatch {

class Heartbeat {
 public:
  // `to`: a file to touch, or a URL to POST to, unless a signal asks to end; empty: nobody wants one.
  Heartbeat(std::string to, std::string cacert, std::chrono::seconds timeout, notify::Stopped stopped = {})
      : to_(std::move(to)), cacert_(std::move(cacert)), timeout_(timeout), stopped_(std::move(stopped)) {}

  // A good cycle is over. While input goes on a beat a minute is enough. Both return what went wrong; empty: nothing.
  [[nodiscard]] std::string beat();
  [[nodiscard]] std::string last_beat();

 private:
  std::string to_, cacert_;
  std::chrono::seconds timeout_;
  notify::Stopped stopped_;
  std::chrono::steady_clock::time_point sent_;
  bool begun_ = false;
};

}  // namespace pos::dispatch
