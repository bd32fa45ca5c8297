// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/volume.hpp"
#include "report/report.hpp"

namespace pos::report {
namespace {

// From 22 to 3 is over midnight.
bool within(LocalSeconds value, int from, int to) {
  return from <= to ? from <= value && value <= to : from <= value || value <= to;
}

}  // namespace

bool Filter::takes_status(const std::string& status) const {
  return statuses.empty() || std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

bool Filter::takes_time(LocalSeconds time) const {
  const LocalSeconds minute_of_day = ((time % 86'400 + 86'400) % 86'400) / 60;
  const LocalSeconds hour = minute_of_day / 60;
  const LocalSeconds minute = minute_of_day % 60;
  return within(hour, hour_from, hour_to) && within(minute, minute_from, minute_to);
}

bool Filter::takes_key(const Record& record) const {
  const std::string_view wanted = key();
  return wanted.empty() || record.scored.key == wanted || has_key(record.keys, wanted);
}

bool Filter::takes(const Record& record) const {
  if (record.status == every_status) return false;
  const bool abnormal = record.scored.decision == Decision::alert;
  return takes_time(record.time) && (normal == Normal::all || (normal == Normal::abnormal) == abnormal) &&
         takes_status(record.status) && takes_key(record);
}

}  // namespace pos::report
