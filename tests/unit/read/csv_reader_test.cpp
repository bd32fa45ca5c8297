// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "base/error.hpp"
#include "read/row_reader.hpp"
#include "unit/read/memory_source.hpp"

using namespace pos;
using namespace pos::read;
using pos::test::MemorySource;
using pos::test::Rejected;

namespace {

struct Result {
  std::vector<std::string> rows;  // `line time status count [raw]`
  Rejected rejected;
};

Result read_all(const std::string& bytes, std::size_t piece = 1 << 20, const ReadOptions& options = {}) {
  MemorySource source(bytes, piece);
  const TimeZone utc;
  Result result;
  const auto rows = open_rows(source, "in.csv", options, utc, result.rejected.handler());
  while (const Row* row = rows->next()) {
    const Transaction& t = row->transaction;
    result.rows.push_back(std::to_string(row->line) + " " + to_text(t.time) + " " + std::string(t.status) + " " +
                          std::to_string(t.count) + " [" + std::string(row->raw) + "]");
  }
  return result;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("csv: rows keep their bytes, extra columns and quoted line breaks included") {
  const std::string bytes =
      "\xEF\xBB\xBFid,time,status,note,count\r\n"
      "1,00h 10,approved,\"said \"\"hi\"\"\",  7 \r\n"
      "\r\n"
      "2,\"00:11\",\"denied\",\"two\r\nlines\",3";
  for (const std::size_t piece : {1, 7, 1000}) {
    const Result result = read_all(bytes, piece);
    CHECK(result.rows == Lines{"2 00:10 approved 7 [1,00h 10,approved,\"said \"\"hi\"\"\",  7 ]",
                               "4 00:11 denied 3 [2,\"00:11\",\"denied\",\"two\r\nlines\",3]"});
    CHECK(result.rejected.told.empty());
  }
}

TEST_CASE("csv: a bad row is told with its line and handed over whole, and reading goes on") {
  const Result result = read_all(
      "time,status,count\n"
      "00:01,approved\n"
      "00:02,approved,1,2\n" +
      std::string("00:03,ap\0proved,1\n", 18) +
      "00:04,\xFF,1\n"
      "00:05,\"approved\"x,1\n"
      "00:06,approved,\n"
      "00:07,approved,7\n");
  CHECK(result.rows == Lines{"8 00:07 approved 7 [00:07,approved,7]"});
  CHECK(result.rejected.told == Lines{"2: too few cells, the header has 3", "3: too many cells, the header has 3",
                                      "4: NUL byte", "5: not UTF-8", "6: text after a closing quote",
                                      "7: count is empty"});
  CHECK(result.rejected.bytes[4] == "00:05,\"approved\"x,1");
}

TEST_CASE("csv: a quote that is never closed costs one line") {
  const Result result = read_all("time,status,count\n00:01,\"approved,1\n00:02,approved,2\n00:03,denied,3\n", 5);
  CHECK(result.rejected.told == Lines{"2: quote is not closed"});
  CHECK(result.rejected.bytes == Lines{"00:01,\"approved,1"});
  CHECK(result.rows.size() == 2);
}

TEST_CASE("csv: a stray quote that finds a partner rows later costs only its own lines") {
  const Result result =
      read_all("time,status,count\n00:01,5\" nail,1\n00:02,approved,2\n00:03,6\" nail,3\n00:04,denied,4\n");
  CHECK(result.rejected.told ==
        Lines{"2: quote inside a cell without quotes", "4: quote inside a cell without quotes"});
  CHECK(result.rows.size() == 2);
}

TEST_CASE("csv: a row over 1 MiB is set aside whole without being held") {
  const std::string row = "00:01,approved," + std::string(3 << 20, '7');
  const Result result = read_all("time,status,count\n" + row + "\n00:02,denied,1\n", 100'000);
  CHECK(result.rejected.told == Lines{"2: row is longer than 1 MiB"});
  CHECK(result.rejected.bytes[0] == row);
  CHECK(result.rows.size() == 1);
}

TEST_CASE("csv: delimiters, and no count column: every row is one transaction") {
  CHECK(read_all("time;status\n00:01;approved\n").rows == Lines{"2 00:01 approved 1 [00:01;approved]"});
  CHECK(read_all("ts\tstatus\tqtd\n00:01\tapproved\t5\n").rows == Lines{"2 00:01 approved 5 [00:01\tapproved\t5]"});
}

TEST_CASE("csv: empty input and a header alone are no rows") {
  CHECK(read_all("").rows.empty());
  CHECK(read_all("\n\n").rows.empty());
  CHECK(read_all("time,status,count").rows.empty());
}

TEST_CASE("csv: a header that does not do ends the run") {
  CHECK_THROWS_WITH(read_all("when,status\n"), "in.csv:1: no column 'time' in the header: when, status");
  CHECK_THROWS_WITH(read_all("time,\"status\n"), "in.csv:1: header: quote is not closed");
  const std::array<std::string_view, 1> reserved = {"score"};
  CHECK_THROWS_WITH(read_all("\ntime,status,score\n", 9, {std::nullopt, {}, Labels::ignore, reserved}),
                    "in.csv:2: column 'score' is there already: has this been scored before?");
}

TEST_CASE("csv: cells for another format, quotes removed") {
  MemorySource source("time,status,\"a \"\"b\"\"\",count\n00:01,\"x\",\"p,\"\"q\"\"\",09\n");
  const TimeZone utc;
  Rejected rejected;
  const auto rows = open_rows(source, "in.csv", {}, utc, rejected.handler());
  REQUIRE(rows->next() != nullptr);
  const auto cells = rows->cells();
  REQUIRE(cells.size() == 4);
  CHECK(cells[2].name == "a \"b\"");
  CHECK(cells[2].value == "p,\"q\"");
  CHECK(cells[3].value == "09");
  CHECK(cells[3].kind == Cell::Kind::number);
}
