// SPDX-License-Identifier: MIT
// Where a report's records come from.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/record.hpp"
#include "incident/replay.hpp"
#include "report/report.hpp"

namespace pos::report {

// Errors   of all of them, pos::Error as of whatever the records are in.
class Source {
 public:
  virtual ~Source() = default;

  // The records of a period, by time. `take` may throw to end it.
  virtual void records(const Period& period, const std::function<void(const Record&)>& take) = 0;
  // The status that measures business, or every_status.
  [[nodiscard]] virtual std::string volume() = 0;
  // Its records are those of a monitor: one that says nothing of what was expected was not judged.
  [[nodiscard]] virtual bool is_judged() = 0;
  // A time up to `begin`, such that no incident of before it lasts until then: between that time and the last alert
  // before it are `quiet_minutes` with normal data, or there is no such alert. At most a month before.
  [[nodiscard]] virtual LocalSeconds quiet_before(LocalSeconds begin, int quiet_minutes) = 0;
  // Of a source that rows come to while they happen, where the period reaches up to `now`.
  [[nodiscard]] virtual std::optional<LastRow> last_row(const Period&, LocalSeconds /*now*/) { return std::nullopt; }
  // Likewise, however old that row is.
  [[nodiscard]] virtual std::optional<LastRow> newest_row(const Period&, LocalSeconds /*now*/) { return std::nullopt; }
  // There is no record at all, of any period.
  [[nodiscard]] virtual bool is_empty() { return false; }
  // Whether its records have keys, places, and amounts: what is told of them has columns for these then.
  [[nodiscard]] virtual bool has_keys() { return false; }
  [[nodiscard]] virtual bool has_places() { return false; }
  [[nodiscard]] virtual bool has_amounts() { return false; }
  // Amounts of `status` in the minutes before `end` that records() does not give from there on.
  [[nodiscard]] virtual incident::Amounts amounts_before(LocalSeconds /*end*/, const std::string& /*status*/) {
    return {};
  }
  // The models that judged rows of the period, where the source knows; their days are not filled in.
  [[nodiscard]] virtual std::vector<ModelBudget> budgets(const Period&) { return {}; }
  // Incidents of the period as pos-alert has stored them.
  [[nodiscard]] virtual std::vector<incident::Stored> stored_incidents(const Period&) { return {}; }
};

}  // namespace pos::report
