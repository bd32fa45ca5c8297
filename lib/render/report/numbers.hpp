// SPDX-License-Identifier: MIT
// Numbers that several forms of a report show alike.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "report/report.hpp"
#include "report/state.hpp"

namespace pos::render {

struct SummaryLine {
  std::string status;
  report::Total total;
  std::optional<report::Total> compared = {};  // absent without a comparison, or where that has no rows at all
};

// A line for each status of the report, then those that only the comparison has: what vanished
// matters more than most of what is there.
[[nodiscard]] std::vector<SummaryLine> summary_lines(const report::Report& report);

// The line of all statuses, named `total`.
[[nodiscard]] SummaryLine total_line(const report::Report& report);

using report::lost_in_all;
using report::worst_incident;

// Incidents as one table: a row for each status, by weight; what an incident lost stands once, in its first row.
struct IncidentRow {
  const incident::Incident* incident;
  const incident::Part* part;
  bool is_first;
  std::optional<double> lost;
  std::optional<double> lost_amount = {};  // hundredths

  // How far from normal the status is, as mails say it: "denied 3.1x normal since 10:17".
  [[nodiscard]] std::string words(Language language = Language::en) const;
  // And why it was an alert: "denied 3.1x normal since 10:17; above: 241 in 30 min".
  [[nodiscard]] std::string words_and_reason(Language language = Language::en) const;
};
[[nodiscard]] std::vector<IncidentRow> incident_rows(const report::Report& report);

// The words with the incident's key in front, "merchant=alfa: denied 3.1x normal"; without it where it has none, or the
// report is of that key alone.
[[nodiscard]] std::string with_key(const report::Report& report, const incident::Incident& incident,
                                   const std::string& words);
// "where: merchant=m17 and bin=4: 212 of 260 denied, 31 expected"; empty where no place is known.
[[nodiscard]] std::string where_words(const incident::Part& part, Language language = Language::en);

// Of the events that people know of, those that may be why: "2 min after: deploy 4.2"; empty: none.
[[nodiscard]] std::string events_words(const report::Report& report, const incident::Incident& incident,
                                       Language language = Language::en);

// "warning", "critical"; empty: none.
[[nodiscard]] std::string severity_words(Severity severity, Language language = Language::en);

// "12.5%" of a whole that is not 0, "under 0.1%".
[[nodiscard]] std::string percent(std::int64_t part, std::int64_t whole, Language language = Language::en);
// Of all transactions that the report counts; 0 where there are none.
[[nodiscard]] double share(const report::Report& report, const report::KeyTotal& key);

// Of that severity; none: all.
[[nodiscard]] std::int64_t count_incidents(const report::Report& report, Severity severity = Severity::none);

// A number that may stand for nothing.
[[nodiscard]] inline std::optional<double> known(bool is_known, double value) {
  return is_known ? std::optional(value) : std::nullopt;
}

// The points of all series as one table: by time, then in the order of the statuses.
struct SeriesRow {
  const report::Series* series;
  const report::Point* point;
  bool has_expectation;
};
[[nodiscard]] std::vector<SeriesRow> series_rows(const report::Report& report);

// Whether the points of this status have an expectation.
[[nodiscard]] bool has_expectation(const report::Report& report, const report::Series& series);

}  // namespace pos::render
