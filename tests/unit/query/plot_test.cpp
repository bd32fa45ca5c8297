// SPDX-License-Identifier: MIT
#include "query/plot.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace pos::query;
using pos::sqlite::Value;

namespace {

Table table_of(const std::vector<Value>& first, const std::vector<Value>& second) {
  Table table{{"x", "y"}, {}};
  for (std::size_t row = 0; row < first.size(); ++row) {
    table.values.push_back(first[row]);
    table.values.push_back(second[row]);
  }
  return table;
}

std::vector<Value> ones(std::size_t rows) { return std::vector<Value>(rows, Value(std::int64_t{1})); }

Plot plot_of(const std::vector<Value>& first) { return make_plot(table_of(first, ones(first.size()))); }

}  // namespace

TEST_CASE("plot: hours have the slots of the day") {
  const Plot plot = plot_of({"07h", "09h"});
  CHECK(plot.kind == Plot::Slots::hours);
  CHECK(plot.slots == 24);
  CHECK(plot.slot == std::vector<std::size_t>{7, 9});
  CHECK(plot.ascends);
  const std::vector<double> values = by_slot(plot, plot.lines[0]);
  CHECK(values[7] == 1);
  CHECK(std::isnan(values[8]));
}

TEST_CASE("plot: times have slots of their step, and what is not there leaves a gap") {
  const Plot plot = plot_of({"2026-03-09 10:00", "2026-03-09 10:05", "2026-03-09 10:15"});
  CHECK(plot.kind == Plot::Slots::times);
  CHECK(plot.step == 300);
  CHECK(plot.slots == 4);
  CHECK(plot.slot == std::vector<std::size_t>{0, 1, 3});
  CHECK(plot_of({"2026-02-28", "2026-03-01"}).step == 86'400);
  CHECK(plot_of({"10:00:00", "10:00:30"}).step == 30);
}

TEST_CASE("plot: times far apart, out of order or twice are rows beside each other") {
  CHECK(plot_of({"2026-03-09 10:00:00", "2026-03-09 10:00:01", "2026-03-10 10:00:00"}).kind == Plot::Slots::rows);
  CHECK(plot_of({"2026-03-09 10:00", "2026-03-09 10:00"}).kind == Plot::Slots::rows);
  CHECK(plot_of({"2026-02-30", "2026-03-01"}).kind == Plot::Slots::rows);
  CHECK(plot_of({"09h", "07h"}).kind == Plot::Slots::rows);
}

TEST_CASE("plot: a line says something between growing numbers, and nothing between statuses") {
  CHECK(plot_of({std::int64_t{1}, std::int64_t{2}, 10.5}).ascends);
  CHECK(plot_of({"09", "10"}).ascends);
  CHECK_FALSE(plot_of({"approved", "denied"}).ascends);
  CHECK_FALSE(plot_of({std::int64_t{2}, std::int64_t{1}}).ascends);
}

TEST_CASE("plot: null and infinity are not known") {
  const double inf = std::numeric_limits<double>::infinity();
  const Plot plot = make_plot(table_of({"a", "b", "c"}, {Value(), inf, std::int64_t{-3}}));
  CHECK(std::isnan(plot.lines[0].values[0]));
  CHECK(std::isnan(plot.lines[0].values[1]));
  CHECK(plot.lines[0].values[2] == -3);
}

TEST_CASE("plot: without rows there is one, without numbers there is none") {
  CHECK(plot_of({}).slots == 0);
  CHECK(why_no_plot(table_of({"a"}, {"b"})) == "a chart has numbers in all columns but the first: 'y' has text");
  CHECK_FALSE(why_no_plot({{"x"}, {std::int64_t{1}}}).empty());
}

TEST_CASE("table: shown numbers lose the noise of the 16th digit, exact ones keep it") {
  CHECK(exact_text(18.071250000000003) == "18.071250000000003");
  CHECK(shown_text(18.071250000000003) == "18.07125");
  CHECK(shown_text(0.1 + 0.2) == "0.3");
  CHECK(shown_text(6.416666666666667) == "6.416666666666667");
  CHECK(shown_text(1e300) == "1e+300");
  CHECK(shown_text(12.0) == "12");
}

TEST_CASE("plot: what a picture has no looks for is named, and counted where it is much") {
  const auto words = [](std::size_t columns) {
    Table table{{"x"}, {std::int64_t{1}}};
    for (std::size_t i = 1; i <= columns; ++i) {
      table.names.push_back("c" + std::to_string(i));
      table.values.emplace_back(std::int64_t{1});
    }
    return not_drawn(make_plot(table), pos::Language::en);
  };
  CHECK(words(8).empty());
  CHECK(words(9) == "not drawn: c9");
  CHECK(words(13) == "not drawn: c9, c10, c11, c12, c13");
  CHECK(words(14) == "not drawn: c9, c10, c11, c12, c13 and 1 other column");
  CHECK(words(100) == "not drawn: c9, c10, c11, c12, c13 and 87 other columns");
}
