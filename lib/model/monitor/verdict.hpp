// SPDX-License-Identifier: MIT
// What goes into the monitor each minute, and what comes out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/scored.hpp"
#include "model/monitor/negative_binomial.hpp"
#include "model/monitor/status_names.hpp"

namespace pos::model {

// Transactions of one status in one minute; above max_count it is taken as max_count.
struct StatusCount {
  StatusId status = 0;
  std::uint64_t count = 0;
};

// Units    expected: transactions; score: log10 of the days between such values by chance, what
//          users call surprise.
// Edge     During a new stream's first 40 minutes the score is -9. A status beyond max_statuses
//          reports as other_status.
struct Verdict {
  StatusId id = 0;
  std::string_view status;  // borrowed from the monitor: good until its next call of intern or step
  std::uint64_t count = 0;
  double expected = 0.0;
  double score = 0.0;
  bool has_row = false;  // false: nothing came, and that is what the alert is about
  bool alert = false;
  Severity severity = Severity::none;  // warning from the threshold, critical from threshold + 3
  std::string reason;                  // empty unless alert: "above: 151 in 1 min, 43 expected, ..."
  // Of an alert, the test that tells most: its window in minutes, its side, and what it expected in that window.
  int window = 0;
  Side side = Side::above;
  double mean = 0.0;
  std::string where;  // as of Scored: model/where puts it there
};

// Which verdicts of a minute are made out; all are decided and learned from in any case.
enum class Report {
  nothing,  // training
  alerts,
  rows  // every status that had a row, and every other one that alerts
};

// A part of a minute: more rows may come, or some came before anybody looked. What it lacks is no fall, and it teaches
// nothing.
enum class Extent { whole, part };

}  // namespace pos::model
