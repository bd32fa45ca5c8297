// SPDX-License-Identifier: MIT
// What a chart shows of a result: its first column from left to right, the others as lines or bars.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "base/record.hpp"
#include "query/table.hpp"

namespace pos::query {

struct PlotLine {
  std::string name;
  std::vector<double> values;  // by row; NaN: null, or infinite
};

// A slot is where a row stands from left to right. Hours (`07h`) have those of the day, and ascending times those of
// their steps, so that a row that is not there leaves a gap; all else has one for each row.
struct Plot {
  std::string across;               // name of the first column
  std::vector<std::string> labels;  // what it says, by row
  std::vector<PlotLine> lines;

  enum class Slots { hours, times, rows } kind = Slots::rows;
  Period period = {0, 0};  // of hours and times
  std::int64_t step = 0;   // likewise, in seconds
  std::size_t slots = 0;
  std::vector<std::size_t> slot;  // by row

  bool ascends = false;  // hours, times and growing numbers, between which a line says something
};

// By slot; NaN where there is no row.
[[nodiscard]] std::vector<double> by_slot(const Plot& plot, const PlotLine& line);

// Of more lines than have looks of their own a picture draws the first. What it says of the others, such as `not drawn: i, j`,
// and of more than a few, how many; empty: there are none.
[[nodiscard]] std::string not_drawn(const Plot& plot, Language language);

// Why there is none: fewer than two columns, or text where numbers should be. Empty: there is one.
[[nodiscard]] std::string why_no_plot(const Table& table);

// Errors: pos::Error(Fault::usage), of why_no_plot().
[[nodiscard]] Plot make_plot(const Table& table);

}  // namespace pos::query
