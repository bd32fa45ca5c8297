// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "render/report_data.hpp"
#include "render/report_numbers.hpp"
#include "render/time_text.hpp"

namespace pos::render {
namespace {

void append_cell(std::string& out, std::int64_t value) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  (out += ',').append(digits.data(), end);
}

void append_cell(std::string& out, std::string_view text) { append_csv_cell(out += ',', text); }

void append_decimal_cell(std::string& out, std::optional<double> value, int decimals) {
  out += ',';
  if (value) append_decimal(out, *value, decimals);
}

void append_csv_summary_line(std::string& out, const SummaryLine& line) {
  append_csv_cell(out, line.status);
  for (const std::int64_t value :
       {line.total.rows, line.total.count, line.total.abnormal_rows, line.total.abnormal_count}) {
    append_cell(out, value);
  }
  append_decimal_cell(out, known(line.total.rows_expected > 0, line.total.expected), 2);
  if (line.compared) {
    append_cell(out, line.compared->rows);
    append_cell(out, line.compared->count);
  }
  out += '\n';
}

void append_csv_bar(std::string& out, const report::StatusTotal& entry) {
  append_csv_cell(out, entry.status);
  append_cell(out, entry.total.count - entry.total.abnormal_count);
  append_cell(out, entry.total.abnormal_count);
  out += '\n';
}

void append_csv_series_row(std::string& out, const SeriesRow& row) {
  append_date_time(out, row.point->begin);
  append_cell(out, row.series->status);
  append_cell(out, row.point->count);
  append_decimal_cell(out, known(row.has_expectation, row.point->expected), 2);
  append_cell(out, row.point->alerts);
  append_cell(out, severity_name(row.point->severity));
  out += '\n';
}

void append_csv_incident_row(std::string& out, const IncidentRow& row) {
  const incident::Part& part = *row.part;
  out += std::to_string(row.incident->id);
  append_cell(out, part.status);
  append_cell(out, severity_name(part.severity));
  append_cell(out, to_date_time(part.first));
  append_cell(out, to_date_time(part.last));
  append_cell(out, part.alerts);
  append_cell(out, part.count);
  append_decimal_cell(out, part.expected, 2);
  append_decimal_cell(out, part.surprise, 3);
  append_decimal_cell(out, row.lost, 2);
  append_cell(out, part.reason);
  out += '\n';
}

}  // namespace

void append_csv_header(std::string& out, Part part, Compared compared) {
  switch (part) {
    case Part::summary:
      out += "status,rows,count,abnormal_rows,abnormal_count,expected";
      out += compared == Compared::yes ? ",compared_rows,compared_count\n" : "\n";
      break;
    case Part::table:
      out += "time,status,count";
      for (const std::string_view name : scored_columns) (out += ',') += name;
      out += '\n';
      break;
    case Part::bars:
      out += "status,normal,abnormal\n";
      break;
    case Part::series:
      out += "time,status,count,expected,alerts,severity\n";
      break;
    case Part::incidents:
      out += "incident,status,severity,first,last,alerts,count,expected,surprise,lost,reason\n";
      break;
  }
}

void append_csv_record(std::string& out, const Record& record) {
  const Scored& scored = record.scored;
  append_date_time(out, record.time);
  append_cell(out, record.status);
  append_cell(out, record.count);
  append_decimal_cell(out, scored.score, 6);
  out += scored.alert ? ",1" : ",0";
  append_decimal_cell(out, scored.expected, 2);
  append_decimal_cell(out, scored.surprise, 3);
  append_cell(out, severity_name(scored.severity));
  out += scored.decision == Decision::alert ? ",Alert" : ",Approve";
  append_cell(out, scored.reason);
  out += '\n';
}

void append_csv(std::string& out, const report::Report& report, Part part) {
  append_csv_header(out, part, report.comparison ? Compared::yes : Compared::no);
  switch (part) {
    case Part::summary:
      for (const SummaryLine& line : summary_lines(report)) append_csv_summary_line(out, line);
      append_csv_summary_line(out, total_line(report));
      break;
    case Part::table:
      for (const Record& record : report.records) append_csv_record(out, record);
      break;
    case Part::bars:
      for (const report::StatusTotal& entry : report.statuses) append_csv_bar(out, entry);
      break;
    case Part::series:
      for (const SeriesRow& row : series_rows(report)) append_csv_series_row(out, row);
      break;
    case Part::incidents:
      for (const IncidentRow& row : incident_rows(report)) append_csv_incident_row(out, row);
      break;
  }
}

}  // namespace pos::render
