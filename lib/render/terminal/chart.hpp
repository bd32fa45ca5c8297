// SPDX-License-Identifier: MIT
// Charts for a terminal: stacked horizontal bars, and counts over time.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.hpp"
#include "render/words/style.hpp"

namespace pos::render {

// What each part of the bars is; they are told apart by glyph, at most three.
struct BarPart {
  std::string name;
  Tone tone = Tone::plain;
};

struct Bar {
  std::string label;
  std::vector<double> parts;  // 0 or more each; others count as 0, but one alone that is negative goes to the left
  std::string note;           // behind the bar, such as its total
};

// A legend where there are two parts or more, and a line for each bar, the largest as long as the
// width allows. A part above 0 is never too small to be seen.
void append_bars(std::string& out, std::span<const BarPart> parts, std::span<const Bar> bars, const TextStyle& style);

enum class Mark { none, warning, critical };

// The vectors go by step from the begin of the period. What is NaN, or behind the end of the vector,
// is not known: it is left blank, and the axis is dotted below it. So is what is infinite. The axis is at 0.
struct TimeChart {
  Period period;
  std::int64_t step = 60;         // seconds, above 0
  std::vector<double> values;     // drawn as blocks, from the axis up or down
  std::vector<double> reference;  // drawn as a line; empty: none
  std::vector<Mark> marks;        // below the axis; empty: none
  int rows = 6;                   // lines from the lowest, or 0, to the top
  int scale_columns = 0;          // room for the scale at the left, at least: charts one above the other line up
  double least_top = 0;           // the scale goes up to this at least: charts that are to be compared
  std::vector<std::string> labels = {};  // of the steps, where they are no times
};

// The chart as wide as the terminal, with its scale, axis of times and, where there is one, a line
// of marks. A column shows the mean of its steps, and their worst mark.
void append_time_chart(std::string& out, const TimeChart& chart, const TextStyle& style);

// The room that the scale of this chart needs, 1 to 8 columns.
[[nodiscard]] int scale_columns(const TimeChart& chart, const TextStyle& style);

// For legends.
struct ChartGlyphs {
  std::string_view value, reference, warning, critical;
};
[[nodiscard]] const ChartGlyphs& chart_glyphs(const TextStyle& style);

}  // namespace pos::render
