// SPDX-License-Identifier: MIT
// pos-score: transactions in, scored transactions out.
#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/bad_rows.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"
#include "history/store.hpp"
#include "model/model_file.hpp"
#include "pipeline/recorder.hpp"
#include "pipeline/resume.hpp"
#include "pipeline/stream.hpp"
#include "pos-score/notes.hpp"
#include "pos-score/options.hpp"
#include "pos-score/writer.hpp"
#include "read/dater.hpp"
#include "read/feed_clock.hpp"
#include "read/fields.hpp"
#include "read/row_reader.hpp"

namespace {

using namespace pos;
using namespace pos::tools;

// Columns that pos-score adds, and so cannot take in.
constexpr auto scored_names = [] {
  std::array<std::string_view, scored_columns.size() + 1> names{};
  std::copy(scored_columns.begin(), scored_columns.end(), names.begin());
  names.back() = explain_column;
  return names;
}();

// One run over all files.
class Run {
 public:
  explicit Run(const Options& options)
      : options_(options),
        zone_(options.input.zone()),
        clock_(options.grace),
        columns_(options.input.column_names()),
        notes_(options.common.quiet),
        bad_rows_(tool, options.input.on_error, options.input.rejects),
        writer_(options) {
    model::Model model = load_model();
    if (options.date || !options.history.empty()) dater_.emplace(options.date.value_or(local_now().day));
    if (options.history.empty()) {
      stream_ = std::make_unique<pipeline::Stream>(std::move(model), options.scoring, writer_);
      return;
    }
    store_ = std::make_unique<history::Store>(options.history, model.sha256, options.model);
    wait_for_turn();
    recorder_ = std::make_unique<pipeline::Recorder>(*store_, writer_);
    stream_ =
        std::make_unique<pipeline::Stream>(pipeline::resume(*store_, std::move(model)), options.scoring, *recorder_);
    recorder_->reopen(*stream_);
  }

  int all() {
    const auto inputs = options_.input.inputs();
    for (const std::string& path : inputs) {
      if (!cli::stop_requested()) score(path, &path == &inputs.back());
    }
    writer_.close();
    if (recorder_) recorder_->commit(*stream_);
    bad_rows_.close();
    sum_up();
    if (bad_rows_.exit_status() != cli::exit_ok) return bad_rows_.exit_status();
    return options_.exit_status && writer_.alerts() > 0 ? cli::exit_found : cli::exit_ok;
  }

  // Rows that were decided before an error are the user's: they go out, and into the history.
  void save() {
    writer_.flush();
    try {
      store(true);
    } catch (const Error&) {  // it is the first error that is told
    }
  }

 private:
  model::Model load_model() const {
    model::Model model = model::parse_model(cli::read_file(options_.model), options_.model);
    if (!model.monitor && options_.scoring.policy == pipeline::Policy::above_normal) {
      notes_.say(options_.model +
                 ": has no monitor; one that knows nothing yet is used (alerts from its 41st minute on)");
    }
    return model;
  }

  // Where another pos-score takes this model's monitor on in this history, until it has ended.
  void wait_for_turn() const {
    if (options_.scoring.policy != pipeline::Policy::above_normal) return;
    for (bool told = false; !cli::stop_requested() && !store_->try_lock_monitor(); told = true) {
      if (!told) notes_.say(options_.history + ": waits for another program that stores rows with this model");
      static_cast<void>(cli::wait_readable(-1));  // a second, or until a signal comes
    }
  }

  void score(const std::string& path, bool is_last) {
    const std::string name = cli::display_name(path);
    if (recorder_) recorder_->begin_file(*stream_, name);
    if (dater_) dater_->start_file();
    stream_->start_file();  // before the first read, which may wait: until a row comes, no clock closes minutes
    cli::InputFile in(path, {[this] { came(); }, [this] { wait_on(); }});
    bad_rows_.begin_file(name);
    const auto rows =
        read::open_rows(in, name, read_options(), zone_, [this](const BadRow& row) { bad_rows_.add(row); });
    const Header& header = rows->header();
    if (header.format == Format::csv && header.line.empty()) return;  // empty input says nothing about a format
    writer_.begin_file(header, name);
    has_news_ = false;
    bool first = true;
    while (const Row* row = rows->next()) {
      score(*row, *rows, name);
      if (std::exchange(first, false) && stream_->replays()) notes_.replay(name + ":" + std::to_string(row->line));
    }
    if (recorder_) recorder_->end_file(*stream_);
    if (cli::stop_requested()) {
      stream_->release();
    } else if (recorder_ && is_last) {
      stream_->finish_for_now();
    } else if (has_news_) {  // a minute that an earlier run left open is not over because its file is read again
      stream_->finish();
    }
  }

  void score(const Row& row, read::RowReader& rows, const std::string& name) {
    Transaction transaction = row.transaction;
    if (dater_) transaction.time = dater_->date(transaction.time);
    own_columns_.clear();
    if (const std::string reason = writer_.columns(row, rows, own_columns_); !reason.empty()) {
      own_columns_.clear();
      bad_rows_.add({row.line, reason, row.raw, false, rows.header().line});
    }
    newest_ = transaction.time;
    if (recorder_ && recorder_->recall(*stream_, transaction, row.raw, row.time_text, own_columns_)) return;
    if (stream_->is_news(transaction.status)) {
      notes_.say(name + ":" + std::to_string(row.line) + ": status '" + printable(transaction.status) +
                 "' is not in the model; its score is that of one far from all others");
    }
    has_news_ = true;
    const pipeline::Origin origin = recorder_ ? recorder_->origin() : pipeline::Origin();
    if (stream_->push(transaction, row.time_text, own_columns_, origin) == pipeline::Stream::Pushed::late) {
      notes_.late(name + ":" + std::to_string(row.line));
    }
  }

