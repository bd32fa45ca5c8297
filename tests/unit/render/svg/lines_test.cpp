// SPDX-License-Identifier: MIT
#include "render/svg/lines.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string_view>

#include "unit/render/count_of.hpp"
#include "unit/render/svg/path_of.hpp"

using namespace pos;
using namespace pos::render;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

std::string svg(const LinesChart& chart) {
  std::string out;
  append_lines_svg(out, chart);
  return out;
}

LinesChart flat_day() {
  LinesChart chart;
  chart.title = "today";
  chart.lines = {{"today", std::vector<double>(24, 10)}};
  chart.marks.assign(24, SlotMark::none);
  chart.width = 310;  // 60 and 10 of it are margins: 10 an hour
  return chart;
}

}  // namespace

TEST_CASE("lines svg: exactly the flagged hours are marked, at their place and by shape") {
  LinesChart chart = flat_day();
  chart.marks[0] = SlotMark::hollow;
  chart.marks[12] = SlotMark::filled;
  const std::string out = svg(chart);
  CHECK(count_of(out, "class=\"region\"") == 2);
  CHECK(count_of(out, "x=\"60.0\" y=\"14\" width=\"10.0\"") == 1);
  CHECK(count_of(out, "x=\"180.0\" y=\"14\" width=\"10.0\"") == 1);
  CHECK(count_of(out, "class=\"alert-mark hollow\"") == 1);
  CHECK(path_of(out, "alert-mark hollow").starts_with("M65.0 "));
  CHECK(count_of(out, "class=\"alert-mark\"") == 1);
  CHECK(path_of(out, "alert-mark").starts_with("M185.0 "));
  CHECK(count_of(svg(flat_day()), "mark") == 0);
  CHECK(count_of(svg(flat_day()), "region") == 0);
}

TEST_CASE("lines svg: an hour that is not known is a gap, one between gaps a dot") {
  LinesChart chart = flat_day();
  chart.lines[0].values[1] = chart.lines[0].values[3] = unknown;
  const std::string out = svg(chart);
  const std::string line = path_of(out, "line-0");
  CHECK(count_of(line, "M") == 3);
  CHECK(count_of(line, "h0") == 2);  // 00h and 02h
  CHECK(count_of(out, "<circle") == 22);
  CHECK(count_of(out, "<title>02h: 10</title>") == 1);
}

TEST_CASE("lines svg: a band covers each known hour in its width") {
  LinesChart chart = flat_day();
  chart.low.assign(24, unknown);
  chart.high.assign(24, unknown);
  chart.low[5] = 5;
  chart.high[5] = 15;
  const std::string band = path_of(svg(chart), "band");
  CHECK(count_of(band, "M") == 1);
  CHECK(count_of(band, "110.0 ") == 2);  // 60 + 5 * 10
  CHECK(count_of(band, "120.0 ") == 2);
  CHECK(count_of(band, "Z") == 1);
}

TEST_CASE("lines svg: lines differ by their dashes, and no more are drawn than do") {
  LinesChart chart = flat_day();
  chart.lines.assign(20, {"x", std::vector<double>(24, 1)});
  const std::string out = svg(chart);
  CHECK(count_of(out, "class=\"line-") == most_lines);
  std::vector<std::string> dashes;
  for (std::size_t line = 0; line < most_lines; ++line) {
    std::string sample;
    append_line_sample(sample, line);
    const auto at = sample.find("stroke-dasharray=");
    dashes.push_back(sample.substr(at, sample.find("\" ", at) - at));
    CHECK(count_of(out, dashes.back() + "\"") == 1);
  }
}

TEST_CASE("lines svg: needs no style attribute and escapes its title") {
  LinesChart chart = flat_day();
  chart.title = "<b>&";
  const std::string out = svg(chart);
  CHECK(count_of(out, "style=") == 0);
  CHECK(count_of(out, "<title>&lt;b&gt;&amp;</title>") == 1);
}

TEST_CASE("lines svg: a scale for nothing, for fractions, for less than nothing and for very much") {
  LinesChart chart = flat_day();
  chart.lines[0].values.assign(24, 0);
  CHECK(count_of(svg(chart), ">1</text>") == 1);
  chart.lines[0].values[3] = 0.17;
  CHECK(count_of(svg(chart), ">0.15</text>") == 1);
  chart.lines[0].values[3] = -8;
  CHECK(count_of(svg(chart), ">-8</text>") == 1);
  chart.lines[0].values[3] = 125'000;
  CHECK(count_of(svg(chart), ">100k</text>") == 1);
  chart.lines[0].values[3] = std::numeric_limits<double>::max();
  CHECK(count_of(svg(chart), "<text") < 20);
  CHECK(count_of(svg(chart), "nan") == 0);
}

TEST_CASE("lines svg: a number below 0 has a line at 0, and slots that are no hours their own names") {
  LinesChart chart = flat_day();
  CHECK(count_of(svg(chart), "class=\"zero\"") == 0);
  chart.slots = 2;
  chart.slot_names = {"mon", "tue"};
  chart.ticks = {{0.5, "mon"}};
  chart.lines = {{"x", {3, -5}}};
  const std::string out = svg(chart);
  CHECK(count_of(out, "class=\"zero\"") == 1);
  CHECK(count_of(out, "<title>tue: -5</title>") == 1);
  CHECK(count_of(out, "text-anchor=\"middle\">mon</text>") == 1);
  CHECK(count_of(out, "00h") == 0);
}
