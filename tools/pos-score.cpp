// SPDX-License-Identifier: MIT
// pos-score: transactions in, scored transactions out.
#include <algorithm>
#include <string>

#include "base/error.hpp"
#include "cli/output.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"
#include "history/marks.hpp"
#include "pos-score/options.hpp"
#include "pos-score/run.hpp"
#include "sqlite/connection.hpp"

namespace {

using namespace pos;
using namespace pos::tools;

// What a state does not go with.
void check_state(const Options& options) {
  if (options.state.empty()) return;
  if (!options.history.empty())
    throw Error(Fault::usage, "--state and --db are given: a history has the state of its streams; choose one");
  if (options.scoring.policy != pipeline::Policy::above_normal)
    throw Error(Fault::usage, "--state: only --policy above-normal has one; forest and seed judge each row alone");
  if (options.scoring.split) throw Error(Fault::usage, "--split: a part of a feed has no state");
  if (options.date) throw Error(Fault::usage, "--date: with --state times go on from the last row; give them dates");
  if (options.state == "-") throw Error(Fault::usage, "--state: a state is a file, and no stream");
}

int run(Options options) {
  sqlite::Connection::hurry_when(cli::stop_requested);
  check_state(options);
  if (options.model.empty() && options.history.empty() && options.state.empty()) {
    throw Error(
        Fault::usage,
        "no model: give --model FILE or set POS_MODEL; or --db FILE alone, to start from nothing and learn there");
  }
  if (options.model.empty() && options.scoring.policy != pipeline::Policy::above_normal)
    throw Error(Fault::usage, "no model: --policy forest and seed need one (--model FILE)");
  auto read = options.input.inputs();
  if (options.model == "-" && std::find(read.begin(), read.end(), "-") != read.end()) {
    throw Error(Fault::usage, "the model and the transactions cannot both come from standard input");
  }
  read.push_back(options.model);
  read.push_back(options.events);
  cli::refuse_overlap({options.input.rejects}, read);
  cli::refuse_overlap({options.output, options.input.rejects}, {options.model, options.events});
  read.push_back(options.output);
  read.push_back(options.input.rejects);
  cli::refuse_overlap({options.history}, read);
  cli::refuse_overlap({options.state}, read);
  options.scoring.fill = options.no_fill ? pipeline::Fill::none : pipeline::Fill::rows;
  std::vector<Event> events = cli::read_events(options.events, options.input.zone());
  history::append_marks(options.history, sqlite::Access::write, events);
  options.scoring.days = model::SpecialDays(events);
  if (!options.common.quiet && !options.events.empty() && options.scoring.days.empty())
    cli::tell_no_days(tool, options.events);
  if (!options.scoring.where.empty() && options.scoring.policy != pipeline::Policy::above_normal)
    throw Error(Fault::usage, "--where: only --policy above-normal has alerts that have a place");
  if (options.scoring.split && !options.history.empty())
    throw Error(Fault::usage, "--split: a part of a feed has no history (--no-db)");
  if (options.scoring.split && options.scoring.policy != pipeline::Policy::above_normal)
    throw Error(Fault::usage, "--split: keys are judged with their minute (--policy above-normal)");
  if (options.scoring.split && !options.scoring.where.empty())
    throw Error(Fault::usage, "--split: places are sought where the whole feed is (without --where)");
  Run run(options);
  try {
    return run.all();
  } catch (const Error&) {
    run.save();
    throw;
  }
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  using pipeline::Policy;
  cli::Command command(
      tool, "Score transactions: each row comes out with what was expected, how strange it is, and a decision.");
  cli::add_input_options(command, options.input);
  cli::add_model_option(command, options.model, "Model made by pos-train");
  cli::add_choice<Policy>(
      command, "-p,--policy", options.scoring.policy,
      {{"above-normal", Policy::above_normal}, {"forest", Policy::forest}, {"seed", Policy::seed}},
      "What makes an Alert: the monitor (default); the forest; the forest, or a denied, failed or reversed status");
  cli::add_issues_option(command, options.scoring.issues);
  cli::add_column_list(command, "--where", options.scoring.where,
                       "Say where an alert is: which values of these columns make it (such as merchant,acquirer,bin)");
  command.flag("--split", options.scoring.split,
               "The rows are some of the keys; those of key * are the totals of the whole");
  cli::add_events_option(command, options.events);
  cli::add_number(command, "--budget", options.scoring.budget, 1e-6, 1e6,
                  "False events a day that are acceptable (default 0.5)");
  cli::add_number(command, "--threshold", options.scoring.threshold, 0.0, 1.0,
                  "Anomaly score above which the forest alerts, instead of the model's");
  cli::add_duration(command, "--grace", options.grace,
                    "By the clock: how long to wait for the rows of a minute after its end");
  command.flag("--now", options.now,
               "Judge files up to the clock: minutes that are over, silence up to now (for cron)");
  command.flag("--no-fill", options.no_fill, "Add no rows for statuses that are silent");
  cli::add_db_option(command, options.history, "Store rows in this history and go on where it ends");
  cli::add_text(command, "--state", options.state, "FILE",
                "Read the state of the stream from FILE, and write the new one, open minutes too");
  cli::add_model_age_option(command, options.max_model_age);
  cli::add_stream_option(command, options.stream,
                         "Stream of the history, or of the state, that the rows are, apart from others' rows");
  cli::add_date_option(command, options.date, "Date of the first row where times have none (default: today)");
  command.flag("-a,--alerts-only", options.alerts_only, "Print Alert rows only");
  command.flag("--explain", options.scoring.explain, "Add a column that splits the anomaly score over the features");
  cli::add_format_option(command, "-f,--format", options.format, "Format of the output; auto: as the input");
  command.flag("--no-header-out", options.no_header_out, "Write CSV without a header");
  command.text("-o,--output", options.output, "Write to FILE, which takes its place when the run is over").type("FILE");
  command.flag("-e,--exit-status", options.exit_status, "Exit 1 if any row is an Alert");
  cli::add_common_options(command, options.common);
  cli::add_verbose_option(command, options.common, "Say on stderr how many rows and alerts there were");
  command.closing_words(
      "Examples:\n"
      "  pos-score -m pos.model today.csv\n"
      "  tail -n +1 -F live.csv | pos-score -m pos.model -a\n"
      "  pos-score -m pos.model -b pos.db today.csv > scored.csv\n"
      "See pos-score(1), pos-formats(5).");
  return cli::run_tool(command, argc, argv, [&] {
    // One that is left in the environment or the configuration gives way to one that is typed.
    if (command.typed("state") && !command.typed("db")) options.history.clear();
    if (command.typed("db") && !command.typed("state")) options.state.clear();
    return run(options);
  });
}
