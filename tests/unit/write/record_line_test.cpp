// SPDX-License-Identifier: MIT
#include "write/record_line.hpp"

#include <doctest/doctest.h>

#include <string>

#include "write/table.hpp"

using namespace pos;
using namespace pos::write;

TEST_CASE("record line: what was begun elsewhere is gone on with, in its delimiter") {
  std::string out;
  RecordLine::open(out, Line::csv, ';').text("a", "x;y").number("b", std::nullopt).end();
  CHECK(out == ";\"x;y\";\n");
  RecordLine::open(out = "", Line::ndjson).text("a", "x;y").number("b", std::nullopt).end();
  CHECK(out == ",\"a\":\"x;y\",\"b\":null}\n");
}

TEST_CASE("record line: a record has its key and place where they are asked for") {
  Record record;
  record.scored.key = "shop=a";
  record.scored.where = "bin=4: 2 of 3, 1 expected";
  std::string out;
  append_record_line(out, Line::csv_header, {});
  CHECK(out == "time,status,count,score,alert,expected,surprise,severity,final_decision,reason\n");
  append_record_line(out = "", Line::csv_header, {}, {.key = true, .where = true});
  CHECK(out.ends_with(",reason,key,where\n"));
  append_record_line(out = "", Line::csv, record, {.key = true, .where = true});
  CHECK(out.ends_with(",shop=a,\"bin=4: 2 of 3, 1 expected\"\n"));
  append_record_line(out = "", Line::csv, record);
  CHECK(out.ends_with(",Approve,\n"));
}

TEST_CASE("record line: elements of an array") {
  std::string out = "[";
  for (const int n : {1, 2}) RecordLine(out, Line::json).number("n", n).end();
  CHECK(out == R"([{"n":1},{"n":2})");
}

TEST_CASE("table: a number stands bare in JSON, and is null where it is empty") {
  const Table table{{"name", "n"}, {{{"a,b"}, {"7", true}}, {{""}, {"", true}}}};
  std::string out;
  append_table(out, Line::csv, table);
  CHECK(out == "name,n\n\"a,b\",7\n,\n");
  append_table(out = "", Line::ndjson, table);
  CHECK(out == "{\"name\":\"a,b\",\"n\":7}\n{\"name\":\"\",\"n\":null}\n");
}
