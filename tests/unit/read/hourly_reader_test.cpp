// SPDX-License-Identifier: MIT
#include "read/hourly_reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "unit/read/memory_source.hpp"

using namespace pos;
using namespace pos::read;

namespace {

HourlyTable read_text(const std::string& text, test::Rejected& rejected, const HourlyOptions& options = {},
                      std::size_t piece = 1000) {
  test::MemorySource source(text, piece);
  return read_hourly(source, "t", options, rejected.handler());
}

}  // namespace

TEST_CASE("hourly reader: rows in any order, in pieces of any size, give the table by hour") {
  for (const std::size_t piece : {1U, 7U, 1000U}) {
    test::Rejected rejected;
    const HourlyTable table = read_text("a;hora;hoje\r\n\"1,5\";09h;3\r\n2;07:00;1\r\n\r\n-3;8;2", rejected, {}, piece);
    CHECK(rejected.told.empty());
    CHECK(table.hours == std::vector<int>{7, 8, 9});
    REQUIRE(table.columns.size() == 2);
    CHECK(table.columns[0].name == "a");
    CHECK(table.columns[0].values == std::vector<double>{2, -3, 1.5});
    CHECK(table.find("today")->values == std::vector<double>{1, 2, 3});
  }
}

TEST_CASE("hourly reader: a bad row comes back whole, also one that is judged at the end") {
  test::Rejected rejected;
  const HourlyTable table = read_text("time;today;b\n00h;;\"1\"\n01h;2;x\n02h;1.234;2\n03h;3;9\n", rejected);
  CHECK(table.hours == std::vector<int>{3});
  CHECK(rejected.told ==
        std::vector<std::string>{"3: b 'x' is not a number", "2: today is empty",
                                 "4: today '1.234' may have thousands or decimals: write 1234 or 1.2340"});
  CHECK(rejected.bytes == std::vector<std::string>{"01h;2;x", "00h;;\"1\"", "02h;1.234;2"});
}

TEST_CASE("hourly reader: an hour without a row is 0 where that is asked, not one that is bad or to come") {
  test::Rejected rejected;
  HourlyOptions options;
  options.missing = MissingHour::zero;
  const HourlyTable table = read_text("time,today,b\n01h,2,3\n03h,x,3\n04h,5\n06h,,8\n05h,4,7\n", rejected, options);
  CHECK(rejected.told.size() == 2);
  CHECK(table.hours == std::vector<int>{0, 1, 2, 5, 6});
  CHECK(table.columns[1].values == std::vector<double>{0, 3, 0, 7, 8});
  const std::vector<double>& today = table.find("today")->values;
  CHECK(std::vector<double>(today.begin(), today.end() - 1) == std::vector<double>{0, 2, 0, 4});
  CHECK(std::isnan(today.back()));
}

TEST_CASE("hourly reader: more rows than a day has hours are told and not kept") {
  test::Rejected rejected;
  std::string text = "time,today\n";
  for (int i = 0; i < 1000; ++i) text += std::to_string(i % 24) + "," + std::to_string(i) + "\n";
  const HourlyTable table = read_text(text, rejected);
  CHECK(table.hours.size() == 24);
  CHECK(rejected.told.size() == 976);
  CHECK(rejected.told.back() == "1001: 15h is there already, in line 17");
}

TEST_CASE("hourly reader: columns of one name, and too many of them, are refused") {
  std::string header = "time";
  for (int i = 0; i < 64; ++i) header += ",c" + std::to_string(i);
  test::Rejected rejected;
  CHECK_THROWS_WITH_AS(read_text(header + "\n", rejected), "t:1: more than 63 columns beside the time", Error);
  CHECK_THROWS_WITH_AS(read_text("Hora;Hoje;hoje\n", rejected),
                       "t:1: two columns for 'today', Hoje and hoje (--columns today=NAME says which it is)", Error);
}

TEST_CASE("hourly reader: headings are known in Portuguese, with accents or without, blanks or hyphens") {
  const std::string values = "10;1;2;3;4;5\n";
  for (const std::string& header :
       {std::string("Horário;Hoje;Ontem;Mesmo dia da semana passada;Média semana passada;Média do mês passado\n"),
        std::string("horario;HOJE;ontem;mesmo-dia-semana-passada;MEDIA_DA_SEMANA_PASSADA;Média mês passado\n")}) {
    CAPTURE(header);
    test::Rejected rejected;
    const HourlyTable table = read_text(header + values, rejected);
    CHECK(table.hours == std::vector<int>{10});
    std::vector<std::string> names;
    for (const auto& column : table.columns) names.push_back(column.name);
    CHECK(names ==
          std::vector<std::string>{"today", "yesterday", "same_day_last_week", "avg_last_week", "avg_last_month"});
  }
}
