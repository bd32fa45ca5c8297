// SPDX-License-Identifier: MIT
// pos-train: history in, model out.
#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/keys.hpp"
#include "base/local_time.hpp"
#include "base/record.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"
#include "cli/bad_rows.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/period.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"
#include "cli/version.hpp"
#include "clock/steps_back.hpp"
#include "history/reader.hpp"
#include "model/grain.hpp"
#include "model/minute_totals.hpp"
#include "model/model_file.hpp"
#include "model/training.hpp"
#include "model/training_report.hpp"
#include "pos-train/history_files.hpp"
#include "read/history.hpp"
#include "sqlite/connection.hpp"

namespace {

using namespace pos;

constexpr const char* tool = "pos-train";

struct Options {
  cli::CommonOptions common;
  cli::InputOptions input;
  std::string history;  // database; empty: input
  std::string stream;   // of it
  std::string since, until;
  std::string model;
  std::string events;  // file; empty: none
  std::string by;      // columns whose values are keys; empty: none
  model::TrainingSettings training;
  std::string test;
  std::string report;
  std::string inspect;
};

// Reads files into histories; what it sets aside decides the exit status.
class HistoryReader {
 public:
  explicit HistoryReader(const Options& options)
      : zone_(options.input.zone()),
        read_options_{options.input.format, options.input.column_names(), read::Labels::read, {}},
        bad_rows_(tool, options.input.on_error, options.input.rejects),
        common_(options.common) {}

  // In order of time, whatever order they are in.
  void read(const std::vector<std::string>& paths, model::History& history) {
    tools::HistoryFiles files(!history.families().empty());
    read_options_.labels = history.families();
    for (const std::string& path : paths) {
      if (!cli::stop_requested()) read(path, files);
    }
    refuse_bins("the files together", grain_);  // files of a few bins each are known by what they are together
    tell_strays(files);
    files.fill(history);
  }

  // What was stored: not what was made up, nor rows of minutes that may not be over.
  void read(history::Reader& stored, const std::string& name, const Period& period, model::History& history) {
    tools::HistoryFiles files(!history.families().empty());
    std::vector<std::string_view> labels(history.families().size());
    bad_rows_.begin_file(name);
    files.begin(name);
    std::int64_t number = 0;
    stored.records(period, [&](const Record& record) {
      ++number;
      if (record.made_up || record.open || cli::stop_requested()) return;
      Row row;
      std::ranges::transform(history.families(), labels.begin(),
                             [&](const std::string& column) { return value_in_keys(record.keys, column); });
      row.transaction = {zone_.wall().settle(to_local_time(record.time)), record.status, record.count, labels};
      row.line = number;
      add(row, files);
    });
    files.end();
    tell_strays(files);
    files.fill(history);
  }

  [[nodiscard]] std::int64_t bad_rows() const { return bad_rows_.count(); }

  int close() {
    bad_rows_.close();
    return bad_rows_.exit_status();
  }

 private:
  void tell_strays(const tools::HistoryFiles& files) const {
    if (files.strays() == 0 || common_.quiet) return;
    cli::say(tool,
             fmt::format("{}: no other row confirms this time: nothing is learnt from the row{}", files.first_stray(),
                         files.strays() > 1 ? fmt::format(", and {} others", files.strays() - 1) : ""));
  }

  static void refuse_bins(const std::string& name, const model::Grain& grain) {
    if (grain.step()) throw Error(Fault::bad_data, name + ": " + grain.reason());
  }

  static void tell(const std::string& name, const clock::StepsBack& steps) {
    if (const std::string words = steps.words(); !words.empty()) cli::say(tool, name + ": " + words);
  }

  void read(const std::string& path, tools::HistoryFiles& files) {
    const std::string name = cli::display_name(path);
    cli::InputFile in(path);
    bad_rows_.begin_file(name);
    const std::size_t before = files.rows();
    model::Grain grain;
    clock::StepsBack steps;
    files.begin(name);
    read::read_history(
        in, name, read_options_, zone_, [this](const BadRow& row) { bad_rows_.add(row); },
        [&](const Row& row) {
          if (row.begins_file) {
            tell(name, std::exchange(steps, {}));
            files.end();
            files.begin(name);
          }
          grain.see(minute_of(row.transaction.time));
          steps.see(row.transaction.time, row.transaction.status);
          add(row, files);
        });
    tell(name, steps);
    refuse_bins(name, grain);
    files.end();
    if (common_.verbose)
      cli::say(tool, fmt::format("{}: {} rows, {} bad rows so far", name, files.rows() - before, bad_rows_.count()));
  }

