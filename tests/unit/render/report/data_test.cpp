// SPDX-License-Identifier: MIT
#include "render/report/data.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "unit/render/sample_report.hpp"

using namespace pos;
using namespace pos::render;
using sample::at;

namespace {

std::string csv(const report::Report& report, Part part) {
  std::string out;
  append_data(out, write::Line::csv, report, part);
  return out;
}

std::string ndjson(const report::Report& report, Part part) {
  std::string out;
  append_data(out, write::Line::ndjson, report, part);
  return out;
}

report::Report without_monitor() {
  report::Report report = sample::empty();
  report.total = {1, 5, 1, 5, 0, 0};
  report.statuses = {{"a,\"b\"", report.total}};
  Record record = sample::record(at(10, 0) + 5, "a,\"b\"", 5, 0.5);
  record.scored.decision = Decision::alert;
  record.scored.reason = "=1+1";
  report.records = {record};
  report.series = {{"a,\"b\"", {{at(10, 0), 5, 0, 1, Severity::none}}}};
  report.incidents = {sample::incident("a,\"b\"", Severity::warning, at(10, 0), at(10, 0), 1, 5, std::nullopt,
                                       std::nullopt, "=1+1", 0)};
  return report;
}

}  // namespace

TEST_CASE("report csv: each part is one table") {
  const report::Report report = sample::two_incidents();
  CHECK(csv(report, Part::summary) ==
        "status,rows,count,abnormal_rows,abnormal_count,expected,approval_rate\n"
        "approved,1440,48000,3,0,48097.50,\n"
        "denied,960,4345,6,61,4002.96,\n"
        "total,2400,52345,9,61,52100.46,0.9170\n"  // 48000 / (48000 + 4345)
             );
  CHECK(csv(report, Part::table) ==
        "time,status,count,score,alert,expected,surprise,severity,final_decision,reason\n"
        "2026-03-09 09:59:00,denied,3,0.412345,0,,,,Approve,\n"
        "2026-03-09 10:00:00,denied,16,0.600000,1,3.04,1.931,warning,Alert,above: 16 in 1 min\n"
        "2026-03-09 10:30:00,approved,0,0.480000,1,32.50,7.636,critical,Alert,\"no data, x\"\n");
  CHECK(csv(report, Part::bars) == "status,normal,abnormal\napproved,48000,0\ndenied,4284,61\n");
  CHECK(csv(report, Part::series) ==
        "time,status,count,expected,alerts,severity\n"
        "2026-03-09 10:00:00,approved,30,32.00,0,\n"
        "2026-03-09 10:00:00,denied,16,3.04,1,warning\n"
        "2026-03-09 10:30:00,approved,0,32.50,1,critical\n"
        "2026-03-09 23:59:00,approved,12,13.00,0,\n");
  CHECK(csv(report, Part::incidents) ==
        "incident,status,severity,first,last,alerts,count,expected,surprise,lost,reason,words\n"
        "202603091000,denied,warning,2026-03-09 10:00:00,2026-03-09 10:05:00,6,61,18.20,3.250,0.00,above: 61 in 6 min,"
        "denied 3.4x normal since 10:00\n"
        "202603091030,approved,critical,2026-03-09 10:30:00,2026-03-09 10:32:00,3,0,97.50,25.500,97.50,"
        "\"no data since 10:30, 97 expected in 3 min\",approvals not seen since 10:30\n");
}

TEST_CASE("report csv: what is not known is empty, quotes are doubled, formulas stay data") {
  const report::Report report = without_monitor();
  CHECK(csv(report, Part::summary) ==
        "status,rows,count,abnormal_rows,abnormal_count,expected,approval_rate\n\"a,\"\"b\"\"\",1,5,1,5,,\ntotal,1,5,1,5,,\n");
  CHECK(csv(report, Part::table) ==
        "time,status,count,score,alert,expected,surprise,severity,final_decision,reason\n"
        "2026-03-09 10:00:05,\"a,\"\"b\"\"\",5,0.500000,0,,,,Alert,=1+1\n");
  CHECK(csv(report, Part::series) ==
        "time,status,count,expected,alerts,severity\n2026-03-09 10:00:00,\"a,\"\"b\"\"\",5,,1,\n");
  CHECK(csv(report, Part::incidents) ==
        "incident,status,severity,first,last,alerts,count,expected,surprise,lost,reason,words\n"
        "202603091000,\"a,\"\"b\"\"\",warning,2026-03-09 10:00:00,2026-03-09 10:00:00,1,5,,,,=1+1,\"a,\"\"b\"\" since "
        "10:00\"\n");
}

