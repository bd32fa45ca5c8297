// SPDX-License-Identifier: MIT
// Notices the output of `pos-score -a` on a pipe: alerts, and never a normal row.
#pragma once

#include <algorithm>
#include <cstdint>

#include "base/record.hpp"

namespace pos::tools {

class AlertsAlone {
 public:
  // True, once: 30 alerts and more, of over an hour, and no other row among them.
  [[nodiscard]] bool push(const Record& record) {
    if (over_) return false;
    if (record.scored.decision != Decision::alert) {
      over_ = true;
      return false;
    }
    first_ = rows_ == 0 ? record.time : std::min(first_, record.time);
    last_ = rows_ == 0 ? record.time : std::max(last_, record.time);
    constexpr std::int64_t many = 30;
    constexpr LocalSeconds an_hour = 3600;
    return over_ = ++rows_ >= many && last_ - first_ > an_hour;
  }

 private:
  bool over_ = false;  // there are normal rows, or it has been told
  std::int64_t rows_ = 0;
  LocalSeconds first_ = 0, last_ = 0;
};

}  // namespace pos::tools
