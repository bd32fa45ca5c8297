// SPDX-License-Identifier: MIT
// pos-report: scored transactions in, from a history or from pos-score; tables, charts and pages out.
#include <algorithm>
#include <cctype>
#include <chrono>
#include <optional>
#include <string>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/output.hpp"
#include "cli/period.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "cli/version.hpp"
#include "history/marks.hpp"
#include "history/prune.hpp"
#include "history/reader.hpp"
#include "pos-report/options.hpp"
#include "pos-report/run.hpp"
#include "pos-report/source.hpp"
#include "query/order.hpp"
#include "report/history_source.hpp"
#include "sqlite/connection.hpp"

namespace {

using namespace pos;
using namespace pos::tools;

int write_report(const Options& options, Source& source, const read::TimeZone& zone) {
  Run run(options, source, zone, Now(zone));
  cli::Output out(options.output);
  const bool found = run.write(out);
  if (cli::stop_requested()) return cli::exit_ok;  // half a report is none
  out.close();
  if (source.exit_status() != cli::exit_ok) return source.exit_status();
  return options.exit_status && found ? cli::exit_found : cli::exit_ok;
}

// What the view shows is made of the rows, if the query asks for it.
void show_incidents(history::Reader& reader, const Options& options) {
  std::string query = options.sql;
  std::ranges::transform(query, query.begin(), [](unsigned char c) { return std::tolower(c); });
  if (query.find("incidents") == std::string::npos) return;
  history::Reader of_stream(options.history, options.stream);
  reader.show_incidents(report::all_incidents(of_stream, options.rules));
}

int run_query(const Options& options) {
  cli::Output out(options.output);
  history::Reader reader = history::Reader::of_all_streams(options.history);
  show_incidents(reader, options);
  query::Order order;
  order.sql = options.sql;
  order.shape = options.shape;
  order.chart = options.chart;
  order.style = text_style(options);
  order.title = options.title;
  order.version = std::string(tool) + " " + cli::version;
  query::write_answer(order, [&](const sqlite::Query& query) { reader.query(query); }, out);
  if (cli::stop_requested()) return cli::exit_ok;  // half an answer is none
  out.close();
  return cli::exit_ok;
}

// Counted back from what the rows say the time is: neither a clock nor a row of 2030 may empty a history.
LocalSeconds prune_before(const Options& options, LocalSeconds now) {
  auto reader = history::Reader::of_all_streams(options.history);
  const auto rows = reader.span();
  const auto newest = reader.newest_believed(now);
  if (newest || !rows) return newest.value_or(now) - options.keep.count();
  throw Error(Fault::bad_data, options.history + ": nothing is removed: of its rows from " + to_date_time(rows->first) +
                                   " to " + to_date_time(rows->last) +
                                   " none was judged and none came by the clock, which says " + to_date_time(now) +
                                   "; set the clock right, or delete the history as a whole");
}

// A copy first: what is about to go is in it.
int maintain(const Options& options, const read::TimeZone& zone) {
  if (!options.backup.empty()) history::Reader::of_all_streams(options.history).backup(options.backup);
  if (options.keep.count() == 0) return cli::exit_ok;
  const history::Pruned pruned = history::prune(options.history, prune_before(options, Now(zone).local));
  if (pruned.not_all && pruned.rows == 0) throw *pruned.not_all;
  if (!options.common.quiet) cli::say(tool, options.history + ": " + std::to_string(pruned.rows) + " rows removed");
  const auto fail = [](const Error& error, const char* what) {
    throw Error(error.fault(), error.what() + std::string(what));
  };
  if (pruned.not_all) fail(*pruned.not_all, ": other old rows are still there: the next --prune removes them");
  if (pruned.not_shrunk)
    fail(*pruned.not_shrunk,
         ": the space of removed rows is not given back yet: the next --prune tries again, and new rows "
         "use it meanwhile");
  return cli::exit_ok;
}

// `pos.db: event 3, closed, 2026-03-09 14:00:00 to 2026-03-09 18:00:00: works`
void tell_mark(const Options& options, const char* what, std::int64_t id, const Event& event) {
  if (options.common.quiet) return;
  const std::string kind = event.kind.empty() ? "" : printable(event.kind) + ", ";
  const std::string until = event.to ? " to " + to_date_time(*event.to) : "";
  cli::say(tool, options.history + ": " + what + " " + std::to_string(id) + ", " + kind + to_date_time(event.from) +
                     until + ": " + printable(event.name));
}

int mark(const Options& options, const read::TimeZone& zone) {
  const auto when = cli::parse_occurrence(options.since, options.until, Now(zone).local, zone);
  const Event event{when.from, when.to, options.mark, event_kind(options.kind)};
  for (const std::string& wrong : {wrong_words(event), wrong_times(event)}) {
    if (!wrong.empty()) cli::misuse("--mark: " + wrong);
  }
  tell_mark(options, "event", history::add_mark(options.history, event), event);
  return cli::exit_ok;
}

int unmark(const Options& options) {
  const auto removed = history::remove_mark(options.history, *options.unmark);
  if (!removed) {
    cli::misuse("--unmark: " + options.history + " has no event " + std::to_string(*options.unmark) +
                " (--sql 'SELECT * FROM events' lists them)");
  }
  tell_mark(options, "removed: event", *options.unmark, *removed);
  return cli::exit_ok;
}

// What a frame shows stays right until one of these changes.
struct Frame {
  std::int64_t version;
  LocalSeconds minute;
  cli::TerminalSize size;