TEST_CASE("report csv and ndjson: a comparison adds its columns to the summary") {
  report::Report report = sample::two_incidents();
  report.comparison = report::Comparison{{}, {3, 4, 0, 0, 0, 0}, {{"refunded", {3, 4, 0, 0, 0, 0}}}};
  CHECK(csv(report, Part::summary) ==
        "status,rows,count,abnormal_rows,abnormal_count,expected,compared_rows,compared_count,approval_rate\n"
        "approved,1440,48000,3,0,48097.50,0,0,\n"
        "denied,960,4345,6,61,4002.96,0,0,\n"
        "refunded,0,0,0,0,,3,4,\n"
        "total,2400,52345,9,61,52100.46,3,4,0.9170\n");
  CHECK(ndjson(report, Part::summary)
            .find("{\"status\":\"refunded\",\"rows\":0,\"count\":0,\"abnormal_rows\":0,"
                  "\"abnormal_count\":0,\"expected\":null,\"compared_rows\":3,"
                  "\"compared_count\":4,\"approval_rate\":null}\n") != std::string::npos);
}

TEST_CASE("report ndjson: the names of the csv, numbers as numbers, null for what is not known") {
  const report::Report report = without_monitor();
  CHECK(
      ndjson(report, Part::summary) ==
      "{\"status\":\"a,\\\"b\\\"\",\"rows\":1,\"count\":5,\"abnormal_rows\":1,\"abnormal_count\":5,\"expected\":null,\"approval_rate\":null}\n"
      "{\"status\":\"total\",\"rows\":1,\"count\":5,\"abnormal_rows\":1,\"abnormal_count\":5,\"expected\":null,\"approval_rate\":null}\n");
  CHECK(ndjson(report, Part::table) ==
        "{\"time\":\"2026-03-09 10:00:05\",\"status\":\"a,\\\"b\\\"\",\"count\":5,\"score\":0.500000,\"alert\":0,"
        "\"expected\":null,\"surprise\":null,\"severity\":null,\"final_decision\":\"Alert\",\"reason\":\"=1+1\"}\n");
  CHECK(ndjson(report, Part::bars) == "{\"status\":\"a,\\\"b\\\"\",\"normal\":0,\"abnormal\":5}\n");
  CHECK(ndjson(report, Part::series) ==
        "{\"time\":\"2026-03-09 10:00:00\",\"status\":\"a,\\\"b\\\"\",\"count\":5,\"expected\":null,\"alerts\":1,"
        "\"severity\":null}\n");
  CHECK(ndjson(report, Part::incidents) ==
        "{\"incident\":202603091000,\"status\":\"a,\\\"b\\\"\",\"severity\":\"warning\","
        "\"first\":\"2026-03-09 10:00:00\",\"last\":\"2026-03-09 "
        "10:00:00\",\"alerts\":1,\"count\":5,\"expected\":null,\"surprise\":null,\"lost\":null,"
        "\"reason\":\"=1+1\",\"words\":\"a,\\\"b\\\" since 10:00\"}\n");
}

TEST_CASE("report ndjson: with what the monitor says") {
  const report::Report report = sample::two_incidents();
  const std::string table = ndjson(report, Part::table);
  CHECK(table.substr(0, table.find('\n') + 1) ==
        "{\"time\":\"2026-03-09 09:59:00\",\"status\":\"denied\",\"count\":3,\"score\":0.412345,\"alert\":0,"
        "\"expected\":null,\"surprise\":null,\"severity\":null,\"final_decision\":\"Approve\",\"reason\":null}\n");
  CHECK(
      table.ends_with("{\"time\":\"2026-03-09 10:30:00\",\"status\":\"approved\",\"count\":0,\"score\":0.480000,"
                      "\"alert\":1,\"expected\":32.50,\"surprise\":7.636,\"severity\":\"critical\","
                      "\"final_decision\":\"Alert\",\"reason\":\"no data, x\"}\n"));
  CHECK(ndjson(report, Part::incidents)
            .starts_with(
                "{\"incident\":202603091000,\"status\":\"denied\",\"severity\":\"warning\",\"first\":\"2026-03-09 "
                "10:00:00\",\"last\":\"2026-03-09 10:05:00\","
                "\"alerts\":6,\"count\":61,\"expected\":18.20,\"surprise\":3.250,\"lost\":0.00,\"reason\":"
                "\"above: 61 in 6 min\",\"words\":\"denied 3.4x normal since 10:00\"}\n"));
}

TEST_CASE("report csv and ndjson: the table in pieces is the table") {
  const report::Report report = sample::two_incidents();
  std::string pieces;
  write::append_record_line(pieces, write::Line::csv_header, {});
  for (const Record& record : report.records) write::append_record_line(pieces, write::Line::csv, record);
  CHECK(pieces == csv(report, Part::table));
  pieces.clear();
  for (const Record& record : report.records) write::append_record_line(pieces, write::Line::ndjson, record);
  CHECK(pieces == ndjson(report, Part::table));
}

TEST_CASE("report json: the lines of NDJSON as one array") {
  std::string lines = ndjson(sample::two_incidents(), Part::incidents);
  std::replace(lines.begin(), lines.end() - 1, '\n', ',');
  std::string json;
  append_data(json, write::Line::json, sample::two_incidents(), Part::incidents);
  CHECK(json == "[" + lines.substr(0, lines.size() - 1) + "]\n");
  json.clear();
  append_data(json, write::Line::json, sample::empty(), Part::incidents);
  CHECK(json == "[]\n");
}

