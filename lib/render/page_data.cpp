// SPDX-License-Identifier: MIT
#include "render/page_data.hpp"

#include <fmt/core.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"
#include "render/html.hpp"
#include "render/report_numbers.hpp"
#include "render/time_text.hpp"

namespace pos::render {
namespace {

using report::Report;

void append_script_string(std::string& out, std::string_view text) {
  std::string json;
  append_json_string(json, text);
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string_view rest = std::string_view(json).substr(i);
    if (json[i] == '<' || json[i] == '>' || json[i] == '&') {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", json[i]);
    } else if (rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9")) {
      out += rest[2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += json[i];
    }
  }
}

// Texts of a column by number, in the order they first came.
class Names {
 public:
  std::size_t number(std::string_view name) {
    const auto [at, fresh] = numbers_.try_emplace(name, names_.size());
    if (fresh) names_.push_back(name);
    return at->second;
  }
  void append_to(std::string& out) const {
    out += '[';
    for (const std::string_view& name : names_) {
      if (&name != names_.data()) out += ',';
      append_script_string(out, name);
    }
    out += ']';
  }

 private:
  std::unordered_map<std::string_view, std::size_t> numbers_;  // of names that the report owns
  std::vector<std::string_view> names_;
};

void append_integer(std::string& out, std::int64_t value) {
  std::array<char, 20> text{};
  out.append(text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr);
}

void append_optional(std::string& out, const std::optional<double>& value, int decimals) {
  if (value) {
    append_decimal(out, *value, decimals);
  } else {
    out += "null";
  }
}

// `,"name":[...]`, a value per record.
template <typename Value>
void append_column(std::string& out, std::string_view name, const Report& report, Value append_value) {
  out += ",\n\"";
  out += name;
  out += "\":[";
  for (const Record& record : report.records) {
    if (&record != report.records.data()) out += ',';
    append_value(record);
  }
  out += ']';
}

void append_rows(std::string& out, const Report& report) {
  Names statuses;
  Names reasons;
  for (const report::StatusTotal& total : report.statuses) statuses.number(total.status);
  reasons.number("");
  LocalSeconds before = 0;
  append_column(out, "time", report, [&](const Record& record) {
    append_integer(out, record.time - before);
    before = record.time;
  });
  append_column(out, "status", report, [&](const Record& record) {
    append_integer(out, static_cast<std::int64_t>(statuses.number(record.status)));
  });
  append_column(out, "count", report, [&](const Record& record) { append_integer(out, record.count); });
  append_column(out, "score", report, [&](const Record& record) { append_decimal(out, record.scored.score, 4); });
  append_column(out, "expected", report,
                [&](const Record& record) { append_optional(out, record.scored.expected, 2); });
  append_column(out, "surprise", report,
                [&](const Record& record) { append_optional(out, record.scored.surprise, 2); });
  append_column(out, "severity", report,
                [&](const Record& record) { append_integer(out, static_cast<int>(record.scored.severity)); });
  append_column(out, "alert", report,
                [&](const Record& record) { out += record.scored.decision == Decision::alert ? '1' : '0'; });
  append_column(out, "reason", report, [&](const Record& record) {
    append_integer(out, static_cast<std::int64_t>(reasons.number(record.scored.reason)));
  });
  out += ",\n\"statuses\":";
  statuses.append_to(out);
  out += ",\n\"reasons\":";
  reasons.append_to(out);
}

void append_filter(std::string& out, const report::Filter& filter) {
  constexpr std::string_view normal[] = {"all", "normal", "abnormal"};
  fmt::format_to(std::back_inserter(out), R"("filter":{{"hour":[{},{}],"minute":[{},{}],"normal":"{}"}})",
                 filter.hour_from, filter.hour_to, filter.minute_from, filter.minute_to,
                 normal[static_cast<std::size_t>(filter.normal)]);
}

void append_covered(std::string& out, const std::vector<Period>& covered) {
  out += R"(,"covered":[)";
  for (const Period& period : covered) {
    fmt::format_to(std::back_inserter(out), "{}[{},{}]", &period == covered.data() ? "" : ",", period.begin,
                   period.end);
  }
  out += ']';
}

void append_incident_row(std::string& out, const IncidentRow& row) {
  const incident::Part& part = *row.part;
  fmt::format_to(std::back_inserter(out), R"({{"incident":{},"status":)", row.incident->id);
  append_script_string(out, part.status);
  fmt::format_to(std::back_inserter(out), R"(,"severity":"{}","first":{},"last":{},"alerts":{},"count":{},"expected":)",
                 severity_name(part.severity), part.first, part.last, part.alerts, part.count);
  append_optional(out, part.expected, 2);
  out += R"(,"lost":)";
  append_optional(out, row.lost, 2);
  out += R"(,"reason":)";
  append_script_string(out, part.reason);
  out += '}';
}

}  // namespace

void append_page_data(std::string& out, const Report& report, std::string_view chart_status) {
  out.reserve(out.size() + report.records.size() * 48);
  fmt::format_to(std::back_inserter(out), R"({{"period":[{},{}],"step":{},)", report.period.begin, report.period.end,
                 report.step);
  append_filter(out, report.filter);
  out += R"(,"shown":)";
  append_script_string(out, period_line(report));
  out += R"(,"last":)";
  out += report.last_record ? std::to_string(*report.last_record) : "null";
  out += R"(,"chart":)";
  append_script_string(out, chart_status);
  append_covered(out, report.covered);
  append_rows(out, report);
  out += ",\n\"incidents\":[";
  const auto rows = incident_rows(report);
  for (const IncidentRow& row : rows) {
    if (&row != rows.data()) out += ',';
    append_incident_row(out, row);
  }
  out += "]}";
}

std::string period_line(const Report& report) {
  std::string out = period_text(report.period);
  if (report.last_real) out += "; newest row " + time_text(*report.last_real, report.period);
  if (report.unjudged > 0) out += "; never judged: " + std::to_string(report.unjudged) + " rows";
  return out;
}

}  // namespace pos::render