  friend bool operator==(const Frame&, const Frame&) = default;
};

int watch(const Options& options, const read::TimeZone& zone) {
  History source(options.history, options.stream);
  std::optional<cli::Screen> screen;  // once there is something to show: errors are told on the terminal as it was
  std::optional<Frame> shown;
  while (!cli::stop_requested()) {
    const Now now(zone);
    const Frame frame{source.version(), minute_begin(now.local), cli::terminal_size()};
    if (shown != frame) {
      std::string text = source.name() + "  " + to_date_time(now.local) + "\n\n";
      text += Run(options, source, zone, now).screen(frame.size.lines);
      if (!screen) screen.emplace();
      screen->show(text, frame.size.lines);
      shown = frame;
    }
    for (std::chrono::seconds waited(0); waited < options.watch && !cli::stop_requested(); ++waited) {
      static_cast<void>(cli::wait_readable(-1));  // a second, or until a signal comes
      if (cli::terminal_size() != frame.size) break;
    }
  }
  return cli::exit_ok;
}

void tell_times(const Options& options, History& source, LocalSeconds now) {
  if (options.common.quiet) return;
  const std::string age = source.model_age(now, options.max_model_age);
  if (!age.empty()) cli::say(tool, age);
  const std::string ahead = options.since.starts_with('-') ? source.ahead(now) : std::string();
  if (!ahead.empty()) cli::say(tool, ahead);
}

int run(Options options, const cli::Command& command) {
  sqlite::Connection::hurry_when(cli::stop_requested);
  complete(options, command);
  const read::TimeZone zone = options.input.zone();
  if (!options.backup.empty() || options.keep.count() > 0) return maintain(options, zone);
  if (!options.mark.empty()) return mark(options, zone);
  if (options.unmark) return unmark(options);
  if (!options.sql.empty()) return run_query(options);
  if (options.watch.count() > 0) return watch(options, zone);
  if (!options.history.empty()) {
    History source(options.history, options.stream);
    tell_times(options, source, Now(zone).local);
    return write_report(options, source, zone);
  }
  Input source(options, zone, Now(zone).local);
  return write_report(options, source, zone);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  cli::Command command(tool, "Report on scored transactions: what came, what was expected, and what went wrong.");
  add_options(command, options);
  command.closing_words(
      "Examples:\n"
      "  pos-report -b pos.db\n"
      "  pos-report -b pos.db -s yesterday -r summary,incidents --compare last-week\n"
      "  pos-report -b pos.db -s -7d -f html -o week.html\n"
      "  pos-score -m pos.model today.csv | pos-report -r all\n"
      "See pos-report(1), pos-formats(5).");
  return cli::run_tool(command, argc, argv, [&] { return run(options, command); });
}
