// SPDX-License-Identifier: MIT
#include "incident/incident.hpp"

#include <algorithm>

#include "base/reason.hpp"
#include "base/volume.hpp"

namespace pos::incident {
namespace {

// A status explains a fall if at least so much of what is missing came as it.
constexpr double explaining_share = 0.1;

// What came too much of this instead of the volume.
bool explains_fall(const Part& part, const Incident& incident) {
  if (part.status == incident.volume || !part.expected) return false;
  return static_cast<double>(part.count) - *part.expected >= std::max(1.0, explaining_share * incident.missing);
}

}  // namespace

Part* Incident::find(std::string_view status) {
  const auto part = std::ranges::find(parts, status, &Part::status);
  return part == parts.end() ? nullptr : &*part;
}

std::int64_t id_of(LocalSeconds first) {
  const std::string text = to_date_time(first);
  std::int64_t id = 0;
  for (const char c : text.substr(0, text.rfind(':'))) {
    if ('0' <= c && c <= '9') id = id * 10 + (c - '0');
  }
  return std::max<std::int64_t>(id, 1);
}

void sort_by_weight(Incident& incident) {
  const bool falls = std::ranges::any_of(
      incident.parts, [&](const Part& part) { return part.status == incident.volume && !part.is_above(); });
  const auto is_cause = [&](const Part& part) { return falls && explains_fall(part, incident); };
  std::ranges::stable_sort(incident.parts, [&](const Part& a, const Part& b) {
    if (is_cause(a) != is_cause(b)) return is_cause(a);
    if (a.severity != b.severity) return a.severity > b.severity;
    return a.surprise.value_or(-1e9) > b.surprise.value_or(-1e9);
  });
}

Part leading_part(const Incident& incident) { return incident.parts.empty() ? Part{} : incident.parts.front(); }

std::string statuses(const Incident& incident) {
  std::string joined;
  for (const Part& part : incident.parts) joined += (joined.empty() ? "" : "+") + part.status;
  return joined;
}

std::string_view where(const Incident& incident) {
  const auto part = std::ranges::find_if(incident.parts, [](const Part& one) { return !one.where.empty(); });
  return part == incident.parts.end() ? std::string_view() : part->where;
}

double times_normal(const Incident& incident) {
  double most = 0;
  for (const Part& part : incident.parts) {
    if (part.expected && *part.expected > 0 && part.is_above())
      most = std::max(most, static_cast<double>(part.count) / *part.expected);
  }
  return most;
}

std::string new_normal(const Incident& incident) {
  if (incident.open()) return {};
  for (const Part& part : incident.parts) {
    if (const auto level = taken_as_normal_at(part.reason); !level.empty()) return std::string(level);
  }
  return {};
}

std::optional<double> lost(const Incident& incident) {
  const bool is_expected =
      std::ranges::any_of(incident.parts, [](const Part& part) { return part.expected.has_value(); });
  if (incident.volume == every_status || !is_expected) return std::nullopt;
  const bool is_counted = incident.group.empty() ||
                          std::ranges::find(incident.parts, incident.volume, &Part::status) != incident.parts.end();
  if (!is_counted) return std::nullopt;
  return std::max(0.0, incident.missing);
}

std::optional<double> lost_amount(const Incident& incident) {
  const auto number = lost(incident);
  if (!number || !incident.usual_amount) return std::nullopt;
  return *number * *incident.usual_amount;
}

}  // namespace pos::incident
