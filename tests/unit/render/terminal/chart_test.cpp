// SPDX-License-Identifier: MIT
#include "render/terminal/chart.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <sstream>

#include "render/words/text.hpp"
#include "unit/render/sample_report.hpp"

using namespace pos;
using namespace pos::render;
using sample::at;
using sample::day;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

std::string bars(std::vector<BarPart> parts, std::vector<Bar> rows, int width, bool ascii = false) {
  std::string out;
  append_bars(out, parts, rows, TextStyle{width, false, ascii});
  return out;
}

std::string drawn(const TimeChart& chart, int width, bool ascii = false) {
  std::string out;
  append_time_chart(out, chart, TextStyle{width, false, ascii});
  return out;
}

std::string widest_over(const std::string& text, int width) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (display_width(line) > width) return line;
  }
  return {};
}

}  // namespace

TEST_CASE("bars: to scale, parts by glyph, the longest as long as the width allows") {
  const std::vector<BarPart> parts = {{"normal"}, {"abnormal"}};
  const std::vector<Bar> rows = {{"a", {15, 5}, "20"}, {"bbb", {5, 0}, "5"}, {"c", {0, 0}, "0"}};
  // 20 for the longest bar, 3 for labels, 2 for notes, 3 gaps, 1 in reserve
  CHECK(bars(parts, rows, 29) ==
        "█ normal  ▒ abnormal\n"
        "a    ███████████████▒▒▒▒▒ 20\n"
        "bbb  █████ 5\n"
        "c    0\n");
  CHECK(bars(parts, rows, 29, true) ==
        "# normal  ! abnormal\n"
        "a    ###############!!!!! 20\n"
        "bbb  ##### 5\n"
        "c    0\n");
}

TEST_CASE("bars: what is there is seen, however small; one kind of part needs no legend") {
  CHECK(bars({{"normal"}, {"abnormal"}}, {{"a", {1e6, 1}, ""}, {"b", {1, 1}, ""}}, 25) ==
        "█ normal  ▒ abnormal\na  ███████████████████▒\nb  █▒\n");
  CHECK(bars({{"count"}}, {{"b", {unknown}, ""}, {"c", {2}, "2"}}, 10) == "b\nc  █████ 2\n");
}

TEST_CASE("bars: no line is wider than asked for") {
  for (int width = 20; width <= 120; ++width) {
    const std::string text = bars({{"normal"}, {"abnormal"}, {"a third with a long name"}},
                                  {{"決済が拒否されました", {1, 1e9, 1}, "123,456,789"},
                                   {std::string(70, 'x'), {1e9, 1e9, 1e9}, std::string(50, '9')},
                                   {"\x1b[2J", {0, 1e-9, 0}, "\x1b[2J"}},
                                  width, width % 2 == 0);
    REQUIRE(widest_over(text, width) == "");
    REQUIRE(text.find('\x1b') == std::string::npos);
  }
}

TEST_CASE("time chart: blocks by height, expectation where it differs, marks below") {
  TimeChart chart{{at(10, 0), at(10, 8)}, 60, {8, 4, 0, 1, 8, 8, 8, 8}, {8, 8, 8, 1, 8, 8, 2, 8}, {}, 4, 0};
  chart.marks = {Mark::none, Mark::warning, Mark::critical};
  CHECK(drawn(chart, 11) ==
        "8 ┤█── ████\n"
        "  │█   ████\n"
        "4 ┤██  ██─█\n"
        "  │██ ▄████\n"
        "0 └┬───────\n"
        "   10:00\n"
        "    △▲\n");
  CHECK(drawn(chart, 11, true) ==
        "8 +#-- ####\n"
        "  |#   ####\n"
        "4 +##  ##-#\n"
        "  |## :####\n"
        "0 ++-------\n"
        "   10:00\n"
        "    ^^\n");
}

TEST_CASE("time chart: the expectation is not drawn where it differs by no more than half a row") {
  const TimeChart chart{{at(10, 0), at(10, 4)}, 60, {2, 2, 2, 8}, {2, 3, 4, 8}, {}, 4, 0};
  CHECK(drawn(chart, 7) ==
        "8 ┤   █\n"
        "  │  ─█\n"
        "4 ┤   █\n"
        "  │████\n"
        "0 └┬───\n"
        "\n");
}

TEST_CASE("time chart: charts that are to be compared have one scale") {
  TimeChart chart{{at(10, 0), at(10, 4)}, 60, {2, 2, 4, 4}, {}, {}, 2, 0};
  chart.least_top = 7;  // 8 is the next round number
  CHECK(drawn(chart, 7) ==
        "8 ┤\n"
        "4 ┤▄▄██\n"
        "0 └┬───\n"
        "\n");
}

TEST_CASE("time chart: what is not known is neither zero nor an axis; a trace is not nothing") {
  const TimeChart chart{{at(10, 0), at(10, 8)}, 60, {100, 0, 0.001, unknown, 100}, {}, {}, 1, 3};
  CHECK(drawn(chart, 13) ==
        "100 ┤█ ▁ █\n"
        "  0 └┬──·─···\n"
        "     10:00\n");
}

