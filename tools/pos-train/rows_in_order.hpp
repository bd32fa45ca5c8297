// SPDX-License-Identifier: MIT
// Whether a file stands in order of time, told while it is read.
#pragma once

#include <cstdint>

#include "clock/belief.hpp"
#include "clock/groups.hpp"

namespace pos::tools {

// Dated rows that stand in order of time and are all believed as they come need no second look.
class RowsInOrder {
 public:
  void see(const LocalTime& time);
  // After the last row: they all are.
  [[nodiscard]] bool end();

 private:
  [[nodiscard]] bool all_believed() const;

  clock::Belief belief_;
  clock::MinuteGroups minutes_;
  LocalTime last_;
  std::int64_t last_minute_ = INT64_MIN;
  bool holds_ = true;
};

}  // namespace pos::tools
