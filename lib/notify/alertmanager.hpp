// SPDX-License-Identifier: MIT
// Incidents as alerts of Prometheus Alertmanager: POST /api/v2/alerts of its base URL.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "notify/notice.hpp"

namespace pos::notify {

// Alertmanager knows an alert by its labels: who sends the same again prolongs it, until its end. Times are seconds since
// 1970 UTC.
struct Alert {
  std::string labels;       // an object of JSON, as the next one
  std::string annotations;  // of what may change while it lasts
  std::string url;          // where it is seen; empty: nowhere
  std::int64_t starts = 0;
  std::int64_t ends = 0;  // in the past: it is over

  friend bool operator==(const Alert&, const Alert&) = default;
};

// Labels       alertname (PosIncident), incident, severity, status, instance (who sends), and where there is one stream,
//              key, and the column of the key by its own name: merchant="m17". Of several statuses that which began
//              first, so that none changes while the incident lasts but severity.
// Annotations  summary, description, command, and where it is so page and acknowledged, in the language of the notice.
[[nodiscard]] Alert alert_of(const Notice& notice, std::string_view stream);

// As a label can be named (Prometheus' data model), and none of the others is: `merchant`, `key_status`, `Loja_n_`.
[[nodiscard]] std::string label_name(std::string_view column);

// The body.
[[nodiscard]] std::string render_alerts(std::span<const Alert> alerts);
// That of a test: an alert PosAlertTest, severity none, of a minute.
[[nodiscard]] std::string render_test_alert(const Notice& notice);

// https://alerts.example.com/am -> https://alerts.example.com/am/api/v2/alerts
[[nodiscard]] std::string alerts_url(std::string base);

}  // namespace pos::notify
