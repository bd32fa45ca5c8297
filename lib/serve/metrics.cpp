// SPDX-License-Identifier: MIT
#include "serve/metrics.hpp"

#include <fmt/core.h>

#include <iterator>

#include "base/count.hpp"
#include "render/report/data.hpp"

namespace pos::serve {
namespace {

enum class Kind { counter, gauge };

template <typename Value>
void append(std::string& out, Kind kind, std::string_view name, std::string_view help, Value value) {
  fmt::format_to(std::back_inserter(out), "# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n", name, help,
                 kind == Kind::counter ? "counter" : "gauge", value);
}

}  // namespace

void Histogram::add(std::chrono::microseconds took) {
  const double seconds = static_cast<double>(took.count()) / 1e6;
  std::size_t i = 0;
  while (i < bounds.size() && seconds > bounds[i]) ++i;
  ++counts_[i];
  ++count_;
  sum_ += seconds;
}

void Histogram::append(std::string& out, std::string_view name) const {
  std::uint64_t below = 0;
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    below += counts_[i];
    fmt::format_to(std::back_inserter(out), "{}_bucket{{le=\"{}\"}} {}\n", name, bounds[i], below);
  }
  fmt::format_to(std::back_inserter(out), "{0}_bucket{{le=\"+Inf\"}} {1}\n{0}_sum {2:.6f}\n{0}_count {1}\n", name,
                 count_, sum_);
}

void Metrics::count_transactions(const std::map<std::string, std::int64_t, std::less<>>& by_status) {
  constexpr std::size_t most = 100;
  for (const auto& [status, number] : by_status) {
    const bool has_place = transactions_.size() < most || transactions_.contains(status);
    add_count(transactions_[has_place ? status : std::string("(other)")], number);
  }
}

std::string Metrics::text(const Gauges& gauges) const {
  std::string out =
      "# HELP pos_serve_requests_total Requests answered.\n"
      "# TYPE pos_serve_requests_total counter\n";
  for (const auto& [what, count] : requests_) {
    fmt::format_to(std::back_inserter(out), "pos_serve_requests_total{{endpoint=\"{}\",status=\"{}\"}} {}\n",
                   what.first, what.second, count);
  }
  if (!transactions_.empty()) {
    out += "# HELP pos_transactions_total Transactions that were posted and stored since the start.\n"
           "# TYPE pos_transactions_total counter\n";
  }
  for (const auto& [status, number] : transactions_)
    fmt::format_to(std::back_inserter(out), "pos_transactions_total{{{}}} {}\n", render::prom_label("status", status),
                   number);
  append(out, Kind::counter, "pos_serve_rows_total", "Rows scored and stored.", rows);
  append(out, Kind::counter, "pos_serve_alerts_total", "Rows answered with Alert.", alerts);
  append(out, Kind::counter, "pos_serve_unjudged_rows_total", "Rows that were late, or far ahead of the clock.",
         unjudged);
  out +=
      "# HELP pos_serve_scoring_seconds From the end of a body to its answer.\n"
      "# TYPE pos_serve_scoring_seconds histogram\n";
  scoring.append(out, "pos_serve_scoring_seconds");
  append(out, Kind::counter, "pos_serve_commits_total", "Transactions that stored the rows of one or more requests.",
         commits);
  append(out, Kind::counter, "pos_serve_commit_failures_total", "Those that failed.", commit_failures);
  append(out, Kind::counter, "pos_serve_refused_connections_total", "Connections beyond --max-clients.",
         refused_connections);
  append(out, Kind::counter, "pos_serve_dropped_viewers_total", "Streams ended because nobody read them.",
         dropped_viewers);
  append(out, Kind::counter, "pos_serve_alert_restarts_total", "Times --alert-command was started again.",
         alert_restarts);
  append(out, Kind::counter, "pos_serve_reloads_total", "Models read again.", reloads);
  append(out, Kind::counter, "pos_serve_reload_failures_total", "Models that were refused.", reload_failures);
  if (gauges.last_record_age)
    append(out, Kind::gauge, "pos_serve_last_record_age_seconds", "Clock less the time of the newest row that came.",
           *gauges.last_record_age);
  append(out, Kind::gauge, "pos_serve_connections", "Open connections.", gauges.connections);
  append(out, Kind::gauge, "pos_serve_viewers", "Of these, live streams.", gauges.viewers);
  append(out, Kind::gauge, "pos_serve_score_queue_bytes", "Bodies that wait to be scored.", gauges.score_queue_bytes);
  append(out, Kind::gauge, "pos_serve_report_queue", "Reports that wait to be made.", gauges.report_queue);
  append(out, Kind::gauge, "pos_serve_alert_command_runs", "1 while --alert-command runs.",
         gauges.alert_command_runs ? 1 : 0);
  fmt::format_to(std::back_inserter(out),
                 "# HELP pos_build_info 1; which version runs.\n# TYPE pos_build_info gauge\npos_build_info{{{}}} 1\n",
                 render::prom_label("version", gauges.version));
  return out;
}

}  // namespace pos::serve
