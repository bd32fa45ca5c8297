// SPDX-License-Identifier: MIT
#include "render/page/data.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "render/page/packed.hpp"
#include "unit/render/page/page_samples.hpp"

using namespace pos;
using namespace pos::render;
using sample::has;
using sample::hostile_page;
using sample::text;

TEST_CASE("page data: rows are columns, times are steps") {
  std::string json;
  append_page_data(json, sample::two_incidents(), text);
  CHECK(has(json, R"("period":[1773014400,1773100800],"step":60,)"));
  std::string first;
  append_packed(first, sample::at(9, 59));
  CHECK(has(json, "\"rows\":3,\"time\":\"" + first + "C4DCwwDC\""));  // 09:59, 10:00, 10:30: a row each
  CHECK(has(json, R"("status":"ACACAAA")"));  // 0 as foreseen, then 1; 0, then 1; 0, then 0; 0
  CHECK(has(json, R"("count":"GaA")"));  // 3, 13 more; 0
  std::string expected = ".";  // unknown; then 3.04 of denied, which is rare, and 32.50 of approved
  append_packed(expected, 3040);
  append_packed(expected, 3250);
  CHECK(has(json, "\"expected\":\"" + expected + "\",\"expected_decimals\":[2,3]"));
  CHECK(has(json, R"("alerts":"CGCCKE")"));  // the second row, a warning, reason 1; the third, critical, reason 2
  CHECK(has(json, R"("statuses":["approved","denied"])"));
  CHECK(has(json, R"("reasons":["","above: 16 in 1 min","no data, x"])"));
  CHECK(has(json, R"("chart":"approved")"));
  CHECK(has(json, R"("shown":"2026-03-09; newest row )"));
}

TEST_CASE("packed: a sign, four bits, and five bits a digit after it") {
  const auto packed = [](std::int64_t number) {
    std::string out;
    append_packed(out, number);
    return out;
  };
  CHECK(packed(0) == "A");
  CHECK(packed(1) == "C");
  CHECK(packed(-1) == "D");
  CHECK(packed(15) == "e");
  CHECK(packed(16) == "gB");
  CHECK(packed(-511) == "_f");
  CHECK(packed(512) == "ggB");
}

TEST_CASE("page data: what is not known is empty, and never 0") {
  report::Report report = sample::two_incidents();
  for (Record& record : report.records) record.scored.expected = record.scored.surprise = std::nullopt;
  std::string json;
  append_page_data(json, report, text);
  CHECK(has(json, R"("expected":"")"));
  CHECK(has(json, R"("surprise":"")"));
}

TEST_CASE("page data: the week before by status, and the events of the period alone") {
  report::Report report = sample::two_incidents();
  report.last_week = report::LastWeek{sample::day, {{"denied", {3, 4, 0}}, {"gone", {1, 1, 1}}}};
  report.records.front().time = sample::at(8, 59);
  report.events = {{sample::at(12, 0), sample::at(13, 0), "<b>Sale</b>", ""},
                   {sample::day - 86'400, sample::day, "Yesterday", ""},
                   {sample::at(9, 0), std::nullopt, "Release", ""}};
  std::string json;
  append_page_data(json, report, text);
  CHECK(has(json, R"("last_week":{"begin":1773014400,"step":300,"counts":["","GCJ"]})"));  // 3, 1 more, 4 less
  CHECK(has(json, R"("to":1773061200,"name":"\u003cb\u003eSale\u003c/b\u003e"})"));
  CHECK(has(json, R"("to":null,"name":"Release"})"));
  CHECK_FALSE(has(json, "Yesterday"));
}

TEST_CASE("page data: of too many events it has those that come once, then the newest, and says so") {
  constexpr LocalSeconds week = 7 * 86'400;
  report::Report report = sample::two_incidents();
  const Event daily{sample::day - 52 * week, sample::day - 52 * week + 60, "Daily", "", Repeat::daily};
  const auto data = [&] {
    std::string json;
    append_page_data(json, report, text);
    return json;
  };
  const auto number_of = [](const std::string& json, std::string_view words) {
    std::size_t number = 0;
    for (std::size_t at = json.find(words); at != std::string::npos; at = json.find(words, at + 1)) ++number;
    return number;
  };

  // Those of the rows' day alone count, of however long a period: it has one of each.
  report.period = {sample::day - 52 * week, sample::day + 52 * week};
  report.records.front().time = sample::at(0, 0);
  report.events.assign(1000, daily);
  CHECK(number_of(data(), R"("name":"Daily")") == 1000);
  CHECK_FALSE(has(data(), "more_events"));

  report.events.push_back({sample::at(0, 0), std::nullopt, "Deploy", ""});
  CHECK(number_of(data(), R"("name":"Daily")") == 999);
  CHECK(has(data(), R"("to":null,"name":"Deploy"})"));
  CHECK(data().find("Deploy") < data().find("Daily"));  // and has its word first
  CHECK(has(data(), R"("more_events":true)"));

  // The newest, whoever stands first.
  report.events.assign(1000, daily);
  report.events.push_back({daily.from + 3600, daily.from + 3660, "Late", "", Repeat::daily});
  CHECK(has(data(), R"("name":"Late")"));
  report.events.assign(1001, {sample::at(12, 0), std::nullopt, "Once", ""});
  report.events.push_back({sample::at(13, 0), std::nullopt, "Newer", ""});
  CHECK(number_of(data(), R"("name":"Once")") == 999);
  CHECK(has(data(), R"("name":"Newer")"));

  report.records.clear();
  report.series.clear();
  report.last_record = {};
  CHECK_FALSE(has(data(), "events"));
}

TEST_CASE("page data: nothing in it can end or open an element") {
  std::string json;
  append_page_data(json, hostile_page(), text);
  CHECK(json.find_first_of("<>&") == std::string::npos);
  CHECK_FALSE(has(json, "\u2028"));
  CHECK(has(json, R"(\u003c/script\u003e\u003c!--\u003cscript\u003e\u2028)"));
}

TEST_CASE("page data: rows have their keys by number, and whose alert they are") {
  std::string data;
  append_page_data(data, sample::with_keys(), text);
  CHECK(has(data, R"("key":"CC")"));
  CHECK(has(data, R"("has":"ACA")"));
  CHECK(has(data, R"("key_lists":[[2],[1]],)"));
  CHECK(has(data, R"("keys":["","merchant=alfa","merchant=beta"])"));
  CHECK(has(data, R"("where":"CC")"));
  CHECK(has(data, R"("places":["","merchant=alfa and bin=4: 52 of 61 denied, 9 expected"])"));
  CHECK(has(data, R"("key":"merchant=alfa"})"));
}
