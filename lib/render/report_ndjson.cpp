// SPDX-License-Identifier: MIT
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "base/text.hpp"
#include "render/report_data.hpp"
#include "render/report_numbers.hpp"
#include "render/time_text.hpp"

namespace pos::render {
namespace {

// One object, member by member, on a line of its own.
class Object {
 public:
  explicit Object(std::string& out) : out_(out) {}

  Object& text(std::string_view name, std::string_view value) {
    append_json_string(member(name), value);
    return *this;
  }
  Object& text_or_null(std::string_view name, std::string_view value) {
    if (!value.empty()) return text(name, value);
    member(name) += "null";
    return *this;
  }
  Object& time(std::string_view name, LocalSeconds value) {
    append_date_time(member(name) += '"', value);
    out_ += '"';
    return *this;
  }
  Object& number(std::string_view name, std::int64_t value) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    member(name).append(digits.data(), end);
    return *this;
  }
  Object& number(std::string_view name, double value, int decimals) {
    append_decimal(member(name), value, decimals);
    return *this;
  }
  Object& number_or_null(std::string_view name, std::optional<double> value, int decimals) {
    if (value) return number(name, *value, decimals);
    member(name) += "null";
    return *this;
  }
  void end() { out_ += "}\n"; }

 private:
  std::string& member(std::string_view name) {
    ((out_ += first_ ? "{\"" : ",\"") += name) += "\":";
    first_ = false;
    return out_;
  }

  std::string& out_;
  bool first_ = true;
};

void append_ndjson_summary_line(std::string& out, const SummaryLine& line) {
  const report::Total& total = line.total;
  Object object(out);
  object.text("status", line.status).number("rows", total.rows).number("count", total.count);
  object.number("abnormal_rows", total.abnormal_rows).number("abnormal_count", total.abnormal_count);
  object.number_or_null("expected", known(total.rows_expected > 0, total.expected), 2);
  if (line.compared) {
    object.number("compared_rows", line.compared->rows).number("compared_count", line.compared->count);
  }
  object.end();
}

void append_ndjson_bar(std::string& out, const report::StatusTotal& entry) {
  Object(out)
      .text("status", entry.status)
      .number("normal", entry.total.count - entry.total.abnormal_count)
      .number("abnormal", entry.total.abnormal_count)
      .end();
}

void append_ndjson_series_row(std::string& out, const SeriesRow& row) {
  const report::Point& point = *row.point;
  Object object(out);
  object.time("time", point.begin).text("status", row.series->status).number("count", point.count);
  object.number_or_null("expected", known(row.has_expectation, point.expected), 2).number("alerts", point.alerts);
  object.text_or_null("severity", severity_name(point.severity)).end();
}

void append_ndjson_incident_row(std::string& out, const IncidentRow& row) {
  const incident::Part& part = *row.part;
  Object object(out);
  object.number("incident", row.incident->id).text("status", part.status);
  object.text_or_null("severity", severity_name(part.severity));
  object.time("first", part.first).time("last", part.last);
  object.number("alerts", part.alerts).number("count", part.count);
  object.number_or_null("expected", part.expected, 2).number_or_null("surprise", part.surprise, 3);
  object.number_or_null("lost", row.lost, 2).text_or_null("reason", part.reason).end();
}

}  // namespace

void append_ndjson_record(std::string& out, const Record& record) {
  const Scored& scored = record.scored;
  Object object(out);
  object.time("time", record.time).text("status", record.status).number("count", record.count);
  object.number("score", scored.score, 6).number("alert", std::int64_t{scored.alert});
  object.number_or_null("expected", scored.expected, 2);
  object.number_or_null("surprise", scored.surprise, 3);
  object.text_or_null("severity", severity_name(scored.severity));
  object.text("final_decision", scored.decision == Decision::alert ? "Alert" : "Approve");
  object.text_or_null("reason", scored.reason).end();
}

void append_ndjson(std::string& out, const report::Report& report, Part part) {
  switch (part) {
    case Part::summary:
      for (const SummaryLine& line : summary_lines(report)) append_ndjson_summary_line(out, line);
      append_ndjson_summary_line(out, total_line(report));
      break;
    case Part::table:
      for (const Record& record : report.records) append_ndjson_record(out, record);
      break;
    case Part::bars:
      for (const report::StatusTotal& entry : report.statuses) append_ndjson_bar(out, entry);
      break;
    case Part::series:
      for (const SeriesRow& row : series_rows(report)) append_ndjson_series_row(out, row);
      break;
    case Part::incidents:
      for (const IncidentRow& row : incident_rows(report)) append_ndjson_incident_row(out, row);
      break;
  }
}

}  // namespace pos::render
