// SPDX-License-Identifier: MIT
// The course of a number in the size of a few words, as static SVG: for tiles. Classes are for a style sheet; there is
// no style attribute.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace pos::render {

struct SparkStep {
  std::optional<double> value;
  std::optional<double> expected;
  double spread = 0;  // expected less and more than that still is as usual; of what is expected
};

// From and to as shares of the width.
struct SparkShade {
  double from = 0, to = 0;
};

struct Sparkline {
  std::vector<SparkStep> steps;     // of equal length, from the left edge to the right one
  std::vector<SparkShade> shades;   // incidents
  double least = 0;                 // at the lower edge: a rate that is never under 90 % needs no 0
  std::optional<double> most = {};  // above it nothing can be, as 100 %
};

// The <svg> element: as wide as what is around it, and hidden from those who cannot see it, whom the number beside it
// tells. Nothing where no step has a value.
void append_sparkline(std::string& out, const Sparkline& line);

}  // namespace pos::render
