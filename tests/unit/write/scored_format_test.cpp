// SPDX-License-Identifier: MIT
#include "write/scored_format.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include "base/error.hpp"
#include "write/alone_rows.hpp"
#include "write/recommendation.hpp"

using namespace pos;
using namespace pos::write;

namespace {

Header csv_header(std::string line, std::vector<std::string> names, char delimiter = ',') {
  return {Format::csv, delimiter, std::move(line), std::move(names), 1, "time", "status", "count"};
}

Row row_of(std::string_view raw, Format format) {
  Row row;
  row.raw = raw;
  row.format = format;
  return row;
}

Scored scored_by_forest(double score, bool alert, std::string reason) {
  Scored scored;
  scored.score = score;
  scored.alert = alert;
  scored.decision = alert ? Decision::alert : Decision::approve;
  scored.reason = std::move(reason);
  return scored;
}

Scored alert() { return scored_by_forest(0.6, true, "forest: score 0.600000 above 0.500000"); }

}  // namespace

TEST_CASE("csv: columns follow the row's own bytes, behind its own delimiter") {
  const auto format = make_scored_format(Format::csv, {});
  std::string out;
  format->header(csv_header("time;status", {"time", "status"}, ';'), "a", out);
  format->input_columns(row_of("00:01; \"x\"", Format::csv), {}, out);
  format->scored_columns(alert(), out);
  CHECK(out ==
        "time;status;score;alert;expected;surprise;severity;final_decision;reason\n"
        "00:01; \"x\";0.600000;1;;;;Alert;forest: score 0.600000 above 0.500000\n");
}

TEST_CASE("csv: a second file must have the first one's columns") {
  const auto format = make_scored_format(Format::csv, {});
  std::string out;
  format->header(csv_header("time,status", {"time", "status"}), "a", out);
  const std::string before = out;
  format->header(csv_header("\"time\",status", {"time", "status"}), "b", out);
  CHECK(out == before);
  CHECK_THROWS_WITH_AS(format->header(csv_header("ts,status", {"ts", "status"}), "c", out),
                       "c:1: other columns than the input before it; give it a run of its own, or use -f ndjson",
                       Error);
}

TEST_CASE("csv from ndjson: the first row names the columns; quotes only where needed") {
  const auto format = make_scored_format(Format::csv, {});
  std::string out;
  using Kind = Cell::Kind;
  const std::vector<Cell> first = {
      {"time", "00:01", Kind::text}, {"note", "a,\"b\"", Kind::text}, {"x", "{\"p\":[1,2]}", Kind::json}};
  CHECK(format->check_columns(first, out).empty());
  format->input_columns(row_of("{}", Format::ndjson), first, out);
  format->scored_columns(alert(), out);
  const std::vector<Cell> second = {{"x", "null", Kind::json}, {"time", "00:02", Kind::text}};
  CHECK(format->check_columns(second, out).empty());
  format->input_columns(row_of("{}", Format::ndjson), second, out);
  format->scored_columns(scored_by_forest(0.4, false, ""), out);
  CHECK(out ==
        "time,note,x,score,alert,expected,surprise,severity,final_decision,reason\n"
        "00:01,\"a,\"\"b\"\"\",\"{\"\"p\"\":[1,2]}\",0.600000,1,,,,Alert,forest: score 0.600000 above 0.500000\n"
        "00:02,,,0.400000,0,,,,Approve,\n");
  const std::vector<Cell> other = {{"time", "00:03", Kind::text}, {"new", "1", Kind::json}};
  const std::string before = out;
  CHECK(format->check_columns(other, out) == "key 'new' is not in the first row, which CSV columns follow");
  const std::vector<Cell> nul = {{"status", {"a\0b", 3}, Cell::Kind::text}};
  CHECK(format->check_columns(nul, out) == "key 'status' has a NUL byte, which CSV cannot hold; use -f ndjson");
  CHECK(out == before);
}

