// SPDX-License-Identifier: MIT
#include "read/scored_reader.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <string>
#include <vector>

#include "base/error.hpp"
#include "unit/read/memory_source.hpp"

using namespace pos;
using namespace pos::read;
using pos::test::MemorySource;
using pos::test::ReadRows;
using pos::test::Rejected;

namespace {

using Lines = std::vector<std::string>;

std::string number(const std::optional<double>& value) { return value ? fmt::format("{}", *value) : "-"; }

ReadRows read_scored(const std::string& bytes, const ReadOptions& options = {}) {
  MemorySource source(bytes);
  const TimeZone utc;
  clock::Dater dater(0);
  ReadRows result;
  ScoredReader reader(source, "in", options, utc, dater, result.rejected.handler());
  while (const Record* record = reader.next()) {
    const Scored& scored = record->scored;
    result.rows.push_back(fmt::format("{} {} {} | {} {} {} {} {} {} {}", to_date_time(record->time), record->status,
                                         record->count, scored.score, scored.alert ? 1 : 0, number(scored.expected),
                                         number(scored.surprise), severity_name(scored.severity),
                                         scored.decision == Decision::alert ? "Alert" : "Approve", scored.reason));
  }
  return result;
}

const std::string header = "time,status,count,score,alert,expected,surprise,severity,final_decision,reason\n";

}  // namespace

TEST_CASE("scored csv: what pos-score writes is read") {
  const ReadRows result = read_scored(header +
                                 "2026-03-09 14:31,denied,48,0.613370,0,9.97,6.910,critical,Alert,"
                                 "\"above: 48 in 1 min, 10 expected, by chance about once in 12 days\"\n"
                                 "2026-03-09 14:31,approved,115,0.378105,1,115.20,-1.050,,Approve,\n");
  CHECK(result.rows ==
        Lines{"2026-03-09 14:31:00 denied 48 | 0.61337 0 9.97 6.91 critical Alert above: 48 in 1 min, "
              "10 expected, by chance about once in 12 days",
              "2026-03-09 14:31:00 approved 115 | 0.378105 1 115.2 -1.05  Approve "});
  CHECK(result.rejected.told.empty());
}

TEST_CASE("scored csv: aliases, other columns, no count, and what a policy leaves empty") {
  const ReadRows result = read_scored(
      "shop;final_decision;ts;status;score;alert;expected;surprise;severity;reason;explain\n"
      "A7;Alert;2026-03-09 14:31;denied;0.5;0;;;;rule: denied;base=0.5\n");
  CHECK(result.rows == Lines{"2026-03-09 14:31:00 denied 1 | 0.5 0 - -  Alert rule: denied"});
}

TEST_CASE("scored csv: of pos-score's columns the decision alone must be there") {
  const ReadRows result = read_scored("time,status,final_decision\n2026-03-09 14:31,denied,Alert\n");
  CHECK(result.rows == Lines{"2026-03-09 14:31:00 denied 1 | 0 0 - -  Alert "});
}

TEST_CASE("scored ndjson: numbers, strings and null") {
  const ReadRows result = read_scored(
      "{\"time\":\"2026-03-09 14:31\",\"status\":\"denied\",\"count\":48,\"score\":0.5,\"alert\":1,\"expected\":9.97,"
      "\"surprise\":6.91,\"severity\":\"warning\",\"final_decision\":\"Alert\",\"reason\":\"a \\\"b\\\"\"}\n"
      "{\"time\":\"2026-03-09 14:32\",\"status\":\"denied\",\"score\":\"0.25\",\"alert\":\"0\",\"expected\":null,"
      "\"surprise\":null,\"severity\":null,\"final_decision\":\"Approve\",\"reason\":null,\"explain\":{\"base\":1}}\n");
  CHECK(result.rows == Lines{"2026-03-09 14:31:00 denied 48 | 0.5 1 9.97 6.91 warning Alert a \"b\"",
                                "2026-03-09 14:32:00 denied 1 | 0.25 0 - -  Approve "});
}

