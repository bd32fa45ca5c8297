// SPDX-License-Identifier: MIT
// Answers to GET /metrics: what the server counts, and behind it what is told of today, which takes a report.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "serve/http.hpp"
#include "serve/report_desk.hpp"

namespace pos::serve {

// Other reports may be made before that of today: it is waited for a moment, and then the one of before is good enough.
class Scrapes {
 public:
  // `counted`: the server's own figures, as they are.
  Scrapes(ReportDesk& desk, std::function<std::string()> counted) : desk_(desk), counted_(std::move(counted)) {}

  // `order`: today's report, which `tag` names as the history is now; empty: that cannot be read.
  void add(const Respond& respond, ReportOrder order, const std::string& tag);
  // Who has waited for long enough is answered. Call it some times a second.
  void tick();

 private:
  using Clock = std::chrono::steady_clock;

  void answer(Clock::time_point until);

  ReportDesk& desk_;
  std::function<std::string()> counted_;
  std::string today_, today_tag_;
  std::vector<std::pair<Respond, Clock::time_point>> waiting_;  // until when
};

}  // namespace pos::serve
