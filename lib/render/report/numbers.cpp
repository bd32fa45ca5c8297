// SPDX-License-Identifier: MIT
#include "render/report/numbers.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/reworded.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"
#include "incident/known_events.hpp"
#include "incident/words.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

const report::Total* find(const std::vector<report::StatusTotal>& statuses, const std::string& status) {
  for (const report::StatusTotal& entry : statuses) {
    if (entry.status == status) return &entry.total;
  }
  return nullptr;
}

// Of a period without rows nothing is known: it had not zero transactions.
bool has_comparison(const report::Report& report) { return report.comparison && report.comparison->has_rows; }

}  // namespace

std::vector<SummaryLine> summary_lines(const report::Report& report) {
  std::vector<SummaryLine> lines;
  for (const report::StatusTotal& entry : report.statuses) {
    SummaryLine line{entry.status, entry.total, std::nullopt};
    if (has_comparison(report)) {
      const report::Total* before = find(report.comparison->statuses, entry.status);
      line.compared = before ? *before : report::Total{};
    }
    lines.push_back(std::move(line));
  }
  if (!has_comparison(report)) return lines;
  for (const report::StatusTotal& entry : report.comparison->statuses) {
    if (!find(report.statuses, entry.status)) lines.push_back({entry.status, {}, entry.total});
  }
  return lines;
}

SummaryLine total_line(const report::Report& report) {
  SummaryLine line{std::string(marked("total")), report.total, std::nullopt};
  if (has_comparison(report)) line.compared = report.comparison->total;
  return line;
}

std::string IncidentRow::words(Language language) const {
  return incident::part_words(*part, incident->volume, incident->first, language);
}

std::string IncidentRow::words_and_reason(Language language) const {
  return part->reason.empty() ? words(language) : words(language) + "; " + reason_words(language, part->reason);
}

std::vector<IncidentRow> incident_rows(const report::Report& report) {
  std::vector<IncidentRow> rows;
  for (const incident::Incident& incident : report.incidents) {
    bool is_first = true;
    for (const incident::Part& part : incident.parts) {
      rows.push_back({&incident, &part, is_first, is_first ? incident::lost(incident) : std::nullopt,
                      is_first ? incident::lost_amount(incident) : std::nullopt});
      is_first = false;
    }
  }
  return rows;
}

std::string with_key(const report::Report& report, const incident::Incident& incident, const std::string& words) {
  return incident.group == report.filter.key() ? words : incident::of_group(incident.group, words);
}

std::string where_words(const incident::Part& part, Language language) {
  return part.where.empty() ? std::string() : trf(language, "where: {}", place_words(language, part.where));
}

std::string events_words(const report::Report& report, const incident::Incident& incident, Language language) {
  return incident::events_words(incident::known_events(incident, report.events), language);
}

std::string severity_words(Severity severity, Language language) {
  return std::string(tr(language, severity_name(severity)));
}

std::string percent(std::int64_t part, std::int64_t whole, Language language) {
  const double share = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  return part > 0 && share < 0.1 ? std::string(tr(language, "under 0.1%"))
                                 : in_language(language, fmt::format("{:.1f}%", share));
}

double share(const report::Report& report, const report::KeyTotal& key) {
  return report.total.count > 0 ? static_cast<double>(key.count) / static_cast<double>(report.total.count) : 0;
}

std::int64_t count_incidents(const report::Report& report, Severity severity) {
  return std::ranges::count_if(report.incidents, [severity](const incident::Incident& incident) {
    return severity == Severity::none || incident.severity == severity;
  });
}

std::vector<SeriesRow> series_rows(const report::Report& report) {
  std::vector<SeriesRow> rows;
  for (const report::Series& series : report.series) {
    const bool expectation = has_expectation(report, series);
    for (const report::Point& point : series.points)
      rows.push_back({&series, &point, expectation && point.has_expected});
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const SeriesRow& a, const SeriesRow& b) { return a.point->begin < b.point->begin; });
  return rows;
}

// Of a key its alerts alone say something, and no total.
bool has_expectation(const report::Report& report, const report::Series& series) {
  if (!report.filter.key().empty()) return std::ranges::any_of(series.points, &report::Point::has_expected);
  const report::Total* total = find(report.statuses, series.status);
  return total && total->rows_expected > 0;
}

}  // namespace pos::render
