// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>

#include "notify/alertmanager.hpp"
#include "sample_notice.hpp"

namespace pos::notify {
namespace {

TEST_CASE("alertmanager: an incident as labels that last and annotations that change") {
  Notice notice = sample_notice();
  notice.history = "-b /var/lib/pos.db";
  notice.url = "https://pos.example.com/?since=2026-03-09";
  const Alert alert = alert_of(notice, "");
  CHECK(alert.labels ==
        R"({"alertname":"PosIncident","incident":"42","severity":"critical","status":"denied","instance":"till.example.com"})");
  CHECK(alert.annotations ==
        R"({"summary":"denied 3.5x normal since 10:17",)"
        R"("description":"denied 3.5x normal since 10:17: above: 151 in 1 min, 43 expected\nLost: about 59 approvals",)"
        R"("command":"pos-report -b /var/lib/pos.db -s '2026-03-09 09:17' -r all",)"
        R"("page":"https://pos.example.com/?since=2026-03-09"})");
  CHECK(alert.url == notice.url);
}

TEST_CASE("alertmanager: a key and a stream are labels, and who takes care of it is said") {
  Notice notice = sample_notice();
  notice.language = Language::pt;
  notice.event.incident.group = "merchant=m17";
  notice.event.incident.acknowledged = {0, incident::Verdict::none, "ana", "acquirer called"};
  const Alert alert = alert_of(notice, "shop 2");
  CHECK(alert.labels.find(R"("stream":"shop 2","key":"merchant=m17","merchant":"m17"})") != std::string::npos);
  CHECK(alert.annotations.starts_with(R"({"summary":"merchant=m17: denied 3,5x)"));
  CHECK(alert.annotations.ends_with(R"("acknowledged":"ana: acquirer called"})"));
}

TEST_CASE("alertmanager: labels stay when statuses join, and when others come first") {
  Notice notice = sample_notice();
  const std::string before = alert_of(notice, "").labels;
  auto& parts = notice.event.incident.parts;
  incident::Part joined = parts[0];
  joined.status = "approved";
  joined.first = at(10, 20);
  parts.insert(parts.begin(), joined);
  parts[0].count = 3;
  notice.event.incident.missing = 500;
  CHECK(alert_of(notice, "").labels == before);
  CHECK(alert_of(notice, "").annotations.find("approvals") != std::string::npos);
}

TEST_CASE("alertmanager: what comes from outside is harmless") {
  Notice notice = sample_notice();
  notice.event.incident.parts[0].status = "den\"ied\n4111111111111111";
  const Alert alert = alert_of(notice, "");
  for (const std::string& text : {alert.labels, alert.annotations}) {
    CHECK(text.find("4111111111111111") == std::string::npos);
    CHECK(text.find("den\\\"ied") != std::string::npos);
  }
}

TEST_CASE("alertmanager: a column as a label") {
  CHECK(label_name("merchant") == "merchant");
  CHECK(label_name("Loja n\xC2\xBA") == "Loja_n__");
  CHECK(label_name("status") == "key_status");
  CHECK(label_name("2nd") == "key_2nd");
  CHECK(label_name("__name") == "key___name");
  CHECK(label_name("") == "key_");
}

TEST_CASE("alertmanager: the body, and where it goes") {
  const std::array alerts = {Alert{R"({"a":"b"})", R"({"c":"d"})", "", at(10, 17), at(10, 32)},
                             Alert{"{}", "{}", "https://pos.example.com/", 0, 1}};
  CHECK(render_alerts(alerts) ==
        R"([{"labels":{"a":"b"},"annotations":{"c":"d"},"startsAt":"2026-03-09T10:17:00Z","endsAt":"2026-03-09T10:32:00Z"},)"
        R"({"labels":{},"annotations":{},"startsAt":"1970-01-01T00:00:00Z","endsAt":"1970-01-01T00:00:01Z",)"
        R"("generatorURL":"https://pos.example.com/"}])");
  CHECK(render_alerts({}) == "[]");
  CHECK(alerts_url("http://localhost:9093") == "http://localhost:9093/api/v2/alerts");
  CHECK(alerts_url("https://example.com/am//") == "https://example.com/am/api/v2/alerts");
  CHECK(alerts_url("https://example.com/am/api/v2/alerts") == "https://example.com/am/api/v2/alerts");
}

TEST_CASE("alertmanager: a test is an alert of a minute that calls nobody by its severity") {
  Notice notice = sample_notice();
  notice.event = {};
  notice.event.what = incident::What::test;
  const std::string body = render_test_alert(notice);
  CHECK(body.find(R"("alertname":"PosAlertTest","severity":"none","instance":"till.example.com")") != std::string::npos);
  CHECK(body.find(R"("startsAt":"2026-03-09T09:29:07Z","endsAt":"2026-03-09T09:30:07Z")") != std::string::npos);
}

}  // namespace
}  // namespace pos::notify
