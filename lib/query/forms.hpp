// SPDX-License-Identifier: MIT
// A result that is held whole, in the forms that people look at.
#pragma once

#include <cstddef>
#include <string>

#include "query/order.hpp"
#include "query/plot.hpp"
#include "query/table.hpp"

namespace pos::query {

// A table with aligned columns, or with --chart its charts; null is empty. A query of ours stands above it, and what is
// known of the answer below.
void append_text(std::string& out, const Table& table, const Order& order);

// A page that runs nothing and fetches nothing: chart, explanation, query, table.
void append_page(std::string& out, const Table& table, const Order& order);

// The chart as an SVG file of its own, on white, with title and legend.
void append_picture(std::string& out, const Table& table, const Order& order);

// The same to stand in a page. `chart`: line or bar.
void append_plot_svg(std::string& out, const Plot& plot, Chart chart, const Order& order);

// Rows of a chart of bars in a picture: more would be no picture.
inline constexpr std::size_t most_bars = 200;

// Where nobody says which: a line between what ascends, else bars where they are not too many.
[[nodiscard]] inline Chart chart_of(const Plot& plot, const Order& order) {
  return order.chart.value_or(plot.ascends || plot.labels.size() > most_bars ? Chart::line : Chart::bar);
}

}  // namespace pos::query
