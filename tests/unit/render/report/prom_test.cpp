// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "render/report/data.hpp"
#include "unit/render/sample_report.hpp"

using namespace pos;
using namespace pos::render;

namespace {

// UTC-3: local times are three hours behind.
std::string prom(const report::Report& report) {
  std::string out;
  append_prom(out, report, 1'773'111'600, -3 * 3600);
  return out;
}

}  // namespace

// Accepted by `promtool check metrics` of Prometheus 2.42. Times by `date -ud '2026-03-09 03:00' +%s`.
TEST_CASE("report prom: gauges with help, type and base units") {
  CHECK(prom(sample::two_incidents()) ==
        R"(# HELP pos_report_transactions Transactions in the period, by status and final decision.
# TYPE pos_report_transactions gauge
pos_report_transactions{status="approved",decision="Approve"} 48000
pos_report_transactions{status="approved",decision="Alert"} 0
pos_report_transactions{status="denied",decision="Approve"} 4284
pos_report_transactions{status="denied",decision="Alert"} 61
# HELP pos_report_rows Scored records in the period, by status and final decision.
# TYPE pos_report_rows gauge
pos_report_rows{status="approved",decision="Approve"} 1437
pos_report_rows{status="approved",decision="Alert"} 3
pos_report_rows{status="denied",decision="Approve"} 954
pos_report_rows{status="denied",decision="Alert"} 6
# HELP pos_report_unjudged_rows Scored records in the period that were never judged while others were.
# TYPE pos_report_unjudged_rows gauge
pos_report_unjudged_rows 0
# HELP pos_report_expected_transactions Transactions that were to be expected in the minutes that have records.
# TYPE pos_report_expected_transactions gauge
pos_report_expected_transactions{status="approved"} 48097.50
pos_report_expected_transactions{status="denied"} 4002.96
# HELP pos_report_approval_rate approved / (approved + denied + failed) in the period, 0 to 1.
# TYPE pos_report_approval_rate gauge
pos_report_approval_rate 0.9170
# HELP pos_report_incidents Incidents of the period, by their worst severity.
# TYPE pos_report_incidents gauge
pos_report_incidents{severity="warning"} 1
pos_report_incidents{severity="critical"} 1
# HELP pos_report_lost_approvals Approvals expected and not seen while an incident lasted.
# TYPE pos_report_lost_approvals gauge
pos_report_lost_approvals 97.50
# HELP pos_report_open_incidents Incidents that are not over, by their worst severity.
# TYPE pos_report_open_incidents gauge
pos_report_open_incidents{severity="warning"} 1
pos_report_open_incidents{severity="critical"} 1
# HELP pos_report_last_record_timestamp_seconds Time of the newest record that came.
# TYPE pos_report_last_record_timestamp_seconds gauge
pos_report_last_record_timestamp_seconds 1773111540
# HELP pos_report_period_begin_timestamp_seconds First second of the period.
# TYPE pos_report_period_begin_timestamp_seconds gauge
pos_report_period_begin_timestamp_seconds 1773025200
# HELP pos_report_period_end_timestamp_seconds End of the period, which is no longer part of it.
# TYPE pos_report_period_end_timestamp_seconds gauge
pos_report_period_end_timestamp_seconds 1773111600
# HELP pos_report_generated_timestamp_seconds When this report was made.
# TYPE pos_report_generated_timestamp_seconds gauge
pos_report_generated_timestamp_seconds 1773111600
)");
}

TEST_CASE("report prom: label values are escaped") {
  report::Report report = sample::empty();
  report.statuses = {{"a\\b\"c\nd", {1, 2, 0, 0, 0, 0}}};
  CHECK(prom(report).find(R"(pos_report_rows{status="a\\b\"c\nd",decision="Approve"} 1)") != std::string::npos);
}

TEST_CASE("report prom: no sample for what is not known") {
  const std::string text = prom(sample::empty());
  CHECK(text.find("pos_report_rows") == std::string::npos);
  CHECK(text.find("pos_report_expected") == std::string::npos);
  CHECK(text.find("last_record") == std::string::npos);
  CHECK(text.find("pos_report_incidents{severity=\"critical\"} 0\n") != std::string::npos);
}

TEST_CASE("report prom: of a live history the newest record counts, of the period or before it") {
  report::Report report = sample::empty();
  report.last_row = report::LastRow{sample::at(12, 26), 2100, true};
  const std::string text = prom(report);
  CHECK(text.find("\npos_report_last_record_timestamp_seconds 1773069960\n") != std::string::npos);  // 15:26 UTC
  CHECK(text.find("\npos_report_overdue 1\n") != std::string::npos);
  report.last_row->overdue = false;
  CHECK(prom(report).find("\npos_report_overdue 0\n") != std::string::npos);
  CHECK(prom(sample::empty()).find("overdue") == std::string::npos);
}

TEST_CASE("report prom: times without a date are no points in time") {
  report::Report report = sample::two_incidents();
  report.period = {0, 86'400};
  report.last_record = report.last_real = 3600;
  const std::string text = prom(report);
  CHECK(text.find("period") != std::string::npos);  // in the help of others
  CHECK(text.find("pos_report_period") == std::string::npos);
  CHECK(text.find("last_record") == std::string::npos);
  CHECK(text.ends_with("pos_report_generated_timestamp_seconds 1773111600\n"));
}

TEST_CASE("report prom: incidents by key, of keys that have some") {
  const std::string text = prom(sample::with_keys());
  CHECK(text.find("# TYPE pos_report_key_incidents gauge\npos_report_key_incidents{key=\"merchant=alfa\"} 1\n#") !=
        std::string::npos);
  CHECK(prom(sample::two_incidents()).find("key") == std::string::npos);
  report::Report many = sample::with_keys();
  for (int i = 0; i < 500; ++i) {
    many.incidents.push_back(many.incidents[0]);
    many.incidents.back().group = "merchant=\"" + std::to_string(i);
  }
  std::size_t samples = 0;
  const std::string all = prom(many);
  for (auto at = all.find("_incidents{key="); at != std::string::npos; at = all.find("_incidents{key=", at + 1))
    ++samples;
  CHECK(samples == 100);
}
