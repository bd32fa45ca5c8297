// SPDX-License-Identifier: MIT
// What a user's query is asked with, and how its answer is written: --sql of checkout-stats and pos-report.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/shape.hpp"
#include "render/words/style.hpp"
#include "sqlite/limited_query.hpp"

namespace pos::query {

enum class Chart { line, bar, none };

// --chart.
void add_chart_option(cli::Command& command, std::optional<Chart>& chart, const std::string& description);

struct Order {
  std::string sql;
  cli::Shape shape = cli::Shape::text;
  std::optional<Chart> chart;  // not said: a table as text; of a page and a picture what suits the columns
  render::TextStyle style;
  std::string title;                     // of a page and a picture; empty: what is drawn
  std::string version;                   // for a page: of the program
  std::vector<std::string> explanation;  // what is known of the answer beforehand, a sentence or a few each
  bool is_ours = false;                  // nobody typed the query: text shows it, with chart and explanation
};

// The form of the answer: `asked`, else as the file's name ends, else text for a chart and for a terminal, else csv.
// Errors: pos::Error(Fault::usage) for what cannot be, such as a chart as csv.
[[nodiscard]] cli::Shape choose_shape(std::optional<cli::Shape> asked, const std::string& output,
                                      std::optional<Chart> chart);

// Runs the query and writes what comes. `ask` runs it where the tables are. Half an answer, where a signal came, is not
// ended. Errors: those of run_limited(), and of a result that has no such form.
void write_answer(const Order& order, const std::function<void(const sqlite::Query&)>& ask, cli::Output& out);

}  // namespace pos::query
