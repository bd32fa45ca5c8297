// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "base/error.hpp"
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

TEST_CASE("ndjson: whole numbers under another name are no transaction a row, in strings neither") {
  MemorySource source(
      "{\"time\":\"00:01\",\"status\":\"approved\",\"shop\":7,\"n\":3}\n"
      "{\"time\":\"00:02\",\"status\":\"approved\",\"shop\":7}\n"
      "{\"time\":\"00:03\",\"status\":\"approved\",\"shop\":\"A7\",\"amount\":12.5}\n"
      "{\"time\":\"00:04\",\"status\":\"approved\",\"shop\":\"A8\",\"amount\":12}\n"
      "{\"time\":\"00:05\",\"status\":\"approved\",\"shop\":\"9\"}\n");
  const TimeZone utc;
  Rejected rejected;
  const auto rows = open_rows(source, "in", {}, utc, rejected.handler());
  std::vector<std::int64_t> lines;
  while (const Row* row = rows->next()) lines.push_back(row->line);
  CHECK(lines == std::vector<std::int64_t>{1, 3});
  REQUIRE(rejected.told.size() == 3);
  CHECK(rejected.told[2].starts_with("5: no column 'count', but 'shop' has whole numbers: "));
  CHECK(rejected.told[0].starts_with("2: no column 'count', but 'shop' has whole numbers: "));
  CHECK(rejected.told[1].starts_with("4: no column 'count', but 'amount' has whole numbers: "));
}

TEST_CASE("ndjson: times in seconds may have a fraction, and stand in two keys") {
  MemorySource source(
      "{\"time\":1772409600.5,\"status\":\"a\"}\n{\"ts\":1.7724096e9,\"status\":\"b\"}\n"
      "{\"time\":1e300,\"status\":\"a\"}\n{\"time\":true,\"status\":\"a\"}\n");
  const TimeZone utc;
  Rejected rejected;
  const auto rows = open_rows(source, "in", {}, utc, rejected.handler());
  const Row* row = rows->next();
  REQUIRE(row != nullptr);
  CHECK(row->time_text == "1772409600.5");
  CHECK(to_text(row->transaction.time) == "2026-03-02 00:00");
  REQUIRE(rows->next() != nullptr);
  CHECK(row->time_text == "1772409600");
  CHECK(rows->next() == nullptr);
  CHECK(rejected.told == std::vector<std::string>{"3: time is 1e+300, no text and no number of seconds",
                                                  "4: time is true, no text and no number of seconds"});
  ReadOptions options;
  options.columns = parse_column_names("time=data+hora");
  MemorySource two("{\"hora\":\"00:01\",\"data\":\"2026-03-09\",\"status\":\"a\"}\n");
  const auto joined = open_rows(two, "in", options, utc, rejected.handler());
  row = joined->next();
  REQUIRE(row != nullptr);
  CHECK(row->time_text == "2026-03-09 00:01");
  CHECK(joined->header().clock == "hora");
}

TEST_CASE("json array: in a file it is read as in a body") {
  const TimeZone utc;
  Rejected rejected;
  const std::string text =
      "\xEF\xBB\xBF\n [\n  {\"time\": \"00:01\",\n \"status\": \"a b\", \"count\": 2},\n {\"time\": \"00:02\"} , "
      "{\"time\": \"00:03\", \"status\": \"c\", \"x\": 1.10}]\n";
  for (const std::size_t piece : {1U, 1000U}) {
    MemorySource source(text, piece);
    const auto rows = open_rows(source, "in", {}, utc, rejected.handler());
    const Row* row = rows->next();
    REQUIRE(row != nullptr);
    CHECK(row->raw == "{\"time\":\"00:01\",\"status\":\"a b\",\"count\":2}");
    CHECK(row->line == 1);
    row = rows->next();
    REQUIRE(row != nullptr);
    CHECK(row->raw == "{\"time\":\"00:03\",\"status\":\"c\",\"x\":1.10}");
    CHECK(row->line == 3);
    CHECK(rows->next() == nullptr);
    CHECK(rejected.told.back().starts_with("2: no column 'status'"));
  }
  for (const std::string bytes : {"[{\"time\":\"00:01\",\"status\":\"a\"}", "[{}, 7]", "[{}] x"}) {
    CAPTURE(bytes);
    MemorySource source(bytes);
    CHECK_THROWS_AS(static_cast<void>(open_rows(source, "in", {}, utc, {})), Error);
  }
  MemorySource none("[]");
  CHECK(open_rows(none, "in", {}, utc, {})->next() == nullptr);
  MemorySource brackets("[time],[status]\n00:01,a\n");
  CHECK_THROWS_AS(static_cast<void>(open_rows(brackets, "in", {}, utc, {})), Error);  // a header
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
  CHECK(rejected.told[4] == "6: no column 'status' (--columns status=NAME says which it is)");
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
