// SPDX-License-Identifier: MIT
// The course of a status as a chart (chart.hpp): for pages without scripts, for mail and for print.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "report/report.hpp"

namespace pos::render {

// What a step without a point means: nothing happened, or nothing is known of it (filters left it out).
enum class Missing { zero, gap };

// Minutes of an incident, shaded, with a word at the top: `10:17 above`.
struct Region {
  Period minutes;
  std::string word;  // plain text
  Severity severity = Severity::none;
};

struct SeriesChart {
  std::string_view status;
  Period period;           // of the time axis
  std::int64_t step = 60;  // of the points, in seconds
  Missing missing = Missing::zero;
  bool bridges = true;  // what was expected of steps that do not say it lies between their neighbours
  std::vector<Region> regions = {};  // ascending
  int width = 960, height = 300;
  Language language = Language::en;
};

// Counts of one status as a line, what was expected as a dashed one, expected +- 3 sqrt(expected) as a band, and
// a triangle on each step with an alert, or where there are regions where one begins: filled for critical, else hollow.
// `points` ascend; those outside of the period are left out. Steps are joined to larger ones where they are more than the width can show.
// The whole <svg> element, told to those who cannot see it by its title.
void append_series_svg(std::string& out, const report::Series& series, const SeriesChart& chart);

// Seconds of the steps that the chart shows: chart.step or a multiple.
[[nodiscard]] std::int64_t shown_step(const SeriesChart& chart);

}  // namespace pos::render
