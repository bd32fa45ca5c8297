// SPDX-License-Identifier: MIT
// What a report comes to: whether something is wrong now, since when, and what it costs.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "report/report.hpp"

namespace pos::report {

enum class Condition {
  empty,     // there is no row at all, of any period
  past,      // the period is over, or nobody knows what time it is: nothing can be said of now
  no_data,   // rows should have come since the last one, and no incident says so
  normal,    // no incident runs; where rows do not come, none were to be expected
  warning,   // one runs; no severity counts as this
  critical,  // one runs that is critical
};

// `no_data`: as programs read it.
[[nodiscard]] std::string_view condition_name(Condition condition);

// It is not over, and the period reaches up to now: of the past nothing runs.
[[nodiscard]] inline bool runs(const Report& report, const incident::Incident& incident) {
  return report.newest && incident.open();
}

// It is not over where the period ends, and the period is past: it may have gone on.
[[nodiscard]] inline bool is_cut_by_end(const Report& report, const incident::Incident& incident) {
  return !report.newest && incident.open();
}

struct State {
  Condition condition = Condition::empty;
  // no_data: the last row that came. critical, warning: the begin of the worst incident that runs. normal: the last
  // minute of the incident that was over last, in the period. Else nothing.
  std::optional<LocalSeconds> since;
  const incident::Incident* worst = nullptr;  // of those that run, else of all; of the report. Null: there is none
  std::int64_t running = 0;                   // incidents that are not over; in the past none is
  std::int64_t incidents = 0;                 // of the period, whether they run or not
  std::optional<double> lost;                 // in all of these
  std::optional<double> lost_amount;          // likewise, in hundredths; nothing: of one that lost something it is not known
  std::optional<LastRow> last;                // the last row that came, where the period reaches up to now
};

// `report` must outlive it.
[[nodiscard]] State state_of(const Report& report);

// Of the volume status, lost in all incidents; nothing where that cannot be known.
[[nodiscard]] std::optional<double> lost_in_all(const Report& report);
// Likewise what these were worth, in hundredths.
[[nodiscard]] std::optional<double> lost_amount_in_all(const Report& report);

// The one to show first: by severity, then by what it cost; where that says nothing, by how long it lasted. Null: none.
[[nodiscard]] const incident::Incident* worst_incident(const Report& report);

}  // namespace pos::report
