// SPDX-License-Identifier: MIT
#include "options.hpp"

#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "report/filter_text.hpp"

namespace pos::tools {
namespace {

using render::Part;

// In the order of `all`.
const std::vector<std::pair<std::string, Part>>& part_names() {
  static const std::vector<std::pair<std::string, Part>> names = {
      {"summary", Part::summary}, {"keys", Part::keys},   {"bars", Part::bars},     {"series", Part::series},
      {"describe", Part::describe}, {"incidents", Part::incidents}, {"table", Part::table}, {"review", Part::review}};
  return names;
}

// One part of the filter, as report::set_... reads it.
using SetFilter = std::string (*)(std::string_view, report::Filter&);
cli::Option add_filter(cli::Command& command, const std::string& name, report::Filter& filter, SetFilter set,
                const std::string& type, const std::string& description) {
  return command
      .value(
          name, [&filter, set](const std::string& text) { return set(text, filter); }, description)
      .type(type);
}

// What a time span of 0 would mean is said by leaving the option out.
cli::Option add_span(cli::Command& command, const std::string& name, std::chrono::seconds& span,
                     const std::string& description) {
  return cli::add_duration(command, name, span, description).shown_default("").check([](const std::string& text) {
    const auto given = cli::parse_duration(text);
    return given && given->count() == 0 ? "'" + text + "' is no time at all" : std::string();
  });
}

void add_selection(cli::Command& command, Options& options) {
  cli::add_text(command, "-s,--since", options.since, "TIME",
                "Begin: a day, a time, today, yesterday, or -2h for two hours ago")
      .completed_by({cli::Values::Of::words, {"today", "yesterday"}, false});
  cli::add_text(command, "-u,--until", options.until, "TIME",
                "End, which is not part of the period; a day: when it begins")
      .completed_by({cli::Values::Of::words, {"today", "yesterday"}, false});
  add_filter(command, "--hour", options.filter, report::set_hours, "A-B", "Only these hours of the day");
  add_filter(command, "--minute", options.filter, report::set_minutes, "A-B", "Only these minutes of the hour");
  add_filter(command, "--status", options.filter, report::set_statuses, "LIST",
             "Only these statuses, such as denied,failed,reversed")
      .completed_by({cli::Values::Of::statuses, {}, true});
  add_filter(command, "--normal", options.filter, report::set_normal, "all|normal|abnormal",
             "Only rows with the decision Approve (normal), or Alert (abnormal)");
  add_filter(command, "--by", options.filter, report::set_by, "COLUMN[=VALUE]",
             "A table of the keys of this column, or the report of one of them alone");
  cli::add_volume_option(command, options.volume,
                         "Status that measures business, which incidents lose (default: the model's)");
  cli::add_rule_options(command, options.rules.resolve_after, options.rules.min_severity);
  cli::add_text(command, "--compare", options.compare, "DAY",
                "Compare with the same period of another day: yesterday, last-week, DATE")
      .completed_by({cli::Values::Of::words, {"yesterday", "last-week"}, false});
  cli::add_events_option(command, options.events);
}

void add_history_jobs(cli::Command& command, Options& options) {
  cli::add_text(command, "--sql", options.sql, "QUERY", "Print the result of a query that reads the history");
  query::add_chart_option(command, options.chart, "With --sql: chart the result");
  add_span(command, "--watch", options.watch, "Stay on the terminal; look for new rows every DUR");
  add_span(command, "--prune", options.keep, "Remove rows older than DUR from the history");
  cli::add_text(command, "--mark", options.mark, "TEXT",
                "Write an event into the history, of now or of --since (and --until), such as 'deploy 4.2'")
      .once();
  cli::add_text(command, "--kind", options.kind, "WORD",
                "Kind of that event; closed, holiday and exclude are days for the monitor")
      .completed_by({cli::Values::Of::words, {"closed", "holiday", "exclude", "promotion", "deploy"}, false});
  cli::add_number<std::int64_t>(command, "--unmark", options.unmark, 1, 1'000'000'000,
                                "Remove the event of this number from the history")
      .type("ID");
  cli::add_text(command, "--backup", options.backup, "FILE", "Copy the history, in use or not, to FILE");
}

void refuse_what_a_job_ignores(cli::Command& command) {
  command.exclude({"sql", "prune", "backup"}, {"report", "since", "until", "hour", "minute", "status", "normal", "by",
                                               "compare", "watch", "exit-status"});
  command.exclude({"prune", "backup"}, {"sql", "format", "output"});
  command.exclude({"prune", "backup", "mark", "unmark"}, {"stream", "date"});  // of all streams, and of no rows that come
  command.exclude({"unmark"}, {"mark", "kind", "since", "until"});
  command.exclude({"mark", "unmark"}, {"report", "hour", "minute", "status", "normal", "by", "compare", "watch", "exit-status",
                             "sql", "prune", "backup", "format", "output", "events"});
  command.exclude({"watch"}, {"exit-status"});
}

[[nodiscard]] bool has_history_job(const Options& options) {
  return !options.sql.empty() || options.watch.count() > 0 || options.keep.count() > 0 || !options.backup.empty() ||
         !options.mark.empty() || options.unmark;
}

// A table of keys wants to know of which column. With that, it is part of the summary and of all; alone, it is what
// there is to say of them as data.
void choose_keys(Options& options) {
  auto& parts = options.parts;
  const std::size_t all = part_names().size() - 1;
  const bool is_family = !options.filter.by.empty() && options.filter.key().empty();
  const bool has_keys = std::ranges::find(parts, Part::keys) != parts.end();
  if (has_keys && parts.size() < all && options.filter.by.empty()) cli::misuse("--report keys needs --by COLUMN");
  if (has_keys && parts.size() == all && !is_family) std::erase(parts, Part::keys);
  if (has_keys || !is_family) return;
  if (cli::is_data(options.shape)) {
    if (parts.empty()) parts = {Part::keys};
    return;
  }
  if (parts.empty()) parts = {Part::summary};
  const auto summary = std::ranges::find(parts, Part::summary);
  if (summary != parts.end()) parts.insert(summary + 1, Part::keys);
}

// A review is of a month more than of a day, and of what people said: `all` is without it.
void choose_review(Options& options) {
  auto& parts = options.parts;
  const auto review = std::ranges::find(parts, Part::review);
  if (review == parts.end()) return;
  if (parts.size() == part_names().size()) {
    parts.erase(review);
  } else if (options.history.empty()) {
    cli::misuse("--report review needs --db: only a history knows what people said");
  }
}

}  // namespace

void add_options(cli::Command& command, Options& options) {
  cli::add_input_options(command, options.input, "Scored transactions");
  cli::add_db_option(command, options.history, "Report on a history that pos-score keeps");
  cli::add_model_age_option(command, options.max_model_age);
  cli::add_stream_option(command, options.stream, "Stream of the history to report on");
  cli::add_date_option(command, options.date, "Date of the first row where times have none (default today)");
  cli::add_choice<std::optional<Shape>>(command, "-f,--format", options.format,
                                        {{"text", Shape::text},
                                         {"csv", Shape::csv},
                                         {"ndjson", Shape::ndjson},
                                         {"html", Shape::html},
                                         {"svg", Shape::svg},
                                         {"prom", Shape::prom}},
                                        "Format; html: a page of its own; svg: a chart of --sql; prom: for Prometheus. "
                                        "Default: as FILE of -o ends, else text, or csv of --sql");
  cli::add_choices<Part>(command, "-r,--report", options.parts, part_names(),
                         "Parts: summary (default), table, bars, series, describe, incidents, keys, review, all");
  add_selection(command, options);
  command.text("-o,--output", options.output, "Write to FILE, which takes its place when it is complete").type("FILE");
  cli::add_text(command, "--title", options.title, "TEXT", "Title of a page (default: the name of what it is of)");
  command.flag("-e,--exit-status", options.exit_status,
               "Exit 1 if the report has an Alert row or an incident, or rows are overdue");
  cli::add_color_option(command, options.color);
  cli::add_language_option(command, options.language);
  add_history_jobs(command, options);
  cli::add_common_options(command, options.common);
  refuse_what_a_job_ignores(command);
}

void complete(Options& options, const cli::Command& command) {
  if (!options.input.files.empty() || !has_history_job(options)) {
    cli::choose_input(command, options.input.files, options.history);
  }
  if (options.history.empty()) {
    for (const auto& [given, name] : {std::pair(!options.sql.empty(), "--sql"),
                                      {options.watch.count() > 0, "--watch"},
                                      {options.keep.count() > 0, "--prune"},
                                      {!options.backup.empty(), "--backup"},
                                      {!options.mark.empty(), "--mark"},
                                      {options.unmark.has_value(), "--unmark"}}) {
      if (given) cli::misuse(std::string(name) + " needs --db");
    }
  }
  if (!options.kind.empty() && options.mark.empty()) cli::misuse("--kind needs --mark");
  if (options.backup == "-") cli::misuse("--backup needs a file: standard output is for data");
  if (options.chart && options.sql.empty()) cli::misuse("--chart is for --sql");
  if (options.sql.empty()) {
    if (!options.format) options.format = cli::shape_of_file(options.output);
    options.shape = options.format.value_or(Shape::text);
    if (options.shape == Shape::svg) cli::misuse("svg is for --sql: a report with charts is html");
  } else {
    options.shape = query::choose_shape(options.format, options.output, options.chart);
  }
  const bool whole = options.sql.empty() && (options.shape == Shape::html || options.shape == Shape::prom);
  const bool is_review_page = options.shape == Shape::html && options.parts == std::vector{Part::review};
  if (whole && !options.parts.empty() && !is_review_page)
    cli::misuse("--report does not go with html and prom, which have a form of their own (but a page of review alone)");
  if (cli::is_data(options.shape) && options.parts.size() > 1)
    cli::misuse("csv and ndjson hold one report: choose one with --report");
  if (options.watch.count() > 0) {
    if (options.shape != Shape::text || options.output != "-") cli::misuse("--watch shows text, on a terminal");
    if (!cli::stdout_is_terminal()) cli::misuse("--watch needs a terminal");
  }
  choose_review(options);
  choose_keys(options);
  if (options.parts.empty()) options.parts = {Part::summary};

  auto read = options.history.empty() ? options.input.inputs() : std::vector{options.history};
  cli::refuse_overlap({options.output, options.input.rejects}, read);
}

render::TextStyle text_style(const Options& options) {
  return {cli::terminal_size().columns, cli::use_color(options.color, options.output), !cli::locale_is_utf8(),
          cli::language_of_user(options.language)};
}

}  // namespace pos::tools
