// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <simdjson.h>

#include <algorithm>
#include <limits>
#include <sstream>

#include "render/checkout/checkout.hpp"
#include "unit/render/sample_checkout.hpp"

using namespace pos;
using namespace pos::render;

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::string csv(const checkout::Report& report, CheckoutPart part, int precision = 2) {
  std::string out;
  append_checkout_csv(out, report, part, precision);
  return out;
}

std::string ndjson(const checkout::Report& report, CheckoutPart part) {
  std::string out;
  append_checkout_ndjson(out, report, part);
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// One hour, one column, one value: it has no standard deviation.
checkout::Report one_value() {
  checkout::Report report{0.05, {sample_checkout::day("one.csv", {7}, {{"today", {0.125}}})}, {}, {}};
  report.days[0].descriptions = {{1, 0.125, nan, 0.125, 0.125, 0.125, 0.125, 0.125}};
  return report;
}

}  // namespace

TEST_CASE("checkout csv: info has a row for each column") {
  CHECK(csv(sample_checkout::one_file(), CheckoutPart::info) ==
        "column,type,kind,values,missing\n"
        "today,integer,count,6,18\n"
        "avg_last_week,number,average,6,18\n");
}

TEST_CASE("checkout csv: describe has the rows of pandas, a whole count and decimals as asked for") {
  CHECK(csv(one_value(), CheckoutPart::describe, 0) ==
        "stat,today\ncount,1\nmean,0\nstd,\nmin,0\n25%,0\n50%,0\n75%,0\nmax,0\n");
  CHECK(lines_of(csv(one_value(), CheckoutPart::describe, 2))[2] == "mean,0.12");  // as printf: ties to even
  CHECK(lines_of(csv(one_value(), CheckoutPart::describe, 9))[2] == "mean,0.125000000");
}

TEST_CASE("checkout ndjson: numbers are not rounded, and what CSV leaves empty is null") {
  const auto lines = lines_of(ndjson(one_value(), CheckoutPart::describe));
  REQUIRE(lines.size() == 8);
  CHECK(lines[0] == R"({"stat":"count","today":1})");
  CHECK(lines[1] == R"({"stat":"mean","today":0.125})");
  CHECK(lines[2] == R"({"stat":"std","today":null})");
}

TEST_CASE("checkout csv: anomalies has flagged hours alone, since scripts count its rows") {
  CHECK(csv(sample_checkout::one_file(), CheckoutPart::anomalies) ==
        "time,value,expected,low,high,p,kind,lost,explanation\n"
        "12h,0,35.86,18,58,2.7e-16,outage,35.86,\"Nothing was sold, 36 expected.\"\n"
        "13h,0,34.00,17,56,1.7e-15,outage,34.00,\"Nothing was sold, 34 expected.\"\n"
        "14h,21,33.71,16,55,0.02,shoulder,12.71,The outage before ends here.\n");
}

TEST_CASE("checkout csv: without anomalies, without a test and without a comparison there is the header alone") {
  const std::string header = "time,value,expected,low,high,p,kind,lost,explanation\n";
  checkout::Report report{0.05, {sample_checkout::ordinary_day()}, {}, {}};
  CHECK(csv(report, CheckoutPart::anomalies) == header);
  CHECK(ndjson(report, CheckoutPart::anomalies).empty());
  CHECK(csv(one_value(), CheckoutPart::anomalies) == header);
  CHECK(csv(report, CheckoutPart::compare) == "time,before,after,difference\n");
}

TEST_CASE("checkout ndjson: anomalies have the names of the CSV in its order") {
  CHECK(lines_of(ndjson(sample_checkout::one_file(), CheckoutPart::anomalies))[2] ==
        R"({"time":"14h","value":21,"expected":33.71,"low":16,"high":55,"p":0.02,"kind":"shoulder","lost":12.71,)"
        R"("explanation":"The outage before ends here."})");
}

