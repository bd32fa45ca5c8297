// SPDX-License-Identifier: MIT
#include "read/json_rows.hpp"

#include <doctest/doctest.h>

using namespace pos::read;

TEST_CASE("json_rows: an object is one line, its numbers as they stood") {
  const JsonRows rows = json_rows("\xEF\xBB\xBF {\n  \"n\" : 1.10,\r\n \"text\": \"a  \\n b\"\n}\n");
  CHECK(rows.problem.empty());
  CHECK_FALSE(rows.array);
  CHECK(rows.lines == R"({"n":1.10,"text":"a  \n b"})");
}

TEST_CASE("json_rows: each object of an array is a line") {
  const JsonRows rows = json_rows("[ {\"a\": [1, {\"b\": \"]}\"}]},\n {} ,{\"c\":123456789012345678901234567890}]");
  CHECK(rows.problem.empty());
  CHECK(rows.array);
  CHECK(rows.lines == "{\"a\":[1,{\"b\":\"]}\"}]}\n{}\n{\"c\":123456789012345678901234567890}\n");
  CHECK(json_rows(" [ ] ").problem.empty());
  CHECK(json_rows("[]").lines.empty());
}

TEST_CASE("json_rows: what is no row is told with its place") {
  const JsonRows rows = json_rows(R"([{"a":1}, 7, {"a":2}])");
  CHECK(rows.problem == "not a JSON object");
  CHECK(rows.row == 2);
}

TEST_CASE("json_rows: what is no JSON is told as that") {
  for (const char* text : {"", "7", "\"[]\"", "time,status", "[", "[{\"a\":1}", "[{\"a\":1} {\"a\":2}]", "[{}]]",
                           "[{}] 7", "{\"a\":\"", "[{\"a\":[}]", "]", "[{\"a\":1}}"}) {
    CAPTURE(text);
    CHECK(json_rows(text).problem.starts_with("not JSON: "));
  }
  for (const char* text : {"[{},]", "[,{}]"}) CHECK_FALSE(json_rows(text).problem.empty());
  CHECK(json_rows("[\"\xff\"]").problem == "not UTF-8");
  CHECK(json_rows(std::string_view("[{}\0]", 5)).problem == "NUL byte");
}

TEST_CASE("json_rows: a million open brackets are refused") {
  CHECK_FALSE(json_rows(std::string(1'000'000, '[')).problem.empty());
  const std::string deep = "[{\"a\":" + std::string(500'000, '[') + std::string(500'000, ']') + "}]";
  CHECK(json_rows(deep).lines.size() == deep.size() - 1);  // the reader of the line refuses it
}
