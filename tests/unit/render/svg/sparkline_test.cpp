// SPDX-License-Identifier: MIT
#include "render/svg/sparkline.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace pos::render;

namespace {

std::string spark_svg(const Sparkline& line) {
  std::string out;
  append_sparkline(out, line);
  return out;
}

std::string spark_path(const std::string& svg, std::string_view name) {
  const auto at = svg.find("d=\"", svg.find("class=\"" + std::string(name) + "\"")) + 3;
  return svg.substr(at, svg.find('"', at) - at);
}

}  // namespace

TEST_CASE("sparkline: points are whole steps from one to the next, from the lower edge up") {
  // 240 x 40, three steps of 80 around their middle; 4 is at the top, 0 at the bottom.
  const std::string svg = spark_svg({.steps = {{0, {}, 0}, {4, {}, 0}, {2, {}, 0}}, .shades = {}});
  CHECK(spark_path(svg, "count") == "M40 39l80-38 80 19");
  CHECK(spark_path(svg, "expected").empty());
}

TEST_CASE("sparkline: what nobody knows is a gap, and a step alone is a dot") {
  const std::string svg = spark_svg({.steps = {{4, {}, 0}, {{}, {}, 0}, {4, {}, 0}}, .shades = {}});
  CHECK(spark_path(svg, "count") == "M40 1l0 0M200 1l0 0");
  CHECK(spark_svg({.steps = {{{}, 3, 1}}, .shades = {}}).empty());
}

TEST_CASE("sparkline: the band is around what was expected, and an incident shades its part") {
  const std::string svg = spark_svg({.steps = {{1, 2, 2}, {1, 2, 2}}, .shades = {{0.5, 0.75}}});
  CHECK(spark_path(svg, "band") == "M60 1l120 0 0 38-120 0z");
  CHECK(svg.find(R"(<rect class="region" x="120" width="60" height="40"/>)") != std::string::npos);
}

TEST_CASE("sparkline: a rate keeps within its edges") {
  const std::string svg = spark_svg({.steps = {{0.9, 0.95, 0.1}, {1, 0.95, 0.1}}, .shades = {}, .least = 0.9, .most = 1});
  CHECK(spark_path(svg, "count") == "M60 39l120-38");
  CHECK(spark_path(svg, "band") == "M60 1l120 0 0 38-120 0z");
}
