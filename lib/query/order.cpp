// SPDX-License-Identifier: MIT
#include "query/order.hpp"

#include <chrono>

#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "query/result.hpp"

namespace pos::query {
namespace {

using cli::Shape;

constexpr std::chrono::seconds query_limit(10);

}  // namespace

void add_chart_option(cli::Command& command, std::optional<Chart>& chart, const std::string& description) {
  cli::add_choice<std::optional<Chart>>(
      command, "--chart", chart, {{"line", Chart::line}, {"bar", Chart::bar}, {"none", Chart::none}}, description);
}

Shape choose_shape(std::optional<Shape> asked, const std::string& output, std::optional<Chart> chart) {
  const bool draws = chart && *chart != Chart::none;
  if (!asked) asked = cli::shape_of_file(output);
  if (!asked) asked = draws || (output == "-" && cli::stdout_is_terminal()) ? Shape::text : Shape::csv;
  if (*asked == Shape::prom) cli::misuse("--sql gives text, csv, ndjson, html or svg");
  if (draws && cli::is_data(*asked)) cli::misuse("a chart is text, html or svg");
  if (*asked == Shape::svg && chart == Chart::none) cli::misuse("svg is a chart: --chart none leaves nothing of it");
  return *asked;
}

void write_answer(const Order& order, const std::function<void(const sqlite::Query&)>& ask, cli::Output& out) {
  const auto result = cli::is_data(order.shape) ? make_records(order.shape) : make_whole(order);
  ask({order.sql, query_limit, [&](auto names) { result->columns(names, out.buffer()); },
       [&](auto values) {
         result->row(values, out.buffer());
         out.flush_if_full();
       },
       cli::stop_requested});
  if (!cli::stop_requested()) result->end(out.buffer());
}

}  // namespace pos::query
