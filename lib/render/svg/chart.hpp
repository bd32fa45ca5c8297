// SPDX-License-Identifier: MIT
// The one chart of all pages as static SVG: lines, a band, shaded regions, marks, an axis of values and one of whatever
// goes from left to right. Classes are for a style sheet, presentation attributes for where there is none; there is no
// style attribute, which a strict policy forbids. series.hpp and lines.hpp make such charts of their data.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace pos::render {

// Not known: lines and bands have a gap there.
inline constexpr double unknown_value = std::numeric_limits<double>::quiet_NaN();

struct ChartLine {
  std::string look;                 // attributes of its path
  std::vector<double> values;       // one for each slot
  std::vector<std::string> titles;  // of its points, which are then dots that can be pointed at; empty: none
};

// Where what is as usual lies.
struct ChartBand {
  enum class Shape { from_middle_to_middle, steps } shape = Shape::from_middle_to_middle;
  std::vector<double> low, high;  // one for each slot; empty: no band
};

// A triangle around a point: severities differ by shape, not by colour alone.
enum class MarkShape { hollow, filled };
struct ChartMark {
  std::size_t slot = 0;
  double value = 0;
  MarkShape shape = MarkShape::filled;
};

// Ends are in slots from the left edge.
struct ChartRegion {
  double begin = 0, end = 0;
  std::string word;  // plain text, at its top
};

struct ChartTick {
  double at = 0;  // in slots from the left edge
  std::string label;
};

struct Chart {
  std::string title;       // for those who cannot see the chart
  std::string attributes;  // of the <svg> element
  int width = 960, height = 300;
  double left = 52, top = 12, right = 12, bottom = 28;  // margins of the plot
  std::size_t slots = 1;                                // of equal width, from left to right
  double low = 0, high = 1;                             // of the scale; what is above stands at its upper edge
  double least_tick = 1;
  std::string (*value_text)(double) = nullptr;
  std::vector<ChartTick> ticks;  // below the chart
  std::vector<ChartRegion> regions;
  ChartBand band;
  std::vector<ChartLine> lines;  // the last lies on top
  std::vector<ChartMark> marks;
};

void append_chart(std::string& out, const Chart& chart);

}  // namespace pos::render
