// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "base/error.hpp"
#include "read/row_reader.hpp"
#include "unit/read/memory_source.hpp"

using namespace pos;
using namespace pos::read;
using pos::test::MemorySource;
using pos::test::ReadRows;
using pos::test::Rejected;

namespace {

// A row is `line time status count [raw]`.
ReadRows read_all(const std::string& bytes, std::size_t piece = 1 << 20, const ReadOptions& options = {}) {
  MemorySource source(bytes, piece);
  const TimeZone utc;
  ReadRows result;
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
  for (const std::size_t piece : {1U, 7U, 1000U}) {
    const ReadRows result = read_all(bytes, piece);
    CHECK(result.rows == Lines{"2 00:10 approved 7 [1,00h 10,approved,\"said \"\"hi\"\"\",  7 ]",
                               "4 00:11 denied 3 [2,\"00:11\",\"denied\",\"two\r\nlines\",3]"});
    CHECK(result.rejected.told.empty());
  }
}

TEST_CASE("csv: a bad row is told with its line and handed over whole, and reading goes on") {
  const ReadRows result = read_all(
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
                                      "4: NUL byte", "5: not UTF-8 (if it is Latin-1: iconv -f ISO-8859-1 -t UTF-8)",
                                      "6: text after a closing quote", "7: count is empty"});
  CHECK(result.rejected.bytes[4] == "00:05,\"approved\"x,1");
}

TEST_CASE("csv: a quote that is never closed costs one line") {
  const ReadRows result = read_all("time,status,count\n00:01,\"approved,1\n00:02,approved,2\n00:03,denied,3\n", 5);
  CHECK(result.rejected.told == Lines{"2: quote is not closed"});
  CHECK(result.rejected.bytes == Lines{"00:01,\"approved,1"});
  CHECK(result.rows.size() == 2);
}

TEST_CASE("csv: a stray quote that finds a partner rows later costs only its own lines") {
  const ReadRows result =
      read_all("time,status,count\n00:01,5\" nail,1\n00:02,approved,2\n00:03,6\" nail,3\n00:04,denied,4\n");
  CHECK(result.rejected.told ==
        Lines{"2: quote inside a cell without quotes", "4: quote inside a cell without quotes"});
  CHECK(result.rows.size() == 2);
}

