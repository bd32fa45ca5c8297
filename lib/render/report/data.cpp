// SPDX-License-Identifier: MIT
#include "render/report/data.hpp"

#include <optional>
#include <string_view>

#include "base/money.hpp"
#include "base/volume.hpp"
#include "incident/link.hpp"
#include "render/report/numbers.hpp"
#include "render/report/review_data.hpp"
#include "report/approval.hpp"

namespace pos::render {
namespace {

using write::Line;
using write::RecordLine;

// A header is made of these: its names alone are written.
const report::Series no_series;
const report::Point no_point;
const incident::Incident no_incident;
const incident::Part no_part;

void append_summary_line(std::string& out, Line form, const report::Report& report, const SummaryLine& line,
                         std::optional<double> approval = {}) {
  const report::Total& total = line.total;
  RecordLine row(out, form);
  row.text("status", line.status).number("rows", total.rows).number("count", total.count);
  row.number("abnormal_rows", total.abnormal_rows).number("abnormal_count", total.abnormal_count);
  row.decimal("expected", known(total.rows_expected > 0, total.expected), 2);
  if (report.comparison) {
    const auto number = [&](std::int64_t value) { return line.compared ? std::optional(value) : std::nullopt; };
    const report::Total before = line.compared.value_or(report::Total{});
    row.number("compared_rows", number(before.rows)).number("compared_count", number(before.count));
  }
  row.decimal("approval_rate", approval, 4).end();
}

void append_bar(std::string& out, Line form, const report::StatusTotal& entry) {
  const report::Total& total = entry.total;
  RecordLine row(out, form);
  row.text("status", entry.status).number("normal", total.count - total.abnormal_count);
  row.number("abnormal", total.abnormal_count).end();
}

void append_series_row(std::string& out, Line form, const SeriesRow& step) {
  const report::Point& point = *step.point;
  RecordLine row(out, form);
  row.time("time", point.begin).text("status", step.series->status).number("count", point.count);
  row.decimal("expected", known(step.has_expectation, point.expected), 2).number("alerts", point.alerts);
  row.text_or_null("severity", severity_name(point.severity)).end();
}

// Quartiles of whole numbers are exact with two decimals.
void append_status_description(std::string& out, Line form, const report::StatusDescription& of) {
  const Description& all = of.counts;
  RecordLine row(out, form);
  row.text("status", of.status).number("count", static_cast<std::int64_t>(all.count)).decimal("mean", all.mean, 6);
  row.decimal("std", known(all.count > 1, all.std), 6).decimal("min", all.min, 0);
  row.decimal("25%", all.q25, 2).decimal("50%", all.q50, 2).decimal("75%", all.q75, 2).decimal("max", all.max, 0).end();
}

// The first message, who took it, and until when nobody hears of it.
void append_people(RecordLine& row, const incident::PeopleOf& all, std::int64_t incident) {
  using incident::Verdict;
  const auto at = all.find(incident);
  const incident::People people = at == all.end() ? incident::People() : at->second;
  const auto& taken = people.taken;
  const Verdict verdict = taken ? taken->verdict : Verdict::none;
  row.time("told", people.told.empty() ? std::nullopt : std::optional(people.told.front().time));
  row.time("acknowledged", taken ? std::optional(taken->time) : std::nullopt);
  row.text_or_null("acknowledged_by", taken ? taken->author : "");
  row.text_or_null("verdict", verdict == Verdict::none ? "" : verdict == Verdict::true_alarm ? "true" : "false");
  row.time("silenced_until", people.silent_until);
}

void append_incident_row(std::string& out, Line form, const report::Report& report, const IncidentRow& of,
                         IncidentColumns columns) {
  const incident::Part& part = *of.part;
  RecordLine row(out, form);
  row.number("incident", of.incident->id).text("status", part.status);
  row.text_or_null("severity", severity_name(part.severity)).time("first", part.first).time("last", part.last);
  row.number("alerts", part.alerts).number("count", part.count);
  row.decimal("expected", part.expected, 2).decimal("surprise", part.surprise, 3).decimal("lost", of.lost, 2);
  row.text_or_null("reason", part.reason).text("words", of.words());
  if (report.has_keys) row.text_or_null(key_column, of.incident->group);
  if (report.has_places) row.text_or_null(where_column, part.where);
  if (!report.events.empty()) row.text_or_null("events", events_words(report, *of.incident));
  if (report.has_amounts) row.decimal(lost_amount_column, in_units(of.lost_amount), 2);
  if (report.people) append_people(row, *report.people, of.incident->id);
  if (columns == IncidentColumns::with_page) {
    row.number("id", of.incident->id).raw("open", of.incident->open() ? "true" : "false");
    row.text("url", incident::page_view(*of.incident));
  }
  row.end();
}

void append_key(std::string& out, Line form, const report::Report& report, const report::KeyTotal& key) {
  RecordLine row(out, form);
  row.text(key_column, key.key).number("rows", key.rows).number("count", key.count);
  row.decimal("share", share(report, key), 6);
  row.number("volume_count", report.volume == every_status ? std::nullopt : std::optional(key.volume));
  row.number("incidents", key.incidents).number("alert_minutes", key.alert_minutes).decimal("lost", key.lost, 2);
  row.text_or_null("severity", severity_name(key.severity)).number("last_incident", key.last_incident).end();
}

write::PlaceColumns place_columns(const report::Report& report) { return {report.has_keys, report.has_places, report.has_amounts}; }

void append_header(std::string& out, const report::Report& report, Part part, IncidentColumns columns) {
  switch (part) {
    case Part::summary:
      return append_summary_line(out, Line::csv_header, report, total_line(report));
    case Part::table:
      return write::append_record_line(out, Line::csv_header, {}, place_columns(report));
    case Part::bars:
      return append_bar(out, Line::csv_header, {});
    case Part::series:
      return append_series_row(out, Line::csv_header, {&no_series, &no_point, false});
    case Part::describe:
      return append_status_description(out, Line::csv_header, {});
    case Part::incidents:
      return append_incident_row(out, Line::csv_header, report, {&no_incident, &no_part, true, {}}, columns);
    case Part::keys:
      return append_key(out, Line::csv_header, report, {});
    case Part::review:
      return append_review_header(out);
  }
}

}  // namespace

void append_data(std::string& out, Line form, const report::Report& report, Part part, IncidentColumns columns) {
  if (form == Line::csv) append_header(out, report, part, columns);
  if (form == Line::json) out += '[';
  switch (part) {
    case Part::summary:
      for (const SummaryLine& line : summary_lines(report)) append_summary_line(out, form, report, line);
      append_summary_line(out, form, report, total_line(report), report::approval_rate(report));
      break;
    case Part::table:
      for (const Record& record : report.records) write::append_record_line(out, form, record, place_columns(report));
      break;
    case Part::bars:
      for (const report::StatusTotal& entry : report.statuses) append_bar(out, form, entry);
      break;
    case Part::series:
      for (const SeriesRow& row : series_rows(report)) append_series_row(out, form, row);
      break;
    case Part::describe:
      for (const report::StatusDescription& status : report.descriptions) append_status_description(out, form, status);
      break;
    case Part::incidents:
      for (const IncidentRow& row : incident_rows(report)) append_incident_row(out, form, report, row, columns);
      break;
    case Part::keys:
      for (const report::KeyTotal& key : report.keys) append_key(out, form, report, key);
      break;
    case Part::review:
      append_review_lines(out, form, report);
      break;
  }
  if (form == Line::json) out += "]\n";
}

}  // namespace pos::render