TEST_CASE("scored: key and where behind the decision are read, those of the input before it are not") {
  const auto told = [](const std::string& bytes) {
    MemorySource source(bytes);
    const TimeZone utc;
    clock::Dater dater(0);
    Rejected rejected;
    ScoredReader reader(source, "in", {}, utc, dater, rejected.handler());
    Lines lines = rejected.told;
    while (const Record* record = reader.next())
      lines.push_back(record->scored.key + "|" + record->scored.where + "|" + record->keys);
    lines.insert(lines.end(), rejected.told.begin(), rejected.told.end());
    return lines;
  };
  const std::string begin = "00:01,denied,Alert,";
  CHECK(told("time,status,final_decision,reason,key,where\n" + begin + "x,merchant=m17,\"a=b: 2 of 3, 1 expected\"\n" +
             begin + "x,,\n" + begin + "x,shop=4111111111111111,\n" + begin + "x,a\x0f,\n" + begin + "x,,a\x0f\n") ==
        Lines{"merchant=m17|a=b: 2 of 3, 1 expected|merchant=m17", "||", "shop=411111******1111||shop=411111******1111",
              "5: key 'a\\x0f' is not plain text", "6: where 'a\\x0f' is not plain text"});
  CHECK(told("key,where,time,status,final_decision\nk7,Rio,00:01,denied,Alert\n") == Lines{"||"});
  CHECK(
      told(R"({"key":"k7","time":"00:01","status":"denied","final_decision":"Alert","key":"merchant=m17","where":null})"
           "\n"
           R"({"time":"00:02","status":"denied","final_decision":"Approve","reason":null})"
           "\n") == Lines{"merchant=m17||merchant=m17", "||"});
}

TEST_CASE("scored: a clock without a date goes on past midnight") {
  const ReadRows result = read_scored("time,status,final_decision\n23h 59,denied,Approve\n00h 00,denied,Approve\n");
  CHECK(result.rows ==
        Lines{"1970-01-01 23:59:00 denied 1 | 0 0 - -  Approve ", "1970-01-02 00:00:00 denied 1 | 0 0 - -  Approve "});
}

TEST_CASE("scored: a row with a value that cannot be is a bad row, and reading goes on") {
  const std::string row = "00:01,denied,1,";
  const ReadRows result =
      read_scored(header + row + "x,0,1,1,,Alert,\n" + row + "1.5,0,1,1,,Alert,\n" + row + "nan,0,1,1,,Alert,\n" + row +
               "0.5,2,1,1,,Alert,\n" + row + "0.5,0,-1,1,,Alert,\n" + row + "0.5,0,1,inf,,Alert,\n" + row +
               "0.5,0,1,1,bad,Alert,\n" + row + "0.5,0,1,1,,alert,\n" + row + "0.5,0,1,1,,,\n" + row +
               "0.5,0,1,1,,Alert,\"two\nlines\"\n" + row + "0.5,0,1,1,,Alert,good\n");
  CHECK(result.rejected.told ==
        Lines{"2: score 'x' is not a number from 0 to 1", "3: score '1.5' is not a number from 0 to 1",
              "4: score 'nan' is not a number from 0 to 1", "5: alert '2' is neither 0 nor 1",
              "6: expected '-1' is not a number from 0", "7: surprise 'inf' is not a number",
              "8: severity 'bad' is neither warning nor critical",
              "9: final_decision 'alert' is neither Alert nor Approve",
              "10: final_decision '' is neither Alert nor Approve", "11: reason 'two\\x0alines' is not plain text"});
  CHECK(result.rejected.bytes[0] == "00:01,denied,1,x,0,1,1,,Alert,");
  CHECK(result.rows.size() == 1);
}

TEST_CASE("scored: input without decisions is refused, empty input is not") {
  CHECK_THROWS_WITH_AS(read_scored("time,status,count\n00:01,denied,1\n"),
                       "in:1: no column 'final_decision': these are not scored records (pos-score makes them)", Error);
  CHECK_THROWS_AS(read_scored("{\"time\":\"00:01\",\"status\":\"denied\"}\n"), Error);
  CHECK(read_scored("").rows.empty());
  CHECK(read_scored(header).rows.empty());
}

TEST_CASE("scored ndjson: a later line without a decision is a bad row") {
  const ReadRows result = read_scored(
      "{\"time\":\"00:01\",\"status\":\"denied\",\"final_decision\":\"Alert\"}\n"
      "{\"time\":\"00:02\",\"status\":\"denied\"}\n");
  CHECK(result.rows.size() == 1);
  CHECK(result.rejected.told == Lines{"2: no column 'final_decision'"});
}