TEST_CASE("csv and ndjson: a row made up for a silent status, with what the monitor says") {
  Scored silent = scored_by_forest(0.55, false, "no data since 23:47, 96 expected in 3 min");
  silent.expected = 32.004;
  silent.surprise = 41.23456;
  silent.severity = Severity::critical;
  silent.decision = Decision::alert;
  const Header header = csv_header("id;time;status;count", {"id", "time", "status", "count"}, ';');
  std::string out;
  const auto csv = make_scored_format(Format::csv, {});
  csv->header(header, "a", out);
  out.clear();
  csv->made_up_columns(header, "23h 48", "approved", 0, {}, out);
  csv->scored_columns(silent, out);
  CHECK(out == ";23h 48;approved;0;0.550000;0;32.00;41.235;critical;Alert;no data since 23:47, 96 expected in 3 min\n");
  out.clear();
  const auto ndjson = make_scored_format(Format::ndjson, {});
  ndjson->made_up_columns(header, "23h 48", "approved", 0, {}, out);
  ndjson->scored_columns(silent, out);
  CHECK(out ==
        "{\"time\":\"23h 48\",\"status\":\"approved\",\"count\":0,\"score\":0.550000,\"alert\":0,\"expected\":32.00,"
        "\"surprise\":41.235,\"severity\":\"critical\",\"final_decision\":\"Alert\","
        "\"reason\":\"no data since 23:47, 96 expected in 3 min\"}\n");
}

TEST_CASE("made-up rows: a time of two columns goes into both") {
  Header header = csv_header("d;status;h", {"d", "status", "h"}, ';');
  header.time = "d";
  header.clock = "h";
  header.count.reset();
  header.date_blanks = 2;
  std::string out;
  const auto csv = make_scored_format(Format::csv, {});
  csv->header(header, "a", out);
  out.clear();
  csv->made_up_columns(header, "9 mar 2026 00h 10", "approved", 0, {}, out);
  CHECK(out == "9 mar 2026;approved;00h 10");
  out.clear();
  make_scored_format(Format::ndjson, {})->made_up_columns(header, "9 mar 2026 00h 10", "approved", 0, {}, out);
  CHECK(out == "{\"d\":\"9 mar 2026\",\"h\":\"00h 10\",\"status\":\"approved\"");
}

TEST_CASE("made-up rows: of a silent key its column is filled") {
  const Header header = csv_header("time;status;count;shop;bin", {"time", "status", "count", "shop", "bin"}, ';');
  const std::vector<NamedText> others = {{"shop", "a;\"b\""}, {"status", "no"}, {"not there", "x"}};
  std::string out;
  const auto csv = make_scored_format(Format::csv, {});
  csv->header(header, "a", out);
  out.clear();
  csv->made_up_columns(header, "00h 10", "approved", 0, others, out);
  CHECK(out == "00h 10;approved;0;\"a;\"\"b\"\"\";");
  out.clear();
  csv->made_up_columns(header, "00h 10", "approved", 0, std::vector<NamedText>{{"Shop", "a"}}, out);
  CHECK(out == "00h 10;approved;0;a;");  // as readers find it
  out.clear();
  const std::vector<NamedText> of_json = {{"shop", "a\"b"}, {"status", "no"}};
  make_scored_format(Format::ndjson, {})->made_up_columns(header, "00h 10", "approved", 0, of_json, out);
  CHECK(out == "{\"time\":\"00h 10\",\"status\":\"approved\",\"count\":0,\"shop\":\"a\\\"b\"");
}

TEST_CASE("key and where: behind the reason where they are asked for, before all else") {
  constexpr ExtraColumns all{.key = true, .where = true, .explain = true, .recommend = true};
  Scored scored = alert();
  scored.key = "shop=a;b";
  scored.explanation = Explanation{};
  std::string out;
  const auto csv = make_scored_format(Format::csv, all);
  csv->header(csv_header("time;status", {"time", "status"}, ';'), "a", out);
  CHECK(out.ends_with(";reason;key;where;explain;recommendation;judged\n"));
  out.clear();
  csv->scored_columns(scored, out);
  CHECK(out.starts_with(";0.600000;1;;;;Alert;forest: score 0.600000 above 0.500000;\"shop=a;b\";;base="));
  out.clear();
  scored.where = "bin=4: 2 of 3, 1 expected";
  make_scored_format(Format::ndjson, {.key = true, .where = true})->scored_columns(scored, out);
  CHECK(
      out.find(R"("reason":"forest: score 0.600000 above 0.500000","key":"shop=a;b","where":"bin=4: 2 of 3, 1 exp)") !=
      std::string::npos);
  out.clear();
  scored.where.clear();
  make_scored_format(Format::ndjson, {.where = true})->scored_columns(scored, out);
  CHECK(out.find("\"key\"") == std::string::npos);
  CHECK(out.find("\"where\":null") != std::string::npos);
}

