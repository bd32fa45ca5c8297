// SPDX-License-Identifier: MIT
#include "render/svg/series.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "unit/render/count_of.hpp"
#include "unit/render/svg/path_of.hpp"

using namespace pos;
using namespace pos::render;

namespace {

SeriesChart ten_minutes(Missing missing = Missing::zero) {
  SeriesChart chart;
  chart.status = "denied";
  chart.period = {36'000, 36'600};  // 10:00 to 10:10
  chart.missing = missing;
  return chart;
}

std::string svg(const report::Series& series, const SeriesChart& chart) {
  std::string out;
  append_series_svg(out, series, chart);
  return out;
}

const report::Series sparse{
    "denied",
    {{36'000, 4, 4, 0, Severity::none}, {36'120, 9, 2, 1, Severity::warning}, {36'300, 30, 4, 2, Severity::critical}}};

}  // namespace

TEST_CASE("series svg: a step without a point counts 0 where nothing was filtered out") {
  const std::string line = path_of(svg(sparse, ten_minutes()), "count");
  CHECK(count_of(line, "M") == 1);
  CHECK(count_of(line, "L") == 9);  // ten minutes, one line
}

TEST_CASE("series svg: a step without a point is a gap where filters may have taken it") {
  const std::string line = path_of(svg(sparse, ten_minutes(Missing::gap)), "count");
  CHECK(count_of(line, "M") == 3);
  CHECK(count_of(line, "L") == 0);
}

TEST_CASE("series svg: what is expected goes on between steps, not beyond them") {
  const std::string line = path_of(svg(sparse, ten_minutes()), "expected");
  CHECK(count_of(line, "M") + count_of(line, "L") == 6);  // 10:00 to 10:05
}

TEST_CASE("series svg: severities differ by shape, not by colour alone") {
  const std::string out = svg(sparse, ten_minutes());
  CHECK(count_of(out, "class=\"alert-mark hollow\"") == 1);
  CHECK(count_of(out, "class=\"alert-mark\"") == 1);
  CHECK(count_of(out, "2 steps with alerts</title>") == 1);
}

TEST_CASE("series svg: an incident is a region with a word, and one mark where it begins") {
  SeriesChart chart = ten_minutes();
  chart.regions = {{{36'120, 36'360}, "10:02 <above>", Severity::critical}};
  const std::string out = svg(sparse, chart);
  // 896 pixels of ten minutes, from the third to the sixth.
  CHECK(count_of(out, R"(class="region" fill="#b3261e" fill-opacity="0.13" x="231.2" y="12" width="358.4" height="260"/>)") == 1);
  CHECK(count_of(out, ">10:02 &lt;above&gt;</text>") == 1);
  CHECK(count_of(out, "class=\"alert-mark\"") == 1);
  CHECK(count_of(out, "class=\"alert-mark hollow\"") == 0);
}

TEST_CASE("series svg: needs no style attribute and escapes its title") {
  SeriesChart chart = ten_minutes();
  chart.status = "<b>&";
  const std::string out = svg({"<b>&", {}}, chart);
  CHECK(count_of(out, "style=") == 0);
  CHECK(count_of(out, "<title>&lt;b&gt;&amp; per 1 min") == 1);
}

TEST_CASE("series svg: a day of minutes is shown by fives, a year by days or so") {
  SeriesChart chart;
  chart.period = {0, 86'400};
  CHECK(shown_step(chart) == 300);
  chart.step = 3'600;
  CHECK(shown_step(chart) == 3'600);
  chart.period = {0, 365 * 86'400};
  CHECK(shown_step(chart) % 3'600 == 0);
  CHECK(365 * 86'400 / shown_step(chart) <= 480);
}

TEST_CASE("series svg: joined steps keep their sum and the worst of their alerts") {
  SeriesChart chart;
  chart.period = {0, 86'400};
  const report::Series series{"denied", {{0, 40, 10, 1, Severity::critical}, {60, 40, 10, 1, Severity::warning}}};
  const std::string out = svg(series, chart);
  CHECK(count_of(out, "class=\"alert-mark\"") == 1);
  CHECK(count_of(out, ">80</text>") == 1);  // the axis goes on to 84: 80 and 5 % air
}