TEST_CASE("csv: a row over 1 MiB is set aside whole without being held") {
  const std::string row = "00:01,approved," + std::string(3 << 20, '7');
  const ReadRows result = read_all("time,status,count\n" + row + "\n00:02,denied,1\n", 100'000);
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
  CHECK_THROWS_WITH(read_all("when,status\n"),
                    "in.csv:1: no column 'time' in the header: when, status (--columns time=NAME says which it is)");
  CHECK_THROWS_WITH(read_all("time,\"status\n"), "in.csv:1: header: quote is not closed");
  const std::array<std::string_view, 1> reserved = {"score"};
  CHECK_THROWS_WITH(read_all("\ntime,status,score\n", 9, {std::nullopt, {}, Labels::ignore, reserved}),
                    "in.csv:2: column 'score' is there already: has this been scored before?");
}

TEST_CASE("csv: titles, comments and sep= before the header are passed over") {
  const std::string header_and_row = "Hora;Situa\xC3\xA7\xC3\xA3o;Qtd\n00:01;approved;3\n";
  for (const std::string before :
       {"sep=;\n", "\"sep=;\"\r\n", "# exported at 10:00\n#\n\n", ";;\n", "Vendas por minuto\n\n", "Vendas, \"hoje\n",
        "Vendas;09/03/2026;\n", "sep=;\nVendas;;\nLoja 7;;\n;;\n# x\n"}) {
    CAPTURE(before);
    const ReadRows result = read_all(before + header_and_row, 5);
    REQUIRE(result.rows.size() == 1);
    CHECK(result.rows[0].find("00:01 approved 3 [00:01;approved;3]") != std::string::npos);
    CHECK(result.rejected.told.empty());
  }
}

TEST_CASE("csv: rows that stand before a header are not lost without a word") {
  CHECK_THROWS_WITH(
      read_all("00:01,approved,3\ntime,status,count\n00:02,approved,4\n"),
      "in.csv:1: no column 'time' in the header: 00:01, approved, 3 (a row? -N reads input without a header)");
  CHECK_THROWS_WITH(read_all("Vendas\nhora;situacao do pagamento;qtd\n00:02;approved;4\n"),
                    "in.csv:2: no column 'status' in the header: hora, situacao do pagamento, qtd (--columns "
                    "status=NAME says which it is)");
}

TEST_CASE("csv: the header once more says that a file begins") {
  MemorySource source(
      "time,status\n00:01,a\n\xEF\xBB\xBFtime,status\n00:99,b\n00:02,c\n00:03,d\ntime,status\ntime,status \n");
  const TimeZone utc;
  Rejected rejected;
  const auto rows = open_rows(source, "in.csv", {}, utc, rejected.handler());
  std::string told;
  while (const Row* row = rows->next()) told += std::string(row->transaction.status) + (row->begins_file ? "! " : " ");
  CHECK(told == "a c! d ");
  CHECK(rejected.told == Lines{"4: time '00:99' is not a time", "8: time 'time' is not a time"});
}

TEST_CASE("csv: without a header columns are places, and get names") {
  ReadOptions options;
  options.columns = parse_column_names("time=1+2,status=4,count=3");
  options.columns.no_header = true;
  const std::string bytes = "# no title\n2026-03-09;00:01;3;approved;x\n2026-03-09;00:02;4;approved;y\n";
  CHECK(read_all(bytes, 3, options).rows == Lines{"2 2026-03-09 00:01 approved 3 [2026-03-09;00:01;3;approved;x]",
                                                  "3 2026-03-09 00:02 approved 4 [2026-03-09;00:02;4;approved;y]"});
  MemorySource source(bytes);
  const TimeZone utc;
  CHECK(open_rows(source, "in.csv", options, utc, {})->header().line == "1;2;count;status;5");
  options.columns = parse_column_names("time=1,status=6");
  options.columns.no_header = true;
  CHECK_THROWS_WITH(read_all(bytes, 99, options),
                    "in.csv:2: no column '6' (--columns asks for it), but the first row has 5 columns");
  CHECK(read_all("", 1, options).rows.empty());
}

TEST_CASE("csv: whole numbers under a name that is not known are no transaction a row") {
  CHECK_THROWS_WITH(read_all("time,status,F1\n00:01,approved\n00:02,approved,7\n00:03,approved,x\n"),
                    "in.csv:3: no column 'count', but 'F1' has whole numbers: give --columns count=F1 if they are how "
                    "many, or --columns count= if every row is one transaction");
  CHECK_THROWS_WITH(read_all("time,status,F1,amount\n00:01,approved,,12.50\n00:02,approved,7,10\n"),
                    "in.csv:3: no column 'count', but 'F1' has whole numbers: give --columns count=F1 if they are how "
                    "many, or --columns count= if every row is one transaction");
  CHECK(read_all("time,status,amount,note\n00:01,approved,12.50,\n00:02,approved,10,\n").rows.size() == 2);
  CHECK_THROWS_WITH(read_all(",time,status\n0,00:01,approved\n"),
                    "in.csv:2: no column 'count', but column 1, which has no name, has whole numbers: name it if they "
                    "are how many, or give --columns count= if every row is one transaction");
  ReadOptions one_a_row;
  one_a_row.columns = parse_column_names("count=");
  CHECK(read_all("time,status,count\n00:01,approved,7\n", 99, one_a_row).rows ==
        Lines{"2 00:01 approved 1 [00:01,approved,7]"});
  for (const auto* row : {"12.50", "x7", "", "4111111111111111", "-7"}) {
    CAPTURE(std::string(row));
    CHECK(read_all("time,status,other\n00:01,approved," + std::string(row) + "\n").rows.size() == 1);
  }
  CHECK(read_all("time,status,label,Alert\n00:01,approved,1,0\n").rows.size() == 1);
}

TEST_CASE("csv: clocks beside a column with the date are not taken without it") {
  CHECK_THROWS_WITH(read_all("Data,Hora,status\n2026-03-09,00:01,approved\n"),
                    "in.csv:2: the times have no date, but there is a column 'Data': give --columns time=Data+Hora if "
                    "it is theirs, or --columns time=Hora if not");
  CHECK(read_all("date,time,status\n2026-03-09,2026-03-09 00:01,approved\n").rows.size() == 1);
  ReadOptions joined;
  joined.columns = parse_column_names("time=data+hora");
  const ReadRows result =
      read_all("hora,data,status\n00:01,2026-03-09,approved\n,2026-03-09,approved\n00:01,,approved\n", 99, joined);
  CHECK(result.rows == Lines{"2 2026-03-09 00:01 approved 1 [00:01,2026-03-09,approved]"});
  CHECK(result.rejected.told == Lines{"3: time is empty", "4: time is empty"});
}

TEST_CASE("input that is no text in UTF-8 is refused with the cure") {
  const auto starts = [](std::string_view bytes, const char* message) {
    CHECK_THROWS_WITH(read_all(std::string(bytes)), message);
  };
  starts(std::string_view("\x1F\x8B\x08\0\0", 5), "in.csv: is compressed by gzip: zcat FILE | ...");
  starts("\x28\xB5\x2F\xFD$", "in.csv: is compressed by zstd: zstdcat FILE | ...");
  starts(
      "PK\x03\x04\x14",
      "in.csv: is a spreadsheet (xlsx, ods) or a ZIP archive: save the sheet as CSV in UTF-8, or unzip -p FILE | ...");
  starts(std::string_view("\xFF\xFEt\0i\0", 6), "in.csv: is UTF-16: iconv -f UTF-16 -t UTF-8 FILE | ...");
  starts(std::string_view("t\0i\0m\0", 6), "in.csv: is UTF-16: iconv -f UTF-16LE -t UTF-8 FILE | ...");
  starts(std::string_view("\0{\0\"", 4), "in.csv: is UTF-16: iconv -f UTF-16BE -t UTF-8 FILE | ...");
  starts(std::string_view("{\0\"\0", 4), "in.csv: is UTF-16: iconv -f UTF-16LE -t UTF-8 FILE | ...");
  starts("time;situa\xE7\xE3o\n", "in.csv:1: header: not UTF-8 (if it is Latin-1: iconv -f ISO-8859-1 -t UTF-8)");
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
