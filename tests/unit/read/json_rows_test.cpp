// SPDX-License-Identifier: MIT
#include "read/json_rows.hpp"

#include <doctest/doctest.h>

using namespace pos::read;

TEST_CASE("json_rows: an object is one line, its numbers as they stood") {
  const JsonRows rows = json_rows("\xEF\xBB\xBF {\n  \"n\" : 1.10,\r\n \"text\": \"a  \\n b\"\n}\n");
  CHECK(rows.problem.empty());
  CHECK_FALSE(rows.array);
  CHECK(rows.lines == R"({"n":1.10,"text":"a  \n b"})"
                      "\n");
}

TEST_CASE("json_rows: each object of an array is a line") {
  const JsonRows rows = json_rows("[ {\"a\": [1, {\"b\": \"]}\"}]},\n {} ,{\"c\":12345678901234567890.0}]");
  CHECK(rows.problem.empty());
  CHECK(rows.array);
  CHECK(rows.lines == "{\"a\":[1,{\"b\":\"]}\"}]}\n{}\n{\"c\":12345678901234567890.0}\n");
  CHECK(json_rows(" [ ] ").problem.empty());
  CHECK(json_rows("[]").lines.empty());
}

TEST_CASE("json_rows: what is no row is told with its place") {
  const JsonRows rows = json_rows(R"([{"a":1}, 7, {"a":2}])");
  CHECK(rows.problem == "not a JSON object");
  CHECK(rows.row == 2);
}

TEST_CASE("json_rows: what is no JSON is told as that") {
  for (const char* text :
       {"", "7", "\"[]\"", "time,status", "[", "[{\"a\":1}", "[{\"a\":1} {\"a\":2}]", "[{}]]", "[{}] 7", "{\"a\":\"",
        "[{\"a\":[}]", "]", "[{\"a\":1}}", "[{},]", "[,{}]", "[\"a\": 1, {}]", "{} {}"}) {
    CAPTURE(text);
    CHECK(json_rows(text).problem.starts_with("not JSON: "));
  }
  CHECK(json_rows("[\"\xff\"]").problem.starts_with("not UTF-8"));
  CHECK(json_rows(std::string_view("[{}\0]", 5)).problem == "NUL byte");
}

TEST_CASE("json_rows: blanks inside of a value are no JSON, and are not removed before that is seen") {
  for (const std::string value :
       {"1 000", "1\n0", "- 1", "1 .5", "1. 5", "1e 5", "1 e5", "tr ue", "n\tull", "\"a\" \"b\"", "1, 2", "[1 2]",
        "[tr ue]", "{\"b\":1 0}", "\"a\nb\"", "01", "+1", ".5", "\"\\ x\""}) {
    CAPTURE(value);
    const std::string object = "{\"a\": " + value + "}";
    CHECK(json_rows(object).problem.starts_with("not JSON: "));
    const JsonRows second = json_rows("[{\"a\":1}, " + object + ", {}]");
    CHECK(second.problem.starts_with("not JSON: "));
  }
  CHECK(json_rows("[{\"a\":1}, {\"a\":1 000}]").row == 2);
  CHECK(json_rows("[7, {\"a\":tr ue}]").problem.starts_with("not JSON: "));
  CHECK(json_rows(R"([{"a" : " 1  000 " }])").lines == "{\"a\":\" 1  000 \"}\n");
}

TEST_CASE("json_rows: a million open brackets are refused") {
  CHECK_FALSE(json_rows(std::string(1'000'000, '[')).problem.empty());
  const std::string deep = "[{\"a\":" + std::string(500'000, '[') + std::string(500'000, ']') + "}]";
  CHECK(json_rows(deep).row == 1);
  CHECK(json_rows(deep).problem.starts_with("not JSON: "));
}
