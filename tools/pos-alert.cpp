// SPDX-License-Identifier: MIT
// pos-alert: scored transactions in, one message per incident out.
#include "base/error.hpp"
#include "cli/run_tool.hpp"
#include "pos-alert/jobs.hpp"
#include "pos-alert/options.hpp"
#include "pos-alert/run.hpp"

namespace {

using namespace pos;
using namespace pos::tools;

int run(Options options, const cli::Command& command) {
  complete(options, command);
  const read::TimeZone zone = options.input.zone();
  if (options.job != Job::filter) return run_job(options, zone);
  Run run(options, zone);
  try {
    return run.all();
  } catch (const Error&) {
    run.rescue();
    throw;
  }
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  cli::Command command(
      tool, "Tell people of incidents in scored transactions: once, when they begin, and when they are over.");
  add_options(command, options);
  command.closing_words(
      "Examples:\n"
      "  tail -n +1 -F live.csv | pos-score -m pos.model | pos-alert --config alert.toml\n"
      "  pos-score -m pos.model day.csv | pos-alert --replay -n\n"
      "  pos-alert list\n"
      "  pos-alert silence --status denied --for 2h --comment 'acquirer tests'\n"
      "See pos-alert(1), pos-formats(5).");
  return cli::run_tool(command, argc, argv, [&] { return run(options, command); });
}