TEST_CASE("checkout ndjson: insights carry their figures for programs") {
  CHECK(csv(sample_checkout::one_file(), CheckoutPart::insights) ==
        "topic,text\ntotal,117 were sold today.\nquiet,Nothing was sold in 2 hours.\n");
  CHECK(ndjson(sample_checkout::one_file(), CheckoutPart::insights) ==
        "{\"topic\":\"total\",\"text\":\"117 were sold today.\",\"figures\":{\"today\":117,\"expected\":192.28}}\n"
        "{\"topic\":\"quiet\",\"text\":\"Nothing was sold in 2 hours.\",\"figures\":{}}\n");
}

TEST_CASE("checkout csv: two files are told apart by the first column, but for their comparison") {
  const auto anomalies = lines_of(csv(sample_checkout::two_files(), CheckoutPart::anomalies));
  REQUIRE(anomalies.size() == 4);
  CHECK(anomalies[0].starts_with("file,time,value"));
  CHECK(anomalies[1].starts_with("data/monday.csv,12h,0,"));
  CHECK(lines_of(csv(sample_checkout::two_files(), CheckoutPart::info))[1] ==
        "data/sunday.csv,today,integer,count,6,18");
  CHECK(csv(sample_checkout::two_files(), CheckoutPart::compare) ==
        "time,before,after,difference\n"
        "10h,28,29,1\n11h,33,37,4\n12h,35,0,-35\n13h,34,0,-34\n14h,31,21,-10\n15h,30,30,0\n");
}

TEST_CASE("checkout data: files with other columns make one table with all of them") {
  checkout::Report report = sample_checkout::two_files();
  report.days[1].table.columns[1].name = "yesterday";
  CHECK(lines_of(csv(report, CheckoutPart::describe))[0] == "file,stat,today,avg_last_week,yesterday");
  CHECK(lines_of(csv(report, CheckoutPart::describe))[1] == "data/sunday.csv,count,6,6,");
  CHECK(lines_of(csv(report, CheckoutPart::describe))[9] == "data/monday.csv,count,6,,6");
  CHECK(lines_of(ndjson(report, CheckoutPart::describe))[8] ==
        R"({"file":"data/monday.csv","stat":"count","today":6,"avg_last_week":null,"yesterday":6})");
}

TEST_CASE("checkout data: a column named as one of ours gets another name") {
  checkout::Report report = sample_checkout::two_files();
  for (checkout::DayReport& day : report.days) {
    day.table.columns[0].name = "file";
    day.table.columns[1].name = "stat";
  }
  CHECK(lines_of(csv(report, CheckoutPart::describe))[0] == "file,stat,file_2,stat_2");
  report.days.pop_back();
  CHECK(lines_of(csv(report, CheckoutPart::describe))[0] == "stat,file,stat_2");
}

TEST_CASE("checkout csv: hostile names are quoted") {
  const std::string info = csv(sample_checkout::hostile(), CheckoutPart::info);
  CHECK(info.find("\n\"a,\"\"b\"\"\nc\",integer,count,3,21\n") != std::string::npos);
  CHECK(info.find("\n<img src=x onerror=alert(1)>,integer") != std::string::npos);
}

TEST_CASE("checkout ndjson: hostile names and files that are not UTF-8 are still JSON, and the names exact") {
  checkout::Report report = sample_checkout::hostile();
  report.days.push_back(report.days[0]);
  simdjson::dom::parser parser;
  for (const CheckoutPart part : {CheckoutPart::info, CheckoutPart::describe, CheckoutPart::insights}) {
    for (const std::string& line : lines_of(ndjson(report, part))) {
      CAPTURE(line);
      REQUIRE(parser.parse(line).error() == simdjson::SUCCESS);
      REQUIRE(line.find('\x1b') == std::string::npos);
    }
  }
  std::vector<std::string> names;
  for (const std::string& line : lines_of(ndjson(report, CheckoutPart::info))) {
    names.emplace_back(std::string_view(parser.parse(line)["column"]));
  }
  names.resize(names.size() / 2);
  CHECK(names == sample_checkout::hostile_columns());
}