TEST_CASE("time chart: a column is the mean of its steps with their worst mark") {
  TimeChart chart{{at(10, 0), at(10, 20)}, 60, {}, {}, {}, 2, 0};
  for (int i = 0; i < 20; ++i) chart.values.push_back(i < 10 ? (i % 2 == 0 ? 8 : 0) : 2);
  chart.marks.assign(20, Mark::none);
  chart.marks[18] = Mark::critical;
  chart.marks[19] = Mark::warning;
  // 12 columns are there: 10 of two steps each, not some of one and some of two.
  CHECK(drawn(chart, 15) ==
        "4 ┤█████\n"
        "2 ┤██████████\n"
        "0 └┬──────┬──\n"
        "   10:00\n"
        "            ▲\n");
}

TEST_CASE("time chart: few steps are as wide as each other; days are named where they begin") {
  const TimeChart hours{{at(0, 0), at(3, 0)}, 3600, {1, 0.5, 1}, {}, {}, 1, 0};
  CHECK(drawn(hours, 14) == "1 ┤███▄▄▄███\n0 └┬────────\n   00:00\n");
  const TimeChart days{{day, day + 2 * 86'400}, 3600, std::vector<double>(48, 1), {}, {}, 1, 0};
  CHECK(drawn(days, 51).find("\n   03-09   06:00") == std::string::npos);
  CHECK(drawn(days, 51).find("\n   03-09       12:00       03-10       12:00\n") != std::string::npos);
}

TEST_CASE("time chart: no line is wider than asked for, whatever the scale") {
  for (int width = 20; width <= 200; ++width) {
    for (const double size : {1e-300, 1e-7, 0.3, 950.0, 999'499.0, 1e9, 1e300}) {
      TimeChart chart{{at(0, 7), at(24, 7)}, 60, {}, {}, {}, 4, 0};
      for (int i = 0; i < 1440; ++i) chart.values.push_back(i % 97 == 0 ? size : size / 90);
      chart.reference.assign(1440, size / 2);
      chart.marks.assign(1440, Mark::critical);
      CAPTURE(size);
      REQUIRE(widest_over(drawn(chart, width), width) == "");
    }
  }
}

TEST_CASE("time chart: an empty period draws nothing") { CHECK(drawn({{day, day}, 60, {}, {}, {}, 4, 0}, 80).empty()); }

TEST_CASE("time chart: what is below 0 hangs from the axis, on the same scale") {
  TimeChart chart{{0, 8}, 1, {3, 1, 0, -1, -3, -0.1, unknown, 2}, {}, {}, 6};
  chart.labels = {"a", "b", "c", "d", "e", "f", "g", "h"};
  CHECK(drawn(chart, 12) ==
        " 3 ┤█\n"
        "   │█      █\n"
        "   │██     █\n"
        " 0 ┼┬──┬──┬─\n"
        "   │   ██▔\n"
        "   │    █\n"
        "-3 ┤    █\n"
        "    a  d  g\n");
}

TEST_CASE("time chart: all negative, it hangs from the top") {
  const TimeChart chart{{0, 4}, 1, {-1, -2, -4, -4}, {}, {}, 2};
  CHECK(drawn(chart, 8, true).starts_with(" 0 +"));
  CHECK(drawn(chart, 8, true).find("-4 +  ##") != std::string::npos);
}

TEST_CASE("time chart: infinite and huge numbers leave it in its place") {
  const double inf = std::numeric_limits<double>::infinity(), most = std::numeric_limits<double>::max();
  for (const bool ascii : {false, true}) {
    for (const std::vector<double>& values :
         {std::vector<double>{inf, -inf, 1, 2}, {1e300, -1e300, 1, 0}, {5e-324, -5e-324, 0, 0}, {1e308, 1e308, 1e308, 1e308}, {1.7e308, -1.7e308, 1, 0}, {most, -most, most, -most}, {most, 1.7e308, 0, 0},
          {-most, -1.7e308, 0, 0}}) {
      const std::string out = drawn({{0, 4}, 1, values, values, {}, 6}, 24, ascii);
      CHECK(widest_over(out, 24).empty());
      CHECK(out.find("inf") == std::string::npos);
      CHECK(out.find("nan") == std::string::npos);
    }
  }
}

TEST_CASE("time chart: where no round number is as large as the largest, the scale ends with what there is") {
  const std::string out = drawn({{0, 2}, 1, {1.7e308, 0}, {}, {}, 2}, 14, true);
  CHECK(out.starts_with("1.8e+308 +##"));
}

TEST_CASE("bars: one that is negative goes to the left of the line at 0") {
  // 20 cells for 1.5 times 4, 2 of them for the line and what rounding adds
  CHECK(bars({{""}}, {{"a", {4}, "4"}, {"b", {-2}, "-2"}, {"c", {0}, "0"}}, 26) ==
        "a        │████████████ 4\n"
        "b  ██████│ -2\n"
        "c        │ 0\n");
}
