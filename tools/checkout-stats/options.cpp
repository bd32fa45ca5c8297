// SPDX-License-Identifier: MIT
#include "options.hpp"

#include <filesystem>
#include <system_error>

#include "base/text.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"

namespace pos::tools {

using render::CheckoutPart;

void add_options(cli::Command& command, Options& options) {
  command
      .texts("FILE", options.files,
             "Sales by hour; -: standard input. FILE2: of the next day. None: what --db has, else standard input")
      .type("[FILE2]")
      .completed_by({cli::Values::Of::files, {}, false});
  cli::add_db_option(command, options.history,
                     "History of transactions, which says why; without FILE, the table itself");
  cli::add_stream_option(command, options.stream, "Stream of the history");
  cli::add_text(command, "--day", options.day, "DATE",
                "Day of FILE, the last one, or to make the table of: 2026-03-09, yesterday, today");
  cli::add_choice<bool>(command, "--count", options.is_money, {{"count", false}, {"amount", true}},
                        "What --db makes the table of: sums of count (default), or of amount");
  cli::add_events_option(command, options.events);
  command.text("-Z,--timezone", options.timezone, "Zone of the clock that says what day it is").type("TZ");
  cli::add_choice<std::optional<Format>>(command, "-i,--input-format", options.input_format,
                                         {{"auto", std::nullopt}, {"csv", Format::csv}},
                                         "Format of the input, which is CSV");
  command.text("--columns", options.columns, "Names of columns, such as time=Hora,today=Vendas").type("MAP");
  cli::add_choice<read::MissingHour>(
      command, "--missing", options.missing,
      {{"unknown", read::MissingHour::unknown}, {"zero", read::MissingHour::zero}},
      "What an hour without a row is: unknown (default), which is reported, or zero in all columns");
  cli::add_choices<CheckoutPart>(command, "-r,--report", options.parts,
                                 {{"anomalies", CheckoutPart::anomalies},
                                  {"compare", CheckoutPart::compare},
                                  {"insights", CheckoutPart::insights},
                                  {"chart", CheckoutPart::chart},
                                  {"describe", CheckoutPart::describe},
                                  {"info", CheckoutPart::info}},
                                 "Parts: anomalies, compare, insights, chart, describe, info, all; none: what is not ordinary");
  cli::add_choice<std::optional<Shape>>(
      command, "-f,--format", options.shape,
      {{"text", Shape::text}, {"csv", Shape::csv}, {"ndjson", Shape::ndjson}, {"html", Shape::html}, {"svg", Shape::svg}},
      "Format; html: a page of its own; svg: a chart of --sql. Default: as FILE of -o ends, else text, or csv of one part");
  const auto set_query = [&options](const std::string& sql) {
    options.query = true;
    options.sql = sql;
    return std::string();
  };
  command
      .value("--sql", set_query,
             "Print the result of a query on the files; none: today against yesterday, or FILE2 against FILE")
      .type("[QUERY]")
      .may_lack_value();
  query::add_chart_option(command, options.chart, "Shape of charts (default line); with --sql chart the result");
  cli::add_number<double>(command, "--alpha", options.alpha, 1e-9, 0.5,
                          "How often an ordinary day may have any hour flagged");
  cli::add_number<int>(command, "--precision", options.precision, 0, 9, "Decimals");
  cli::add_bad_row_options(command, options.on_error, options.rejects);
  command.text("-o,--output", options.output, "Write to FILE, which takes its place when it is complete").type("FILE");
  command.flag("-e,--exit-status", options.exit_status, "Exit 1 if any hour is flagged or missing, or --db has incidents of the day");
  cli::add_color_option(command, options.color);
  cli::add_language_option(command, options.language);
  cli::add_common_options(command, options.common);
}

namespace {

// (A query may be longer than a name can be: no error then, only no file.)
bool is_file(const std::string& name) {
  std::error_code failed;
  return std::filesystem::exists(name, failed);
}

void complete_query(Options& options) {
  if (!options.parts.empty()) cli::misuse("--sql does not go with --report");
  if (options.exit_status) cli::misuse("--sql does not go with --exit-status");
  options.shape = query::choose_shape(options.shape, options.output, options.chart);
}

void complete_report(Options& options) {
  if (options.chart == Chart::none) cli::misuse("--chart none is for --sql");
  if (!options.shape) options.shape = cli::shape_of_file(options.output);
  const bool one = options.parts.size() == 1;
  const bool has_chart = one && options.parts.front() == CheckoutPart::chart;
  if (options.shape == Shape::html && !options.parts.empty())
    cli::misuse("--report does not go with html, which has all");
  if (options.shape && cli::is_data(*options.shape)) {
    if (!one) cli::misuse("csv and ndjson hold one report: choose one with --report");
    if (has_chart) cli::misuse("a chart is text or html");
  }
  if (options.shape == Shape::svg) cli::misuse("svg is for --sql: a report with charts is html");
  if (options.shape == Shape::prom) cli::misuse("a report is text, csv, ndjson or html");
  const bool data = one && !has_chart && (options.output != "-" || !cli::stdout_is_terminal());
  if (!options.shape) options.shape = data ? Shape::csv : Shape::text;
  if (one && options.parts.front() == CheckoutPart::compare && options.files.size() < 2)
    cli::misuse("--report compare needs two files");
}

}  // namespace

void complete(const cli::Command& command, Options& options) {
  // One from the environment or the configuration gives way to what standard input brings, as everywhere.
  if (options.files.empty() && !command.typed("db") && cli::stdin_brings_input()) options.history.clear();
  options.history_typed = command.typed("db");
  if (options.files.empty() && !options.sql.empty() && is_file(options.sql))
    cli::misuse("--sql: '" + printable(options.sql) + "' is a file, and no query: files come before --sql");
  if (options.files.empty() && options.history.empty()) options.files = {"-"};
  if (options.history.empty() && !options.stream.empty()) cli::misuse("--stream is of a history: --db says which");
  if (options.history.empty() && options.events.empty() && !options.day.empty())
    cli::misuse("--day is of a history or of events: --db, --events");
  if (!options.files.empty() && command.typed("count"))
    cli::misuse("--count is of the table that --db makes where there is no FILE");
  if (options.files.size() > 2) cli::misuse("more than two files");
  if (options.files.size() == 2 && options.files[0] == "-" && options.files[1] == "-")
    cli::misuse("standard input can be read once");
  options.query ? complete_query(options) : complete_report(options);
  std::vector<std::string> read = options.files;
  for (const std::string& file : {options.history, options.events}) {
    if (!file.empty()) read.push_back(file);
  }
  cli::refuse_overlap({options.output, options.rejects}, read);
}

render::TextStyle text_style(const Options& options) {
  return {cli::terminal_size().columns, cli::use_color(options.color, options.output), !cli::locale_is_utf8(),
          cli::language_of_user(options.language)};
}

}  // namespace pos::tools
