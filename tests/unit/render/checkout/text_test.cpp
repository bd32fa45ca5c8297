// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <sstream>

#include "render/checkout/checkout.hpp"
#include "render/words/text.hpp"
#include "unit/render/sample_checkout.hpp"

using namespace pos;
using namespace pos::render;

namespace {

constexpr std::array all_parts = {CheckoutPart::info,      CheckoutPart::describe, CheckoutPart::insights,
                                  CheckoutPart::anomalies, CheckoutPart::compare,  CheckoutPart::chart};

std::string text(const checkout::Report& report, std::span<const CheckoutPart> parts, const CheckoutStyle& style = {}) {
  std::string out;
  append_checkout_text(out, report, parts, style);
  return out;
}
std::string text(const checkout::Report& report, CheckoutPart part, const CheckoutStyle& style = {}) {
  return text(report, std::array{part}, style);
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("checkout text: info tells which hours are missing") {
  checkout::Report report = sample_checkout::one_file();
  report.days[0].missing = {0, 1, 2, 9};
  CHECK(text(report, CheckoutPart::info) ==
        "Columns\n"
        "6 rows; missing 00h-02h and 09h\n"
        "\n"
        "column         type     kind     values  missing\n"
        "today          integer  count         6       18\n"
        "avg_last_week  number   average       6       18\n");
}

TEST_CASE("checkout text: describe is aligned, and a number that is none is a hyphen") {
  checkout::Report report = sample_checkout::one_file();
  report.days[0].descriptions[0] = {1, 29, std::numeric_limits<double>::quiet_NaN(), 29, 29, 29, 29, 29};
  CHECK(text(report, CheckoutPart::describe, {.text = {}, .precision = 1}) ==
        "Description\n"
        "stat   today  avg_last_week\n"
        "count      1              6\n"
        "mean    29.0           18.5\n"
        "std        -           15.5\n"
        "min     29.0            0.0\n"
        "25%     29.0            4.5\n"
        "50%     29.0           21.1\n"
        "75%     29.0           30.8\n"
        "max     29.0           37.0\n");
}

TEST_CASE("checkout text: columns that do not fit follow in a table of their own") {
  const std::string narrow = text(sample_checkout::one_file(), CheckoutPart::describe, {.text = {.width = 24}});
  CHECK(holds(narrow, "Description\nstat   today\ncount      6\n"));
  CHECK(holds(narrow, "max    37.00\n\nstat   avg_last_week\ncount              6\n"));
}

TEST_CASE("checkout text: insights are wrapped bullets") {
  CHECK(text(sample_checkout::one_file(), CheckoutPart::insights, {.text = {.width = 20, .ascii = true}}) ==
        "Insights\n"
        "- 117 were sold\n"
        "  today.\n"
        "- Nothing was sold\n"
        "  in 2 hours.\n");
}

TEST_CASE("checkout text: anomalies say first what is wrong, then why, then what else is odd") {
  CHECK(text(sample_checkout::one_file(), CheckoutPart::anomalies) ==
        "Anomalies\n"
        "▲ 2 of 6 hours are unusual: 12h-13h outage; 14h at the edge; about 83 sales\n"
        "lost.\n"
        "\n"
        "  time  value  expected  low–high        p  kind       lost\n"
        "▲ 12h       0     35.86     18–58  2.7e-16  outage    35.86\n"
        "    Nothing was sold, 36 expected.\n"
        "▲ 13h       0     34.00     17–56  1.7e-15  outage    34.00\n"
        "    Nothing was sold, 34 expected.\n"
        "△ 14h      21     33.71     16–55     0.02  shoulder  12.71\n"
        "    The outage before ends here.\n"
        "\n"
        "15h  yesterday has an outage here.\n");
}

TEST_CASE("checkout text: good news, and no news for want of a test, are one line") {
  checkout::Report report{0.05, {sample_checkout::ordinary_day()}, {}, {}};
  CHECK(text(report, CheckoutPart::anomalies) == "Anomalies\nNothing unusual in 6 hours.\n");
  report.days[0].test.reset();
  report.days[0].untested = "it has no column today";
  CHECK(text(report, CheckoutPart::anomalies) == "Anomalies\nNot tested: it has no column today.\n");
}

TEST_CASE("checkout text: one hour and one sale are not plural") {
  checkout::Report report = sample_checkout::one_file();
  checkout::HourlyTest& test = *report.days[0].test;
  test.hours = {test.hours[2]};
  test.lost = 1.2;
  CHECK(holds(text(report, CheckoutPart::anomalies), "▲ 1 of 1 hour is unusual: 12h outage; about 1 sale lost.\n"));
}

TEST_CASE("checkout text: two files are compared hour by hour, under their names") {
  CHECK(text(sample_checkout::two_files(), CheckoutPart::compare) ==
        "Comparison, sunday.csv to monday.csv\n"
        "Most of it is the outage of 12h and 13h.\n"
        "\n"
        "time   sunday.csv  monday.csv  difference        %\n"
        "10h            28          29          +1    +3.6%\n"
        "11h            33          37          +4   +12.1%\n"
        "12h            35           0         -35  -100.0%\n"
        "13h            34           0         -34  -100.0%\n"
        "14h            31          21         -10   -32.3%\n"
        "15h            30          30           0     0.0%\n"
        "total         191         117         -74   -38.7%\n");  // 74 / 191
}

TEST_CASE("checkout text: a comparison says what is wrong with it") {
  checkout::Report report = sample_checkout::two_files();
  report.comparison->contradictions = {10, 11, 14};
  CHECK(holds(text(report, CheckoutPart::compare),
              "Not two days in a row: yesterday of monday.csv is not today of sunday.csv at\n10h-11h and 14h.\n"));
  report.comparison->checked = false;
  CHECK(holds(text(report, CheckoutPart::compare), "Not checked to be two days in a row:"));
  report.comparison.reset();
  report.not_compared = "they have no hour in common";
  CHECK(text(report, CheckoutPart::compare) ==
        "Comparison, sunday.csv to monday.csv\nNot compared: they have no hour in common.\n");
}

TEST_CASE("checkout text: one file has nothing to compare, two of one name are told by their folders") {
  CHECK(text(sample_checkout::one_file(), CheckoutPart::compare).empty());
  checkout::Report report = sample_checkout::two_files();
  CHECK(holds(text(report, CheckoutPart::info), "Columns, sunday.csv\n"));
  report.days[0].table.name = "may/day.csv";
  report.days[1].table.name = "june/day.csv";
  const std::string info = text(report, CheckoutPart::info);
  CHECK(holds(info, "Columns, may/day.csv\n"));
  CHECK(holds(info, "\n\nColumns, june/day.csv\n"));
}

TEST_CASE("checkout text: the chart of today marks flagged hours, columns share one scale") {
  const std::string chart = text(sample_checkout::one_file(), CheckoutPart::chart, {.text = {.width = 53}});
  CHECK(holds(chart, "Sales by hour\n█ today  ─ expected  ▲ outage  △ shoulder\n40 ┤"));
  CHECK(holds(chart, "\n                            ▲▲▲▲△△\n"));  // two columns an hour behind the scale's four
  CHECK(holds(chart, "\ntoday\n40 ┤"));
  CHECK(holds(chart, "\navg_last_week\n40 ┤"));
}

TEST_CASE("checkout text: a table without a test has charts of its columns, unknown hours dotted") {
  checkout::Report report = {0.05, {sample_checkout::day("x.csv", {0, 2}, {{"sold", {1, 2}}})}, {}, {}};
  const std::string chart = text(report, CheckoutPart::chart, {.text = {.width = 27}});
  CHECK(holds(chart, "Sales by hour\nsold\n2 ┤  █\n"));
  CHECK(holds(chart, "0 └┬·─····"));
}

TEST_CASE("checkout text: bars tell behind the number what is found of an hour") {
  CHECK(text(sample_checkout::one_file(), CheckoutPart::chart,
             {.text = {.width = 60, .ascii = true}, .chart = ChartShape::bar}) ==
        "Sales by hour\n"
        "today\n"
        "10h  ######################## 29\n"
        "11h  ############################## 37\n"
        "12h  0  outage, expected 35.9\n"
        "13h  0  outage, expected 34\n"
        "14h  ################# 21  shoulder, expected 33.7\n"
        "15h  ######################## 30\n");
}

TEST_CASE("checkout text: no line is wider than asked for, no name steers the terminal") {
  checkout::Report two = sample_checkout::hostile();
  two.days.push_back(two.days[0]);
  two.not_compared = "\x1b[2J";
  for (const checkout::Report& report : {two, sample_checkout::two_files()}) {
    for (int width = 20; width <= 100; ++width) {
      for (const ChartShape shape : {ChartShape::line, ChartShape::bar}) {
        const std::string all = text(report, all_parts, {{width, false, width % 2 == 0}, 9, shape});
        REQUIRE(!holds(all, "\x1b"));
        REQUIRE(!holds(all, "\u202e"));
        std::istringstream lines(all);
        for (std::string line; std::getline(lines, line);) {
          CAPTURE(line);
          REQUIRE(display_width(line) <= width);
        }
      }
    }
  }
}

TEST_CASE("checkout text: ASCII has no byte above 127 of our own") {
  const std::string all = text(sample_checkout::two_files(), all_parts, {.text = {.ascii = true}});
  CHECK(std::all_of(all.begin(), all.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}