TEST_CASE("report csv and ndjson: an empty report has headers, and a total of nothing") {
  const report::Report report = sample::empty();
  CHECK(csv(report, Part::table) == "time,status,count,score,alert,expected,surprise,severity,final_decision,reason\n");
  CHECK(csv(report, Part::summary) == "status,rows,count,abnormal_rows,abnormal_count,expected,approval_rate\ntotal,0,0,0,0,,\n");
  CHECK(ndjson(report, Part::table).empty());
}

TEST_CASE("report data: where keys are watched, rows and incidents have a column for them, and one for the place") {
  const report::Report report = sample::with_keys();
  CHECK(csv(report, Part::table) ==
        "time,status,count,score,alert,expected,surprise,severity,final_decision,reason,key,where\n"
        "2026-03-09 09:59:00,denied,3,0.412345,0,,,,Approve,,,\n"
        "2026-03-09 10:00:00,denied,16,0.600000,1,3.04,1.931,warning,Alert,above: 16 in 1 min,merchant=alfa,"
        "\"merchant=alfa and bin=4: 52 of 61 denied, 9 expected\"\n"
        "2026-03-09 10:30:00,approved,0,0.480000,1,32.50,7.636,critical,Alert,\"no data, x\",,\n");
  CHECK(csv(report, Part::incidents) ==
        "incident,status,severity,first,last,alerts,count,expected,surprise,lost,reason,words,key,where\n"
        "202603091000,denied,warning,2026-03-09 10:00:00,2026-03-09 10:05:00,6,61,18.20,3.250,,above: 61 in 6 min,"
        "denied 3.4x normal since 10:00,merchant=alfa,\"merchant=alfa and bin=4: 52 of 61 denied, 9 expected\"\n"
        "202603091030,approved,critical,2026-03-09 10:30:00,2026-03-09 10:32:00,3,0,97.50,25.500,97.50,"
        "\"no data since 10:30, 97 expected in 3 min\",approvals not seen since 10:30,,\n");
  CHECK(ndjson(report, Part::incidents).ends_with(R"("words":"approvals not seen since 10:30","key":null,"where":null}
)"));
}

TEST_CASE("report data: keys are a table of their own") {
  report::Report report = sample::with_keys();
  CHECK(csv(report, Part::keys) ==
        "key,rows,count,share,volume_count,incidents,alert_minutes,lost,severity,last_incident\n"
        "merchant=alfa,480,12345,0.235839,11000,1,6,3.25,warning,202603091000\n"
        "merchant=beta,1920,40000,0.764161,37000,0,0,0.00,,\n");
  report.volume = "*";
  report.keys = {{"merchant=a,b", 1, 5, 0, 1, 1, {}, Severity::critical, 202603091000}};
  CHECK(ndjson(report, Part::keys) ==
        R"({"key":"merchant=a,b","rows":1,"count":5,"share":0.000096,"volume_count":null,"incidents":1,)"
        R"("alert_minutes":1,"lost":null,"severity":"critical","last_incident":202603091000}
)");
  report.keys.clear();
  CHECK(csv(report, Part::keys).find('\n') == csv(report, Part::keys).size() - 1);
}

TEST_CASE("report data: rows of a status are described by the names of pandas") {
  report::Report report;
  CHECK(csv(report, Part::describe) == "status,count,mean,std,min,25%,50%,75%,max\n");
  report.descriptions = {{"approved", {4, 4.25, 4.031128874149275, 1, 1.75, 3, 5.5, 10}},
                         {"denied, late", {1, 5, std::nan(""), 5, 5, 5, 5, 5}}};
  CHECK(csv(report, Part::describe) ==
        "status,count,mean,std,min,25%,50%,75%,max\n"
        "approved,4,4.250000,4.031129,1,1.75,3.00,5.50,10\n"
        "\"denied, late\",1,5.000000,,5,5.00,5.00,5.00,5\n");
  CHECK(ndjson(report, Part::describe) ==
        R"({"status":"approved","count":4,"mean":4.250000,"std":4.031129,"min":1,"25%":1.75,"50%":3.00,"75%":5.50,"max":10})"
        "\n"
        R"({"status":"denied, late","count":1,"mean":5.000000,"std":null,"min":5,"25%":5.00,"50%":5.00,"75%":5.00,"max":5})"
        "\n");
}

TEST_CASE("report data: a point that says nothing of what was expected has no 0 there, where keys are watched") {
  report::Report report = sample::with_keys();
  report.series[1].points[0].has_expected = true;
  CHECK(csv(report, Part::series)
            .starts_with("time,status,count,expected,alerts,severity\n"
                         "2026-03-09 10:00:00,approved,30,,0,\n"
                         "2026-03-09 10:00:00,denied,16,3.04,1,warning\n"));
}
