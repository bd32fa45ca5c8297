// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "read/row_reader.hpp"
#include "unit/read/memory_source.hpp"

using namespace pos;
using namespace pos::read;
using pos::test::MemorySource;
using pos::test::Rejected;
using Lines = std::vector<std::string>;

TEST_CASE("ndjson: strings and whole numbers are read alike") {
  MemorySource source(
      "{\"time\":\"00h 10\",\"status\":\"approved\",\"count\":120}\n"
      "\n"
      "  {\"ts\":1773066667, \"status\":\"denied\",\"n\":\"3\",\"x\":{\"deep\":[1,2]}}\r\n"
      "{\"time\":\"00:12\",\"status\":\"caf\\u00e9\"}",
      11);
  const TimeZone utc;
  Rejected rejected;
  const auto rows = open_rows(source, "in", {}, utc, rejected.handler());
  Lines seen;
  while (const Row* row = rows->next()) {
    const Transaction& t = row->transaction;
    seen.push_back(std::to_string(row->line) + " " + to_text(t.time) + " " + std::string(t.status) + " " +
                   std::to_string(t.count));
  }
  CHECK(seen == Lines{"1 00:10 approved 120", "3 2026-03-09 14:31 denied 3", "4 00:12 caf\xC3\xA9 1"});
  CHECK(rejected.told.empty());
}

TEST_CASE("ndjson: bad lines are told, and reading goes on") {
  MemorySource source(
      "{\"time\":\"00:01\",\"status\":\"approved\",\"count\":1}\n"
      "{\"time\":\"00:02\",\"status\":\"approved\",\"count\":1\n"
      "[1]\n"
      "{\"time\":\"00:04\",\"status\":\"approved\",\"count\":1.5}\n"
      "{\"time\":\"00:05\",\"status\":null,\"count\":1}\n"
      "{\"time\":\"00:06\",\"count\":1}\n"
      "{\"time\":\"00:07\",\"status\":\"a\\u0000b\",\"count\":1}\n"
      "{\"time\":\"00:08\",\"status\":\"a\",\"status\":\"b\",\"count\":1}\n"
      "{\"time\":\"00:09\",\"status\":\"a\",\"count\":1} trailing\n");
  const TimeZone utc;
  Rejected rejected;
  const auto rows = open_rows(source, "in", {}, utc, rejected.handler());
  int good = 0;
  while (rows->next() != nullptr) ++good;
  CHECK(good == 1);
  REQUIRE(rejected.told.size() == 8);
  CHECK(rejected.told[0].starts_with("2: not JSON: "));
  CHECK(rejected.told[1] == "3: not a JSON object");
  CHECK(rejected.told[2] == "4: count is 1.5, no text and no whole number");
  CHECK(rejected.told[3] == "5: status is null, no text and no whole number");
  CHECK(rejected.told[4] == "6: no column 'status'");
  CHECK(rejected.told[5] == "7: status 'a\\x00b' has a control character");
  CHECK(rejected.told[6] == "8: two columns for 'status' (choose one with --columns)");
  CHECK(rejected.told[7].starts_with("9: not JSON: "));
}

TEST_CASE("ndjson: values for another format as they stand") {
  MemorySource source(
      "{\"time\":\"00:01\",\"status\":\"a\",\"price\": 1.10 ,\"tags\":[1, 2],\"note\":\"x\\ty\",\"gone\":null}\n");
  const TimeZone utc;
  Rejected rejected;
  const auto rows = open_rows(source, "in", {}, utc, rejected.handler());
  REQUIRE(rows->next() != nullptr);
  const auto cells = rows->cells();
  REQUIRE(cells.size() == 6);
  CHECK(cells[2].value == "1.10");
  CHECK(cells[3].value == "[1, 2]");
  CHECK(cells[4].value == "x\ty");
  CHECK(cells[4].kind == Cell::Kind::text);
  CHECK(cells[5].value == "null");
  CHECK(cells[5].kind == Cell::Kind::json);
}
