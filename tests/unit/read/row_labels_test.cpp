// SPDX-License-Identifier: MIT
#include "read/row_labels.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/error.hpp"
#include "read/history.hpp"
#include "unit/read/memory_source.hpp"

using namespace pos;
using namespace pos::read;
using pos::test::MemorySource;
using pos::test::ReadRows;

namespace {

using Lines = std::vector<std::string>;

// Each row's labels, joined by `|`.
ReadRows labels_of(const std::string& bytes, std::vector<std::string> names, ColumnNames columns = {}) {
  MemorySource source(bytes);
  const TimeZone utc;
  ReadRows result;
  ReadOptions options;
  options.columns = std::move(columns);
  options.labels = std::move(names);
  read_history(source, "in", options, utc, result.rejected.handler(), [&](const Row& row) {
    std::string text;
    for (const std::string_view& label : row.transaction.labels)
      (text += &label == row.transaction.labels.data() ? "" : "|") += label;
    result.rows.push_back(text);
  });
  return result;
}

}  // namespace

TEST_CASE("labels: what is harmless stands as it is, blanks around it gone") {
  for (const std::string value : {"", "m17", "Caf\xC3\xA9 Jo\xC3\xA3o", "a b", "5411", "123456789012",
                                  "0f8fad5b-d9cb-469f-a165-70867728950e", "x=y, z"}) {
    CAPTURE(value);
    CHECK(label_of(value) == value);
    CHECK(label_of(" \t" + value + "\t ") == value);
  }
}

TEST_CASE("labels: no control character, and nothing that turns a line around, comes through") {
  CHECK(label_of("a\tb\nc") == "a\\x09b\\x0ac");
  CHECK(label_of("a\x1b[31m") == "a\\x1b[31m");
  CHECK(label_of("a\xE2\x80\xAE"
                 "b") == "a\\u202eb");
  CHECK(label_of(std::string_view("a\0b", 3)) == "a\\x00b");
}

TEST_CASE("labels: card numbers are hidden, wherever they stand before the cut") {
  CHECK(label_of("4111111111111111") == "411111******1111");
  CHECK(label_of("card 4111 1111 1111 1111") == "card 4111 11** **** 1111");
  const std::string before(60, 'x');
  CHECK(label_of(before + "4111111111111111") == before + "4111");
  const std::string spread = "4-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1";
  CHECK(label_of(std::string(50, 'x') + spread).substr(50) == "4-1-1-1-1-1-*-");
}

