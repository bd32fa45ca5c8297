// SPDX-License-Identifier: MIT
// Reports to render in tests.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace pos::render::sample {

inline constexpr LocalSeconds day = 20521 * LocalSeconds{86'400};  // 2026-03-09
inline constexpr LocalSeconds at(int hour, int minute) { return day + hour * 3600 + minute * 60; }

inline Record record(LocalSeconds time, std::string status, std::int64_t count, double score) {
  Record record;
  record.time = time;
  record.status = std::move(status);
  record.count = count;
  record.scored.score = score;
  return record;
}

inline Record alert(Record record, Severity severity, double expected, double surprise, std::string reason) {
  record.scored.alert = true;
  record.scored.decision = Decision::alert;
  record.scored.severity = severity;
  record.scored.expected = expected;
  record.scored.surprise = surprise;
  record.scored.reason = std::move(reason);
  return record;
}

// An incident of one status.
inline incident::Incident incident(std::string status, Severity severity, LocalSeconds first, LocalSeconds last,
                                   std::int64_t alerts, std::int64_t count, std::optional<double> expected,
                                   std::optional<double> surprise, std::string reason, double lost) {
  incident::Incident incident;
  incident.id = incident::id_of(first);
  incident.severity = severity;
  incident.first = first;
  incident.last = last;
  incident.volume = "approved";
  incident.missing = lost;
  incident.parts = {
      {std::move(status), severity, first, last, alerts, count, expected, surprise, std::move(reason), 0, 0, {}}};
  return incident;
}

// Nothing asked of it but its period.
inline report::Report empty() {
  report::Report report;
  report.period = {day, day + 86'400};
  report.volume = "approved";
  return report;
}

// Two statuses, an incident each: 10:00 denied rise, 10:30 approved cease for three minutes.
inline report::Report two_incidents() {
  report::Report report = empty();
  report.total = {2400, 52'345, 9, 61, 52'100.456, 2400};
  report.statuses = {{"approved", {1440, 48'000, 3, 0, 48'097.5, 1440}}, {"denied", {960, 4345, 6, 61, 4002.956, 960}}};
  report.last_record = report.last_real = at(23, 59);
  report.is_judged = true;
  report.incidents = {
      incident("denied", Severity::warning, at(10, 0), at(10, 5), 6, 61, 18.2, 3.25, "above: 61 in 6 min", 0),
      incident("approved", Severity::critical, at(10, 30), at(10, 32), 3, 0, 97.5, 25.5,
               "no data since 10:30, 97 expected in 3 min", 97.5)};
  report.records = {record(at(9, 59), "denied", 3, 0.412345),
                    alert(record(at(10, 0), "denied", 16, 0.6), Severity::warning, 3.04, 1.931, "above: 16 in 1 min"),
                    alert(record(at(10, 30), "approved", 0, 0.48), Severity::critical, 32.5, 7.636, "no data, x")};
  report.series = {{"approved",
                    {{at(10, 0), 30, 32, 0, Severity::none, true},
                     {at(10, 30), 0, 32.5, 1, Severity::critical, true},
                     {at(23, 59), 12, 13, 0, Severity::none, true}}},
                   {"denied", {{at(10, 0), 16, 3.04, 1, Severity::warning, true}}}};
  return report;
}

// Its incidents were over ten minutes after their last alert.
inline report::Report over(report::Report report) {
  for (incident::Incident& incident : report.incidents) incident.resolved = incident.last + 660;
  return report;
}

// The same where keys are watched: denied rose at a merchant, whose place is known, and another has no incident.
inline report::Report with_keys() {
  report::Report report = two_incidents();
  report.has_keys = report.has_places = true;
  report.filter.by = "merchant";
  for (report::Series& series : report.series) {
    for (report::Point& point : series.points) point.has_expected = false;
  }
  report.incidents[0].group = "merchant=alfa";
  report.incidents[0].parts[0].where = "merchant=alfa and bin=4: 52 of 61 denied, 9 expected";
  for (Record& record : report.records) record.keys = "merchant=beta";
  report.records[1].keys = report.records[1].scored.key = "merchant=alfa";
  report.records[1].scored.where = report.incidents[0].parts[0].where;
  report.keys = {{"merchant=alfa", 480, 12'345, 11'000, 6, 1, 3.25, Severity::warning, 202603091000},
                 {"merchant=beta", 1920, 40'000, 37'000, 0, 0, 0, Severity::none, {}}};
  return report;
}

// What an unkind input may name a status: steers the screen, turns the line around, is wide, is long.
inline const std::vector<std::string>& hostile_names() {
  static const std::vector<std::string> names = {
      "\x1b[2J\x1b[31mowned", "ok\ndenied 0",        "\u202Edeined", "決済が拒否されました決済",
      std::string(64, 'x'),   "e\u0301\u0301\u0301", "💳💳💳💳💳💳💳💳💳💳"};
  return names;
}

inline report::Report hostile() {
  report::Report report = empty();
  report.last_record = report.last_real = at(12, 0);
  for (const std::string& name : hostile_names()) {
    const std::int64_t large = 8'999'999'999'999'999;
    const report::Total total = {large, large, 7, large / 2, 9e15, large};
    report.statuses.push_back({name, total});
    report.total = total;
    report.records.push_back(
        alert(record(at(10, 0), name, large, 0.6), Severity::critical, 9e15, 299.125, name + " " + name));
    report.incidents.push_back(
        incident(name, Severity::critical, at(10, 0), at(10, 0), 1, large, 9e15, 299.125, name + " " + name, 9e15));
    report.series.push_back({name, {{at(10, 0), large, 9e15, 1, Severity::critical}}});
  }
  report.comparison = report::Comparison{{day - 86'400, day}, report.total, report.statuses};
  report.filter.statuses = hostile_names();
  return report;
}

}  // namespace pos::render::sample
