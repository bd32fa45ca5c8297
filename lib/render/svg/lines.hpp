// SPDX-License-Identifier: MIT
// Lines over each other as a chart (chart.hpp), of the 24 hours of a day or of anything else in slots from left to right.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "render/svg/chart.hpp"

namespace pos::render {

// The vectors have one value for each slot; NaN is not known, and leaves a gap.
struct NamedLine {
  std::string name;
  std::vector<double> values;
};

enum class SlotMark { none, hollow, filled };

struct LinesChart {
  std::string title;              // for those who cannot see the chart
  std::vector<NamedLine> lines;   // the first one has its values at its points; told apart by colour and dashes
  std::vector<double> low, high;  // a band; empty: none
  std::vector<SlotMark> marks;    // on the first line; empty: none
  int width = 720, height = 280;
  std::size_t slots = 24;
  std::vector<ChartTick> ticks = {};                  // with slot_names empty: those of hours
  std::vector<std::string> slot_names = {};           // for who points at a value; empty: hours
  std::string attributes = R"(font-size="11")";  // of the <svg> element
};

// Lines with a look of their own: more would not be told apart.
inline constexpr std::size_t most_lines = 8;

// At most most_lines lines.
void append_lines_svg(std::string& out, const LinesChart& chart);

// A short piece of the line with this index, for legends.
void append_line_sample(std::string& out, std::size_t line);

// Attributes of a path that is this line, and the plain colour of it.
[[nodiscard]] std::string look_of_line(std::size_t line);
[[nodiscard]] std::string_view color_of_line(std::size_t line);

}  // namespace pos::render