TEST_CASE("labels: at most 64 bytes, cut at the end of a character, without a blank there") {
  CHECK(label_of(std::string(64, 'x')) == std::string(64, 'x'));
  CHECK(label_of(std::string(65, 'x')) == std::string(64, 'x'));
  CHECK(label_of(std::string(63, 'x') + "\xC3\xA9") == std::string(63, 'x'));
  CHECK(label_of(std::string(62, 'x') + "\xC3\xA9y") == std::string(62, 'x') + "\xC3\xA9");
  CHECK(label_of(std::string(63, 'x') + " y") == std::string(63, 'x'));
  CHECK(label_of(std::string(200'000, '7')).size() == 64);
}

TEST_CASE("labels: a label is its own label") {
  for (const std::string& value : {std::string("a\tb"), std::string("4111111111111111"), std::string(63, 'x') + " y",
                                   std::string(63, ' ') + "\t", std::string(60, 'x') + "\x01\x02"}) {
    CAPTURE(value);
    CHECK(label_of(label_of(value)) == label_of(value));
  }
}

TEST_CASE("labels: the quick look takes nothing that would be changed") {
  for (const std::string value : {"m17", "", "a b", "123456789012", "4111111111111111", "4111-1111-1111-1111", " a",
                                  "a ", "a\tb", "caf\xC3\xA9", "\x7f", "0f8fad5b-d9cb-469f-a165-70867728950e"}) {
    CAPTURE(value);
    CHECK((!is_its_label(value) || label_of(value) == value));
  }
  CHECK(is_its_label("m17"));
  CHECK(is_its_label("0f8fad5b-d9cb-469f-a16f-7086772895ae"));
  CHECK_FALSE(is_its_label("4111111111111111"));
}

TEST_CASE("labels: more values to be cleaned than are remembered") {
  std::string bytes = "time,status,count,shop\n";
  Lines expected;
  for (int i = 0; i < 40'000; ++i) {
    const std::string digits = "60" + std::to_string(10'000'000'000'000 + i * 7919LL % 20'000);
    bytes += "00:01,denied,7," + digits + "\n";
    expected.push_back(label_of(digits));
  }
  CHECK(labels_of(bytes, {"shop"}).rows == expected);
}

TEST_CASE("labels csv: in the order asked for, a name twice, quotes gone") {
  const std::string bytes =
      "time,status,count,Merchant,bin\n00:01,denied,7, m1 ,4111\n00:02,denied,7,\"m,2\",\n00:03,denied,7,\" "
      "m\"\"3\",5\n"
      "00:04,denied,7,m4,6\n";
  CHECK(labels_of(bytes, {"bin", "merchant", "bin"}).rows == Lines{"4111|m1|4111", "|m,2|", "5|m\"3|5", "6|m4|6"});
  for (const std::string column : {"time", "status", "count"}) {
    CHECK_THROWS_WITH(
        labels_of(bytes, {"bin", column}),
        ("in:1: column '" + column + "' is the " + column +
         " of a row, no label for --by or --where in the header: time, status, count, Merchant, bin")
            .c_str());
  }
}

TEST_CASE("labels csv: the very name wins over another spelling, and two of one rank are told") {
  CHECK(labels_of("time,status,count,BIN,bin\n00:01,denied,7,1,2\n", {"bin"}).rows == Lines{"2"});
  CHECK_THROWS_WITH(labels_of("time,status,count,BIN,Bin\n", {"bin"}),
                    "in:1: two columns for 'bin' (give the name exactly as one of them has it) in the header: time, "
                    "status, count, BIN, Bin");
  CHECK_THROWS_WITH(labels_of("time,status,count,bin,bin\n", {"bin"}),
                    "in:1: two columns for 'bin' in the header: time, status, count, bin, bin");
}

TEST_CASE("labels csv: a header that lacks the column ends the run, empty input does not") {
  CHECK_THROWS_WITH_AS(
      labels_of("time,status,count,bin\n00:01,denied,7,1\n", {"bin", "merchant"}),
      "in:1: no column 'merchant' in the header: time, status, count, bin (--by or --where asks for it)", Error);
  CHECK(labels_of("", {"merchant"}).rows.empty());
}

TEST_CASE("labels csv: without a header names are places") {
  ColumnNames columns = parse_column_names("time=1,status=2,count=3");
  columns.no_header = true;
  const std::string bytes = "00:01,denied,7,m1\n00:02,denied,8,m2\n";
  CHECK(labels_of(bytes, {"4"}, columns).rows == Lines{"m1", "m2"});
  CHECK_THROWS_WITH(labels_of(bytes, {"5"}, columns),
                    "in:1: no column '5' (--by or --where asks for it), but the first row has 4 columns");
}

TEST_CASE("labels: a column that is asked for is no count") {
  CHECK(labels_of("time,status,bin\n00:01,denied,411111\n", {"bin"}).rows == Lines{"411111"});
  CHECK_THROWS_WITH(
      labels_of("time,status,bin,n2\n00:01,denied,411111,3\n", {"bin"}),
      "in:2: no column 'count', but 'n2' has whole numbers: give --columns count=n2 if they are how many, "
      "or --columns count= if every row is one transaction");
  const ReadRows json = labels_of(
      "{\"time\":\"2026-03-09 00:01\",\"status\":\"denied\",\"bin\":411111}\n"
      "{\"time\":\"2026-03-09 00:02\",\"status\":\"denied\",\"bin\":\"411112\"}\n",
      {"bin"});
  CHECK(json.rows == Lines{"411111", "411112"});
  CHECK(json.rejected.told.empty());
}

TEST_CASE("labels json: texts, numbers and words as they stand; null, lists and what is not there are empty") {
  const auto row = [](const std::string& more) {
    return "{\"time\":\"00:01\",\"status\":\"denied\",\"count\":7" + more + "}\n";
  };
  const std::string bytes = row(R"(,"shop":"m1")") + row(R"(,"shop":" m\u0009 ")") + row(R"(,"shop":17)") +
                            row(R"(,"shop":1.10)") + row(R"(,"shop":-0)") + row(R"(,"shop":true)") +
                            row(R"(,"shop":null)") + row(R"(,"shop":"null")") + row(R"(,"shop":[1])") +
                            row(R"(,"shop":{"a":1})") + row("") + row(R"(,"Shop":"m2")");
  const Lines expected = {"m1", "m", "17", "1.10", "-0", "true", "", "null", "", "", "", "m2"};
  CHECK(labels_of(bytes, {"shop"}).rows == expected);
  std::string array = "[";
  for (const char c : bytes) array += c == '\n' ? ',' : c;
  array.back() = ']';
  CHECK(labels_of(array, {"shop"}).rows == expected);
  const ReadRows twice = labels_of(row(R"(,"shop":"a","shop":"b")"), {"shop"});
  CHECK(twice.rejected.told == Lines{"1: two columns for 'shop'"});
}
