// SPDX-License-Identifier: MIT
// pos-train: history in, model out.
#include <fmt/core.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/local_time.hpp"
#include "base/text.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"
#include "cli/version.hpp"
#include "history/marks.hpp"
#include "model/model_file.hpp"
#include "model/training.hpp"
#include "model/training_report.hpp"
#include "pos-train/history_reader.hpp"
#include "pos-train/notes.hpp"
#include "pos-train/options.hpp"
#include "pos-train/report.hpp"
#include "sqlite/connection.hpp"

namespace {

using namespace pos;
using namespace pos::tools;

// How the model came to be: no clock, no file names, so that the same input gives the same bytes.
void set_lineage(model::Model& model, const model::History& history, const model::TrainingSettings& settings) {
  model.lineage = {{"tool", std::string("pos-train ") + cli::version}, {"rows", std::to_string(history.size())}};
  if (history.size() == 0) return;
  model.lineage.insert(model.lineage.end(), {{"first", to_text(history.first())},
                                             {"last", to_text(history.last())},
                                             {"seed", std::to_string(settings.forest.seed)},
                                             {"contamination", fmt::format("{}", settings.contamination)}});
}

std::vector<std::string> families_of(const std::string& by) {
  if (by.empty()) return {};
  auto families = split_list(by);
  try {
    static_cast<void>(model::KeyNames(families));
  } catch (const std::invalid_argument&) {
    cli::misuse("--by needs 1 to 6 names of columns, none twice, such as merchant,acquirer");
  }
  return families;
}

int train(const Options& options) {
  if (options.model.empty()) throw Error(Fault::usage, "no model to write: give --model FILE or set POS_MODEL");
  auto read = options.history.empty() ? options.input.inputs() : std::vector{options.history};
  read.push_back(options.test);
  read.push_back(options.events);
  cli::refuse_overlap({options.model, options.report, options.input.rejects}, read);
  HistoryReader reader(options);
  cli::Output out(options.model);  // what cannot be written is told before the work
  const read::TimeZone zone = options.input.zone();
  model::History history(zone.wall(), families_of(options.by));
  reader.read_input(options, history);
  if (cli::stop_requested()) return cli::exit_ok;  // half a history makes no model
  if (history.size() == 0) reader.refuse_nothing(options);
  tell_dateless(options, history);
  std::optional<TrainingWatch> watch;
  if (is_reported(options)) watch.emplace(history, options.training.days);
  model::Trained trained = model::train(history, options.training, watch ? &*watch : nullptr);
  tell_what_it_lacks(options, history, *trained.model.monitor);
  if (!options.common.quiet) tell_volume(trained.volume);
  set_lineage(trained.model, history, options.training);
  std::optional<model::TrainingReport> report;
  if (watch) report = make_report(options, trained, history, *watch, reader);
  if (cli::stop_requested()) return cli::exit_ok;
  out.buffer() = model::to_text(trained.model);
  out.close();
  if (report) write_report(options, trained.model, *report);
  return reader.close();
}

int run(Options options, const cli::Command& command) {
  sqlite::Connection::hurry_when(cli::stop_requested);
  if (options.inspect.empty()) {
    cli::choose_input(command, options.input.files, options.history);
    const bool has_period = !options.since.empty() || !options.until.empty();
    if (has_period && options.history.empty()) cli::misuse("--since and --until need --db");
    static_cast<void>(families_of(options.by));
    std::vector<Event> events = cli::read_events(options.events, options.input.zone());
    history::append_marks(options.history, sqlite::Access::read, events);
    options.training.days = model::SpecialDays(events);
    if (!options.common.quiet && !options.events.empty() && options.training.days.empty())
      cli::tell_no_days(tool, options.events);
    return train(options);
  }
  cli::Output out("-");
  out.buffer() = model::describe(model::parse_model(cli::read_file(options.inspect), options.inspect));
  out.close();
  return cli::exit_ok;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  cli::Command command(tool, "Learn from a history of transactions: writes the model that pos-score needs.");
  add_options(command, options);
  return cli::run_tool(command, argc, argv, [&] { return run(options, command); });
}