TEST_CASE("alone rows: key and where are there, and empty") {
  for (const Format of : {Format::csv, Format::ndjson}) {
    CAPTURE(static_cast<int>(of));
    const auto format = make_scored_format(of, {.key = true, .where = true});
    AloneRows rows(*format, of);
    const auto judge = [](double score) {
      return scored_by_forest(score, true, fmt::format("forest: score {:.6f} above 0.500000", score));
    };
    const std::size_t pattern = rows.pattern(judge);
    std::string raw = of == Format::csv ? "00:01,denied" : "{\"time\":\"00:01\"}";
    const std::size_t size = raw.size();
    raw.resize(64);  // which may be read
    REQUIRE(rows.append(std::string_view(raw).substr(0, size), 0.6, pattern));
    std::string out;
    rows.take(out);
    std::string expected;
    format->input_columns(row_of(std::string_view(raw).substr(0, size), of), {}, expected);
    format->scored_columns(judge(0.6), expected);
    CHECK(out == expected);
    CHECK(out.ends_with(of == Format::csv ? "above 0.500000,,\n" : "\"key\":null,\"where\":null}\n"));
  }
}

TEST_CASE("ndjson: members follow the object's own bytes") {
  const auto format = make_scored_format(Format::ndjson, {.explain = true});
  std::string out;
  format->input_columns(row_of("{\"time\":\"00:01\", \"x\":{\"y\":1}} ", Format::ndjson), {}, out);
  Scored scored = alert();
  scored.explanation = {500000, {10000, 90000, -2, 3, -1}};
  format->scored_columns(scored, out);
  CHECK(out ==
        "{\"time\":\"00:01\", "
        "\"x\":{\"y\":1},\"score\":0.600000,\"alert\":1,\"expected\":null,\"surprise\":null,\"severity\":null,"
        "\"final_decision\":\"Alert\",\"reason\":\"forest: score 0.600000 above 0.500000\","
        "\"explain\":{\"base\":0.500000,\"status\":0.010000,\"count\":0.090000,\"hour\":-0.000002,\"minute\":0.000003,"
        "\"issue\":-0.000001}}\n");
}

TEST_CASE("ndjson from csv: strings, but the count a number") {
  const auto format = make_scored_format(Format::ndjson, {});
  std::string out;
  const std::vector<Cell> cells = {
      {"id", "007", Cell::Kind::text}, {"count", "007", Cell::Kind::number}, {"n", "000", Cell::Kind::number}};
  format->input_columns(row_of("007,007,000", Format::csv), cells, out);
  CHECK(out == "{\"id\":\"007\",\"count\":7,\"n\":0");
}

TEST_CASE("recommendation: what to do and why, behind all other columns") {
  Scored scored = alert();
  std::string out;
  make_scored_format(Format::csv, {.explain = false, .recommend = true})->scored_columns(scored, out);
  CHECK(out.ends_with(",check (forest: score 0.600000 above 0.500000),true\n"));
  scored.severity = Severity::critical;
  scored.reason = "above: 151 in 1 min, 43 expected";
  out.clear();
  make_scored_format(Format::ndjson, {.explain = false, .recommend = true})->scored_columns(scored, out);
  CHECK(out.ends_with(",\"recommendation\":\"look now (above: 151 in 1 min, 43 expected)\",\"judged\":true}\n"));
  scored.severity = Severity::warning;
  CHECK(recommendation(scored) == "watch (above: 151 in 1 min, 43 expected)");
  CHECK(recommendation(scored_by_forest(0.4, false, "")) == "none");
}
