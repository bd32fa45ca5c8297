// SPDX-License-Identifier: MIT
// What charts as SVG are made of.
#pragma once

#include <string>
#include <string_view>

namespace pos::render {

// 1, 2 or 5 times a power of ten, `least` or more, so that about four lines cross a chart up to `largest`.
[[nodiscard]] double nice_tick(double largest, double least);

// A command of a path with its point, to a tenth of a pixel.
void append_point(std::string& out, char command, double x, double y);

// A line across the chart with its label at the left.
void append_value_line(std::string& out, double left, double right, double y, std::string_view label);

// A tick below the chart, at `y`, with its label; `anchor`: of the text, such as `middle`.
void append_tick_below(std::string& out, double x, double y, std::string_view anchor, std::string_view label);

// A triangle around a point: severities differ by shape, not by colour alone.
enum class MarkShape { hollow, filled };
void append_triangle(std::string& out, double x, double y, MarkShape shape);

}  // namespace pos::render
