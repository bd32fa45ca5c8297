// SPDX-License-Identifier: MIT
// Horizontal bars as static SVG: for each row one of each line, beside its number, to the left where that is below 0.
#pragma once

#include <string>
#include <vector>

#include "render/svg/lines.hpp"

namespace pos::render {

struct BarsChart {
  std::string title;                 // for those who cannot see the chart
  std::vector<std::string> labels;   // of the rows, plain text
  std::vector<NamedLine> lines;      // a value for each row; NaN has no bar. At most most_lines
  std::vector<std::vector<std::string>> numbers;  // what stands beside the bars, by line and row
  std::string attributes = R"(font-size="11")";  // of the <svg> element
  int width = 720;
};

void append_bars_svg(std::string& out, const BarsChart& chart);
// In pixels.
[[nodiscard]] int height_of(const BarsChart& chart);

// A short piece of the bars of this line, for legends.
void append_bar_sample(std::string& out, std::size_t line);

}  // namespace pos::render
