// SPDX-License-Identifier: MIT
// What /metrics tells, counted.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pos::serve {

// Upper bounds in seconds; what is longer is counted behind the last.
class Histogram {
 public:
  static constexpr std::array<double, 10> bounds = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5};

  void add(std::chrono::microseconds took);
  // The lines of Prometheus's text format, name_bucket, name_sum and name_count.
  void append(std::string& out, std::string_view name) const;

 private:
  std::array<std::uint64_t, bounds.size() + 1> counts_{};
  std::uint64_t count_ = 0;
  double sum_ = 0;
};

// What is true at the moment of asking.
struct Gauges {
  std::optional<std::int64_t> last_record_age;  // seconds
  std::size_t connections = 0, viewers = 0, score_queue_bytes = 0, report_queue = 0;
  bool alert_command_runs = false;
  std::string_view version;  // of the program
};

class Metrics {
 public:
  // `endpoint` is one of ours: nothing from a request becomes a label.
  void count_request(std::string_view endpoint, unsigned status) { ++requests_[{std::string(endpoint), status}]; }

  // Their names come with rows, which not everybody may post: of more than a hundred the last are one.
  void count_transactions(const std::map<std::string, std::int64_t, std::less<>>& by_status);

  std::uint64_t rows = 0, alerts = 0, unjudged = 0, refused_connections = 0, dropped_viewers = 0, alert_restarts = 0,
                commits = 0, commit_failures = 0, reloads = 0, reload_failures = 0;
  Histogram scoring;

  // Prometheus's text format, version 0.0.4.
  [[nodiscard]] std::string text(const Gauges& gauges) const;

 private:
  std::map<std::pair<std::string, unsigned>, std::uint64_t> requests_;
  std::map<std::string, std::int64_t, std::less<>> transactions_;  // by status
};

}  // namespace pos::serve
