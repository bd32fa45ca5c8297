// SPDX-License-Identifier: MIT
#include "report/key_totals.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/count.hpp"
#include "base/volume.hpp"

namespace pos::report {

KeyTotals::Entry& KeyTotals::entry_of(std::string_view key) {
  const auto at = entries_.find(key);
  if (at != entries_.end()) return at->second;
  Entry& entry = entries_.try_emplace(std::string(key)).first->second;
  entry.total.key = key;
  return entry;
}

void KeyTotals::add(const Record& record) {
  for (std::string_view rest = record.keys; !rest.empty();) {
    const std::string_view key = take_key(rest);
    if (wants(key)) count(key, record);
  }
}

void KeyTotals::count(std::string_view key, const Record& record) {
  Entry& entry = entry_of(key);
  ++entry.total.rows;
  add_count(entry.total.count, record.count);
  if (record.status == volume_) add_count(entry.total.volume, record.count);
  if (record.scored.decision != Decision::alert || record.scored.key != key) return;
  entry.total.severity = std::max(entry.total.severity, record.scored.severity);
  const LocalSeconds minute = minute_begin(record.time);
  if (entry.last_alert == minute) return;
  entry.last_alert = minute;
  ++entry.total.alert_minutes;
}

void KeyTotals::add_incident(const incident::Incident& incident) {
  if (incident.group.empty() || !wants(incident.group)) return;
  KeyTotal& total = entry_of(incident.group).total;
  ++total.incidents;
  total.severity = std::max(total.severity, incident.severity);
  total.last_incident = std::max(incident.id, total.last_incident.value_or(incident.id));
  if (const auto lost = incident::lost(incident)) total.lost = total.lost.value_or(0) + *lost;
}

std::vector<KeyTotal> KeyTotals::finish(const std::vector<incident::Incident>& incidents) {
  for (const incident::Incident& incident : incidents) add_incident(incident);
  std::vector<KeyTotal> totals;
  totals.reserve(entries_.size());
  for (auto& [key, entry] : entries_) {
    if (entry.total.incidents == 0 && volume_ != every_status) entry.total.lost = 0;
    totals.push_back(std::move(entry.total));
  }
  std::ranges::sort(totals, [](const KeyTotal& a, const KeyTotal& b) {
    return std::tuple(-a.lost.value_or(0), -a.alert_minutes, std::string_view(a.key)) <
           std::tuple(-b.lost.value_or(0), -b.alert_minutes, std::string_view(b.key));
  });
  return totals;
}

}  // namespace pos::report
