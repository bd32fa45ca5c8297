// SPDX-License-Identifier: MIT
// What pos-report is asked for.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/shape.hpp"
#include "incident/rules.hpp"
#include "pipeline/model_age.hpp"
#include "query/order.hpp"
#include "render/report/text.hpp"
#include "report/report.hpp"

namespace pos::tools {

inline constexpr const char* tool = "pos-report";

using cli::Shape;

struct Options {
  cli::CommonOptions common;
  cli::InputOptions input;
  std::string history;               // database; empty: input
  std::string stream;                // of it
  std::optional<std::int32_t> date;  // of the first row of input without dates
  std::optional<Shape> format;  // as asked
  Shape shape = Shape::text;    // complete() says which
  std::vector<render::Part> parts;  // none: not said
  std::string since, until;
  report::Filter filter;
  std::string compare;
  std::string events;  // file; empty: none
  std::string mark;    // an event to write into the history; empty: none
  std::string kind;    // of that
  std::optional<std::int64_t> unmark;  // the id of one to remove
  incident::Rules rules;
  std::string volume;  // status that measures business; empty: as the source says
  std::string sql;
  std::optional<query::Chart> chart;  // of its result
  std::chrono::seconds watch{0};  // 0: no
  std::chrono::seconds keep{0};   // 0: no pruning
  std::chrono::seconds max_model_age = pipeline::usual_model_age;
  std::string backup;
  std::string output = "-";
  std::string title;  // of a page; empty: the source's
  cli::When color = cli::When::automatic;
  std::optional<Language> language;
  bool exit_status = false;
};

void add_options(cli::Command& command, Options& options);

// Refuses what does not go together, and fills in what was left open. Errors: pos::Error(Fault::usage).
void complete(Options& options, const cli::Command& command);

// As the terminal, the locale and --color have it.
[[nodiscard]] render::TextStyle text_style(const Options& options);

}  // namespace pos::tools
