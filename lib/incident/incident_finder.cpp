// SPDX-License-Identifier: MIT
#include "incident/incident_finder.hpp"

#include <algorithm>
#include <utility>

#include "base/count.hpp"
#include "base/volume.hpp"

namespace pos::incident {
namespace {

// Input may make up a status per row; those that have nothing open are forgotten beyond this many.
constexpr std::size_t many_statuses = 1000;

}  // namespace

void IncidentFinder::Sums::add(const Sums& more) {
  add_count(count, more.count);
  expected += more.expected;
  missing += more.missing;
}

void IncidentFinder::push(const Record& record) {
  const LocalSeconds minute = minute_begin(record.time);
  if (minute_ && minute > *minute_) end_minute();
  if (!minute_ || minute > *minute_) minute_ = minute;

  auto at = statuses_.find(record.status);
  if (at == statuses_.end()) at = statuses_.try_emplace(record.status).first;
  Minute& sums = at->second.minute;
  const Scored& scored = record.scored;
  add_count(sums.count, record.count);
  if (scored.expected) sums.expected = scored.expected;
  if (scored.decision != Decision::alert) return;

  const bool most = sums.alerts == 0 || (scored.surprise && (!sums.surprise || *scored.surprise > *sums.surprise));
  if (most) {
    sums.surprise = scored.surprise;
    sums.reason = scored.reason;
  }
  ++sums.alerts;
  sums.severity = std::max(sums.severity, scored.severity);
}

void IncidentFinder::end_minute() {
  double missing = 0;
  if (const auto at = statuses_.find(volume_); at != statuses_.end() && at->second.minute.expected) {
    missing = *at->second.minute.expected - static_cast<double>(at->second.minute.count);
  }
  for (auto& [name, status] : statuses_) end_minute(name, status, missing);
  if (statuses_.size() > many_statuses) {
    std::erase_if(statuses_, [](const auto& entry) { return !entry.second.open; });
  }
}

void IncidentFinder::end_minute(const std::string& name, Status& status, double missing) {
  if (status.open && *minute_ - status.open->incident.last > Found::gap) close(status);
  const Minute minute = std::exchange(status.minute, {});
  if (minute.alerts == 0 && !status.open) return;

  const bool begins = !status.open;
  if (begins) {
    status.open = Open();  // (emplace() does not see in clang that it can be made)
    status.open->incident.status = name;
    status.open->incident.first = *minute_;
  }
  Open& open = *status.open;
  open.since.add({minute.count, minute.expected.value_or(0), missing});
  if (minute.alerts == 0) return;

  Found& incident = open.incident;
  incident.last = *minute_;
  incident.alerts += minute.alerts;
  incident.severity = std::max(incident.severity, minute.severity);
  open.sums.add(std::exchange(open.since, {}));
  if (begins || (minute.surprise && (!open.surprise || *minute.surprise > *open.surprise))) {
    open.surprise = minute.surprise;
    incident.reason = minute.reason;
  }
}

void IncidentFinder::close(Status& status) {
  Open& open = *status.open;
  open.incident.count = open.sums.count;
  open.incident.expected = open.sums.expected;
  if (volume_ != every_status) open.incident.lost = std::max(0.0, open.sums.missing);
  open.incident.surprise = open.surprise.value_or(0);
  found_(open.incident);
  status.open.reset();
}

void IncidentFinder::finish() {
  if (!minute_) return;
  end_minute();
  for (auto& [name, status] : statuses_) {
    if (status.open) close(status);
  }
  statuses_.clear();
  minute_.reset();
}

}  // namespace pos::incident
