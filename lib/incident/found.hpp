// SPDX-License-Identifier: MIT
// Alerts that belong together: what is told to people as one thing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/record.hpp"

namespace pos::incident {

// Alerts of one status, each at most `gap` after the one before.
struct Found {
  static constexpr LocalSeconds gap = 600;

  std::string status;
  Severity severity = Severity::none;  // the worst
  LocalSeconds first = 0;              // begin of the minute of the first alert
  LocalSeconds last = 0;               // begin of the minute of the last one
  std::int64_t alerts = 0;             // rows
  // Of this status, from the first minute to the last, alert or not.
  std::int64_t count = 0;
  double expected = 0;
  double surprise = 0;  // of the alert that surprised most; 0 where no alert has one
  std::string reason;   // of that alert
  // Of the volume status, expected and not seen from the first minute to the last; 0 where more came. Nothing: it
  // cannot be known, since the volume is every_status.
  std::optional<double> lost;
};

}  // namespace pos::incident