  // Input came, or its first read is due.
  void came() {
    idle_seconds_ = 0;
    writer_.flush();
    store(long_enough());
    if (newest_) clock_.hear(*newest_, local_now());
  }

  // Another second without input: minutes that are over by the feed's clock are decided.
  void wait_on() {
    constexpr std::chrono::seconds surely_idle(65);
    if (const auto now = clock_.at(local_now())) stream_->pass_time(*now);
    writer_.flush();
    store(true);
    if (std::chrono::seconds(++idle_seconds_) == surely_idle && newest_ && stream_->monitors() && !clock_.is_live())
      notes_.no_clock();
  }

  // Rows are shown first and stored then: a full disk must not keep an alert back.
  void store(bool now) {
    if (!recorder_ || !now || recorder_->waiting() == 0) return;
    recorder_->commit(*stream_);
    stored_ = std::chrono::steady_clock::now();
  }

  [[nodiscard]] bool long_enough() const {
    constexpr std::size_t rows_at_once = 10'000;
    return recorder_ && (recorder_->waiting() >= rows_at_once ||
                         std::chrono::steady_clock::now() - stored_ > std::chrono::seconds(1));
  }

  [[nodiscard]] LocalTime local_now() const {
    return read::to_local_time(zone_.local(static_cast<std::int64_t>(std::time(nullptr))));
  }

  void sum_up() const {
    notes_.sum_up();
    if (!options_.common.verbose) return;
    cli::say(tool, std::to_string(writer_.rows()) + " rows scored, " + std::to_string(writer_.alerts()) + " alerts, " +
                       std::to_string(bad_rows_.count()) + " bad rows");
  }

  [[nodiscard]] read::ReadOptions read_options() const {
    const std::size_t reserved = options_.scoring.explain ? scored_names.size() : scored_names.size() - 1;
    return {options_.input.format, columns_, read::Labels::ignore, std::span(scored_names).first(reserved)};
  }

  const Options& options_;
  read::TimeZone zone_;
  read::FeedClock clock_;
  read::ColumnNames columns_;
  Notes notes_;
  cli::BadRows bad_rows_;
  Writer writer_;
  std::unique_ptr<history::Store> store_;         // null: no history is kept,
  std::unique_ptr<pipeline::Recorder> recorder_;  // and nothing is recalled
  std::unique_ptr<pipeline::Stream> stream_;
  std::optional<read::Dater> dater_;
  std::chrono::steady_clock::time_point stored_ = std::chrono::steady_clock::now();
  bool has_news_ = false;  // of the file being read: rows that no earlier run has stored
  std::string own_columns_;
  std::optional<LocalTime> newest_;  // time of the row read last
  int idle_seconds_ = 0;
};

int run(Options options) {
  if (options.model.empty()) throw Error(Fault::usage, "no model: give --model FILE or set POS_MODEL");
  auto read = options.input.inputs();
  if (options.model == "-" && std::find(read.begin(), read.end(), "-") != read.end()) {
    throw Error(Fault::usage, "the model and the transactions cannot both come from standard input");
  }
  read.push_back(options.model);
  cli::refuse_overlap({options.input.rejects}, read);
  cli::refuse_overlap({options.output, options.input.rejects}, {options.model});
  read.push_back(options.output);
  read.push_back(options.input.rejects);
  cli::refuse_overlap({options.history}, read);
  options.scoring.fill = options.no_fill ? pipeline::Fill::none : pipeline::Fill::rows;
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
  cli::add_number(command, "--budget", options.scoring.budget, 1e-6, 1e6,
                  "False events a day that are acceptable (default 0.5)");
  cli::add_number(command, "--threshold", options.scoring.threshold, 0.0, 1.0,
                  "Anomaly score above which the forest alerts, instead of the model's");
  cli::add_duration(command, "--grace", options.grace,
                    "Live input: how long after a minute's end its rows are waited for");
  command.flag("--no-fill", options.no_fill, "Make up no rows for statuses that are silent");
  cli::add_db_option(command, options.history, "Store rows in this history and go on where it ends");
  cli::add_date_option(command, options.date, "Date of the first row where times have none (default: today)");
  command.flag("-a,--alerts-only", options.alerts_only, "Print Alert rows only");
  command.flag("--explain", options.scoring.explain, "Add a column that splits the anomaly score over the features");
  cli::add_format_option(command, "-f,--format", options.format, "Format of the output; auto: as the input");
  command.text("-o,--output", options.output, "Write to FILE, which takes its place when the run is over").type("FILE");
  command.flag("-e,--exit-status", options.exit_status, "Exit 1 if any row is an Alert");
  cli::add_common_options(command, options.common);
  command.closing_words(
      "Examples:\n"
      "  pos-score -m pos.model today.csv\n"
      "  tail -n +1 -F live.csv | pos-score -m pos.model -a\n"
      "  pos-score -m pos.model -b pos.db today.csv > scored.csv\n"
      "See pos-score(1), pos-formats(5).");
  return cli::run_tool(command, argc, argv, [&] { return run(options); });
}
