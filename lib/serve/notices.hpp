// SPDX-License-Identifier: MIT
// What the server says of its feed and its model on standard error: each thing once, or now and then.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "serve/clock.hpp"
#include "serve/engine.hpp"
#include "serve/settings.hpp"

namespace pos::serve {

class Notices {
 public:
  // Both must outlive it.
  Notices(const Settings& settings, const WallClock& clock) : settings_(settings), clock_(clock) {}

  // `trained_to`: as Engine has it.
  void tell(const News& news, std::optional<LocalSeconds> trained_to);
  // Its age has not been told.
  void use_new_model() { told_age_ = false; }

 private:
  using Clock = std::chrono::steady_clock;

  void tell_clock(bool is_live);
  void tell_age(std::optional<LocalSeconds> trained_to);
  void tell_lead(const News& news);
  void tell_unjudged(const News& news);

  const Settings& settings_;
  const WallClock& clock_;
  bool told_clock_ = false, told_age_ = false;
  std::int64_t untold_unjudged_ = 0;
  Clock::time_point tell_unjudged_at_{};
};

}  // namespace pos::serve
