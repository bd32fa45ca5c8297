// SPDX-License-Identifier: MIT
// https://prometheus.io/docs/instrumenting/exposition_formats/ and /docs/practices/naming/.
#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

#include "base/text.hpp"
#include "base/money.hpp"
#include "base/volume.hpp"
#include "render/report/data.hpp"
#include "render/report/numbers.hpp"
#include "report/approval.hpp"

namespace pos::render {

std::string prom_label(std::string_view name, std::string_view value) {
  std::string text(name);
  text += "=\"";
  for (const char c : value) {
    if (c == '\\' || c == '"') text += '\\';
    if (c == '\n') {
      text += "\\n";
    } else {
      text += c;
    }
  }
  return text += '"';
}

namespace {

constexpr std::int64_t day = 86'400;

// One family. Samples carry no time: the textfile collector refuses files in which they do.
class Gauge {
 public:
  // `prefix` and `name` make the name.
  Gauge(std::string& out, std::string_view prefix, std::string_view name, std::string_view help)
      : out_(out), name_(fmt::format("{}_{}", prefix, name)) {
    fmt::format_to(std::back_inserter(out_), "# HELP {0} {1}\n# TYPE {0} gauge\n", name_, help);
  }

  void sample(std::int64_t value) { fmt::format_to(std::back_inserter(out_), "{} {}\n", name_, value); }
  void sample(double value, int decimals = 2) {
    (out_ += name_) += ' ';
    append_decimal(out_, value, decimals);
    out_ += '\n';
  }
  // `labels` between the braces.
  void sample(std::string_view labels, std::int64_t value) {
    fmt::format_to(std::back_inserter(out_), "{}{{{}}} {}\n", name_, labels, value);
  }
  void sample(std::string_view labels, double value) {
    fmt::format_to(std::back_inserter(out_), "{}{{{}}} ", name_, labels);
    append_decimal(out_, value, 2);
    out_ += '\n';
  }

