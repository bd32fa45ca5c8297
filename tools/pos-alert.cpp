// SPDX-License-Identifier: MIT
// pos-alert: scored transactions in, one message per incident out.
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"
#include "pos-alert/jobs.hpp"
#include "pos-alert/options.hpp"
#include "pos-alert/run.hpp"
#include "sqlite/connection.hpp"

namespace {

using namespace pos;
using namespace pos::tools;

int run(Options options, const cli::Command& command) {
  sqlite::Connection::hurry_when(cli::stop_requested);
  complete(options, command);
  const read::TimeZone zone = options.input.zone();
  if (options.job != Job::filter) return run_job(options, zone);
  if (!options.dry_run && !options.channels.any())
    cli::say(tool, "no channel is configured: there are no messages about incidents, now or later; they are kept in " +
                       options.db + " (--to, --webhook-file, --slack-file, --exec or --maildir; -n if that is meant)");
  return Run(options, zone).all();
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  cli::Command command(
      tool, "Tell people of incidents in scored transactions: once, when they begin, and when they are over.");
  add_options(command, options);
  command.closing_words(
      "Examples:\n"
      "  pos-alert -b pos.db --follow --config alert.toml\n"
      "  pos-score --no-db -m pos.model day.csv | pos-alert --replay -n\n"
      "  pos-alert list\n"
      "  pos-alert silence --status denied --for 2h --comment 'acquirer tests'\n"
      "See pos-alert(1), pos-formats(5).");
  return cli::run_tool(command, argc, argv, [&] { return run(options, command); });
}