  void add(const Row& row, tools::HistoryFiles& files) {
    grain_.see(minute_of(row.transaction.time));
    if (totals_.takes(row.transaction)) {
      files.add(row);
    } else {
      const std::string reason = model::MinuteTotals::reason(row.transaction);
      bad_rows_.add({row.line, reason, row.raw, false, {}});
    }
  }

  read::TimeZone zone_;
  read::ReadOptions read_options_;
  model::MinuteTotals totals_;
  model::Grain grain_;  // of all files
  cli::BadRows bad_rows_;
  cli::CommonOptions common_;
};

// How the model came to be: no clock, no file names, so that the same input gives the same bytes.
void set_lineage(model::Model& model, const model::History& history, const model::TrainingSettings& settings) {
  model.lineage = {{"tool", std::string("pos-train ") + cli::version}, {"rows", std::to_string(history.size())}};
  if (history.size() == 0) return;
  model.lineage.insert(model.lineage.end(), {{"first", to_text(history.first())},
                                             {"last", to_text(history.last())},
                                             {"seed", std::to_string(settings.forest.seed)},
                                             {"contamination", fmt::format("{}", settings.contamination)}});
}

// Where it was no matter of course which status measures business.
void tell_volume(const VolumeChoice& volume) {
  const std::string status = "'" + printable(volume.status) + "'";
  switch (volume.rule) {
    case VolumeRule::asked:
    case VolumeRule::approved:
      return;
    case VolumeRule::spellings:
      return cli::say(tool, "status 'approved' has more than one spelling: " + status +
                                ", which most transactions have, measures business (--volume chooses)");
    case VolumeRule::most:
      return cli::say(tool,
                      "none, or hardly any, is called 'approved': " + status +
                          ", which more than half of all transactions have, measures business (--volume chooses)");
    case VolumeRule::sum:
      return cli::say(tool,
                      "no status is called 'approved', and none has more than half of all transactions: all statuses "
                      "together measure business, and what is lost stays unknown (--volume chooses)");
  }
}

model::TrainingReport make_report(const Options& options, const model::Trained& trained, const model::History& history,
                                  HistoryReader& reader) {
  model::TrainingReport report;
  report.training_alerts = trained.alerts;
  std::vector<model::Judged> judged;
  std::string where;
  bool labelled = history.labelled();
  if (!options.test.empty()) {
    model::History test(history.zone());
    reader.read({options.test}, test);
    labelled = test.labelled();
    judged = model::judge(trained.model, test);
    if (labelled) report.events = model::judge_events(trained.model, test, options.training.days);
    where = " rows of " + cli::display_name(options.test);
  } else {
    judged = model::judge_holdout(history, options.training);
    where = " rows held out at random, by a forest that never saw them";
  }
  report.label =
      labelled ? "column label or is_anomaly" : "status is denied, failed or reversed: there is no label column";
  report.evaluation = model::evaluate(judged);
  if (!judged.empty()) report.judged_on = std::to_string(report.evaluation.macro.support) + where;
  return report;
}

void write_report(const Options& options, const std::string& text, const std::string& json) {
  if (options.report.empty()) {
    if (!options.common.quiet) std::fputs(text.c_str(), stderr);  // a closed stderr is no reason to fail
    return;
  }
  cli::Output out(options.report);
  out.buffer() = json;
  out.close();
}

// The report is 40 % of the work, and -q alone shows nobody any of it. (A test file is read all the same: what is wrong
// with it is told.)
bool is_reported(const Options& options) {
  return !options.common.quiet || !options.report.empty() || !options.test.empty();
}

void read_rows(const Options& options, HistoryReader& reader, model::History& history) {
  if (options.history.empty()) return reader.read(options.input.inputs(), history);
  const read::TimeZone zone = options.input.zone();
  const auto asked = cli::parse_period(options.since, options.until, zone.local(cli::now()), zone);
  // Where to begin says nothing of the end.
  const LocalSeconds end = options.until.empty() ? INT64_MAX : asked.end.value_or(INT64_MAX);
  history::Reader stored(options.history, options.stream);
  reader.read(stored, options.history, {asked.begin.value_or(INT64_MIN), end}, history);
}

// A new shop has no rows yet, and that is no error. Who has some and gave none of them meant something else.
void refuse_nothing(const Options& options, const HistoryReader& reader) {
  if (reader.bad_rows() > 0) throw Error(Fault::bad_data, "no transactions to train on");
  if (options.history.empty()) return;
  const auto span = history::Reader(options.history, options.stream).span();
  if (!span) throw Error(Fault::bad_data, options.history + ": no rows to train on");
  throw Error(Fault::bad_data, options.history + ": no rows to train on in this period; it has rows from " +
                                   to_date_time(span->first) + " to " + to_date_time(span->last));
}

// With -q too where cron may put such a model in the place of one that knew weeks.
void tell_what_it_lacks(const Options& options, const model::History& history, const model::Monitor& monitor) {
  constexpr std::int64_t nearly_a_day = 23 * 60;
  if (history.size() == 0)
    return cli::say(tool, "no transactions to train on: the model knows nothing yet and learns as it goes");
  if (monitor.age() >= nearly_a_day || (options.common.quiet && options.history.empty())) return;
  cli::say(tool, (options.history.empty() ? "" : options.history + ": ") + "rows from " + to_text(history.first()) +
                     " to " + to_text(history.last()) +
                     " only: the model does not know yet how a day goes, and learns as it goes");
}

void tell_dateless(const Options& options, const model::History& history) {
  if (options.common.quiet || options.training.days.empty() || history.size() == 0 || history.first().dated()) return;
  cli::say(tool, options.events + ": the times have no date, so none of its days is found");
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
  read_rows(options, reader, history);
  if (cli::stop_requested()) return cli::exit_ok;  // half a history makes no model
  if (history.size() == 0) refuse_nothing(options, reader);
  tell_dateless(options, history);
  model::Trained trained = model::train(history, options.training);
  tell_what_it_lacks(options, history, *trained.model.monitor);
  if (!options.common.quiet) tell_volume(trained.volume);
  set_lineage(trained.model, history, options.training);
  std::optional<model::TrainingReport> report;
  if (is_reported(options)) report = make_report(options, trained, history, reader);
  if (cli::stop_requested()) return cli::exit_ok;
  out.buffer() = model::to_text(trained.model);
  out.close();
  if (report) write_report(options, model::to_text(trained.model, *report), model::to_json(trained.model, *report));
  return reader.close();
}

int run(Options options, const cli::Command& command) {
  sqlite::Connection::hurry_when(cli::stop_requested);
  if (options.inspect.empty()) {
    cli::choose_input(command, options.input.files, options.history);
    const bool has_period = !options.since.empty() || !options.until.empty();
    if (has_period && options.history.empty()) cli::misuse("--since and --until need --db");
    static_cast<void>(families_of(options.by));
    options.training.days = model::SpecialDays(cli::read_events(options.events, options.input.zone()));
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
  auto& forest = options.training.forest;
  cli::Command command(tool, "Learn from a history of transactions: writes the model that pos-score needs.");
  cli::add_input_options(command, options.input);
  cli::add_db_option(command, options.history, "Train on what pos-score or pos-serve have stored");
  cli::add_stream_option(command, options.stream, "Stream of the history to train on");
  cli::add_text(command, "-s,--since", options.since, "TIME", "With -b: begin, as of pos-report, such as -28d");
  cli::add_text(command, "-u,--until", options.until, "TIME",
                "With -b: end, which is not part of it; a day: its begin");
  cli::add_model_option(command, options.model, "Write the model to FILE, complete or not at all");
  cli::add_volume_option(command, options.training.volume,
                         "Status that measures business (default: approved, else the one with most transactions)");
  cli::add_events_option(command, options.events);
  command.text("--by", options.by, "Watch each value of these columns, too, such as merchant,acquirer").type("LIST");
  cli::add_number<std::size_t>(command, "--trees", forest.trees, 1, 10'000, "Trees of the isolation forest");
  cli::add_number<std::size_t>(command, "--sample-size", forest.sample_size, 2, 1'000'000,
                               "Rows each tree is grown on");
  cli::add_number<std::uint64_t>(command, "--seed", forest.seed, 0, UINT64_MAX, "Seed of all that is random");
  cli::add_number(command, "--contamination", options.training.contamination, 1e-6, 0.5,
                  "Share of training rows that may score as alerts");
  cli::add_number(command, "--holdout", options.training.holdout, 0.0, 0.9,
                  "Share of rows held out for the report; 0: none");
  command.text("--test", options.test, "Report on the labelled rows of FILE instead").type("FILE");
  command.text("--report", options.report, "Write the report to FILE as JSON instead of to stderr as text")
      .type("FILE");
  command.text("--inspect", options.inspect, "Describe a model as JSON and write nothing").type("MODEL");
  cli::add_common_options(command, options.common);
  cli::add_verbose_option(command, options.common, "Say on stderr how many rows each file held");
  command.closing_words(
      "Examples:\n"
      "  pos-train -m pos.model january.csv february.csv\n"
      "  pos-train -m pos.model -b pos.db -s -28d -u today\n"
      "  pos-train --inspect pos.model\n"
      "See pos-train(1), pos-formats(5).");
  return cli::run_tool(command, argc, argv, [&] { return run(options, command); });
}
