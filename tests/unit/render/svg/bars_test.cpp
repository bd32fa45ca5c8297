// SPDX-License-Identifier: MIT
#include "render/svg/bars.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "unit/render/count_of.hpp"

using namespace pos::render;

namespace {

std::string svg(const BarsChart& chart) {
  std::string out;
  append_bars_svg(out, chart);
  return out;
}

BarsChart two_days() {
  BarsChart chart;
  chart.title = "two days";
  chart.labels = {"07h", "08h"};
  chart.lines = {{"today", {10, 0}}, {"yesterday", {5, 20}}};
  chart.numbers = {{"10", "0"}, {"5", "20"}};
  return chart;
}

}  // namespace

TEST_CASE("bars svg: a bar and its number for each line and row, from one edge on") {
  const std::string out = svg(two_days());
  CHECK(count_of(out, "class=\"fill-0\"") == 2);
  CHECK(count_of(out, "class=\"fill-1\"") == 2);
  CHECK(count_of(out, ">20</text>") == 1);
  CHECK(count_of(out, "x=\"31.5\"") == 4);  // three letters of 6.5 and a gap of 12
  CHECK(count_of(out, "width=\"0.0\"") == 1);
  CHECK(out.find("NaN") == std::string::npos);
}

TEST_CASE("bars svg: what is below 0 goes to the left, its number before it; what is not known has none") {
  BarsChart chart = two_days();
  chart.lines[1].values = {-5, std::numeric_limits<double>::quiet_NaN()};
  chart.numbers[1] = {"-5", ""};
  const std::string out = svg(chart);
  CHECK(count_of(out, "text-anchor=\"end\">-5</text>") == 1);
  CHECK(count_of(out, "class=\"fill-1\"") == 1);
  CHECK(out.find("nan") == std::string::npos);
}

TEST_CASE("bars svg: labels are harmless, and numbers of any size have a place") {
  BarsChart chart = two_days();
  chart.labels[0] = "<script>&\x1b[2J";
  chart.lines = {{"x", {1e308, -1e308}}};
  chart.numbers = {{"1e+308", "-1e+308"}};
  const std::string out = svg(chart);
  CHECK(out.find("<script>") == std::string::npos);
  CHECK(out.find('\x1b') == std::string::npos);
  CHECK(out.find("inf") == std::string::npos);
  CHECK(out.find("nan") == std::string::npos);
}
