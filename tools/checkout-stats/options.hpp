// SPDX-License-Identifier: MIT
// What checkout-stats is asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/bad_rows.hpp"
#include "cli/options.hpp"
#include "cli/shape.hpp"
#include "query/order.hpp"
#include "read/hourly_reader.hpp"
#include "render/checkout/checkout.hpp"
#include "render/words/style.hpp"

namespace pos::tools {

inline constexpr const char* tool = "checkout-stats";

using cli::Shape;
using query::Chart;

struct Options {
  cli::CommonOptions common;
  std::vector<std::string> files;  // one, or two; none: the table is made of the history
  std::string history;             // empty: none
  bool history_typed = false;
  std::string stream;
  std::string day;  // of the last file, or to make a table of; empty: not said
  bool is_money = false;  // the table is made of amounts
  std::string timezone;
  std::string events;                  // file; empty: none
  std::optional<Format> input_format;  // csv is all there is
  std::string columns;
  read::MissingHour missing = read::MissingHour::unknown;
  std::vector<render::CheckoutPart> parts;  // none: what is not ordinary
  std::optional<Shape> shape;  // complete() says which
  bool query = false;          // --sql
  std::string sql;             // empty: the comparison hour by hour
  std::optional<Chart> chart;
  double alpha = 0.05;
  int precision = 2;
  cli::OnError on_error = cli::OnError::report;
  std::string rejects;
  std::string output = "-";
  cli::When color = cli::When::automatic;
  std::optional<Language> language;
  bool exit_status = false;
};

void add_options(cli::Command& command, Options& options);

// Refuses what does not go together, and fills in what was left open. Errors: pos::Error(Fault::usage).
void complete(const cli::Command& command, Options& options);

// Of the terminal, and of the person at it.
[[nodiscard]] render::TextStyle text_style(const Options& options);

}  // namespace pos::tools
