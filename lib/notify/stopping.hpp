// SPDX-License-Identifier: MIT
// What a try does when a signal asks to end: it is over soon.
#pragma once

#include <chrono>
#include <functional>

namespace pos::notify {

// True once a signal asks to end.
using Stopped = std::function<bool()>;

// True once what it is asked about has lasted for a while.
class Patience {
 public:
  explicit Patience(std::chrono::milliseconds length) : length_(length) {}

  [[nodiscard]] bool is_over(bool lasts) {
    const auto now = Clock::now();
    if (lasts && end_ == Clock::time_point::max()) end_ = now + length_;
    return now >= end_;
  }

 private:
  using Clock = std::chrono::steady_clock;

  std::chrono::milliseconds length_;
  Clock::time_point end_ = Clock::time_point::max();
};

// A try that is about to be done is done: one that is cut off behind its message would be made twice. With what else
// there is to do, the program ends within a second.
inline constexpr std::chrono::milliseconds time_to_stop{500};
// How often is asked, by who waits.
inline constexpr std::chrono::milliseconds time_to_look{50};

}  // namespace pos::notify