 private:
  std::string& out_;
  std::string name_;
};

// Of a HELP line: a backslash begins an escape there.
std::string help_text(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\\' ? "\\\\" : std::string(1, c);
  return out;
}

void append_decisions(Gauge& gauge, const std::string& status, std::int64_t all, std::int64_t alert) {
  gauge.sample(prom_label("status", status) + ",decision=\"Approve\"", all - alert);
  gauge.sample(prom_label("status", status) + ",decision=\"Alert\"", alert);
}

void append_statuses(std::string& out, std::string_view prefix, const report::Report& report) {
  if (report.statuses.empty()) return;
  Gauge transactions(out, prefix, "transactions", "Transactions in the period, by status and final decision.");
  for (const auto& [status, total] : report.statuses) {
    append_decisions(transactions, status, total.count, total.abnormal_count);
  }
  Gauge rows(out, prefix, "rows", "Scored records in the period, by status and final decision.");
  for (const auto& [status, total] : report.statuses) append_decisions(rows, status, total.rows, total.abnormal_rows);
}

void append_unjudged(std::string& out, std::string_view prefix, const report::Report& report) {
  Gauge(out, prefix, "unjudged_rows", "Scored records in the period that were never judged while others were.")
      .sample(report.unjudged);
}

void append_expected(std::string& out, std::string_view prefix, const report::Report& report) {
  const auto is_known = [](const report::StatusTotal& entry) { return entry.total.rows_expected > 0; };
  if (std::none_of(report.statuses.begin(), report.statuses.end(), is_known)) return;
  Gauge expected(out, prefix, "expected_transactions",
                 "Transactions that were to be expected in the minutes that have records.");
  for (const report::StatusTotal& entry : report.statuses) {
    if (is_known(entry)) expected.sample(prom_label("status", entry.status), entry.total.expected);
  }
}

void append_approval_rate(std::string& out, std::string_view prefix, const report::Report& report) {
  const auto rate = report::approval_rate(report);
  if (!rate) return;
  Gauge(out, prefix, "approval_rate", "approved / (approved + denied + failed) in the period, 0 to 1.").sample(*rate, 4);
}

void append_open_incidents(std::string& out, std::string_view prefix, const report::Report& report) {
  Gauge gauge(out, prefix, "open_incidents", "Incidents that are not over, by their worst severity.");
  for (const Severity severity : {Severity::warning, Severity::critical}) {
    gauge.sample(prom_label("severity", severity_name(severity)),
                 std::int64_t{std::ranges::count_if(report.incidents, [severity](const incident::Incident& incident) {
                   return incident.open() && incident.severity == severity;
                 })});
  }
}

// Every severity, also where there is none: an alerting rule must see the 0 that ends its alert.
void append_incidents(std::string& out, std::string_view prefix, const report::Report& report) {
  Gauge incidents(out, prefix, "incidents", "Incidents of the period, by their worst severity.");
  for (const Severity severity : {Severity::warning, Severity::critical}) {
    incidents.sample(prom_label("severity", severity_name(severity)), count_incidents(report, severity));
  }
  const auto lost = lost_in_all(report);
  if (!lost) return;  // a gauge that is not there is unknown
  std::string what = volume_word(report.volume, 2);
  if (is_approved(report.volume)) what.front() = 'A';
  Gauge(out, prefix, "lost_approvals", help_text(what) + " expected and not seen while an incident lasted.")
      .sample(*lost);
  if (const auto amount = in_units(report::lost_amount_in_all(report)))
    Gauge(out, prefix, "lost_amount", "What these were worth, in units of the amounts of the rows.").sample(*amount);
}

// Of keys that have incidents only: thousands of others would make thousands of samples.
void append_keys(std::string& out, std::string_view prefix, const report::Report& report) {
  constexpr std::size_t most = 100;
  std::map<std::string_view, std::int64_t> incidents;
  for (const incident::Incident& incident : report.incidents) {
    if (incident.group.empty()) continue;
    if (incidents.size() < most || incidents.contains(incident.group)) ++incidents[incident.group];
  }
  if (incidents.empty()) return;
  Gauge gauge(out, prefix, "key_incidents", "Incidents of the period, by their key; of keys that have some.");
  for (const auto& [key, number] : incidents) gauge.sample(prom_label("key", key), number);
}

void append_times(std::string& out, std::string_view prefix, const report::Report& report, std::int64_t utc_offset) {
  if (report.period.begin >= 0 && report.period.end <= day) return;  // times without a date
  const auto last = report.last_row ? std::optional(report.last_row->time) : report.last_real;
  if (last) {
    Gauge(out, prefix, "last_record_timestamp_seconds", "Time of the newest record that came.")
        .sample(*last - utc_offset);
  }
  if (report.last_row) {
    Gauge(out, prefix, "overdue", "1: more records were to be expected after the newest one that came.")
        .sample(std::int64_t{report.last_row->overdue});
  }
  Gauge(out, prefix, "period_begin_timestamp_seconds", "First second of the period.")
      .sample(report.period.begin - utc_offset);
  Gauge(out, prefix, "period_end_timestamp_seconds", "End of the period, which is no longer part of it.")
      .sample(report.period.end - utc_offset);
}

// What both are about.
void append_figures(std::string& out, std::string_view prefix, const report::Report& report) {
  append_statuses(out, prefix, report);
  append_unjudged(out, prefix, report);
  append_expected(out, prefix, report);
  append_approval_rate(out, prefix, report);
  append_incidents(out, prefix, report);
}

}  // namespace

void append_prom_today(std::string& out, const report::Report& report) {
  constexpr std::string_view prefix = "pos_today";
  append_figures(out, prefix, report);
  append_open_incidents(out, "pos", report);
}

void append_prom(std::string& out, const report::Report& report, std::int64_t generated, std::int64_t utc_offset) {
  constexpr std::string_view prefix = "pos_report";
  append_figures(out, prefix, report);
  append_open_incidents(out, prefix, report);
  append_keys(out, prefix, report);
  append_times(out, prefix, report, utc_offset);
  Gauge(out, prefix, "generated_timestamp_seconds", "When this report was made.").sample(generated);
}

}  // namespace pos::render
