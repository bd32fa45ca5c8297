// SPDX-License-Identifier: MIT
// The 24 hours of a day as a chart (chart.hpp), to stand within a page of HTML.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pos::render {

// The vectors have one value for each hour of the day; NaN is not known, and leaves a gap.
struct HoursLine {
  std::string name;
  std::vector<double> values;
};

enum class HourMark { none, hollow, filled };

struct HoursChart {
  std::string title;              // for those who cannot see the chart
  std::vector<HoursLine> lines;   // the first one has its values at its points; told apart by colour and dashes
  std::vector<double> low, high;  // a band; empty: none
  std::vector<HourMark> marks;    // on the first line; empty: none
  int width = 720, height = 280;
};

// Lines with a look of their own: more would not be told apart.
inline constexpr std::size_t most_hours_lines = 8;

// At most most_hours_lines lines.
void append_hours_svg(std::string& out, const HoursChart& chart);

// A short piece of the line with this index, for legends.
void append_line_sample(std::string& out, std::size_t line);

}  // namespace pos::render
