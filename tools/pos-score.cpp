// SPDX-License-Identifier: MIT
// pos-score: transactions in, scored transactions out.
#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/bad_rows.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"
#include "model/model_file.hpp"
#include "pipeline/scorer.hpp"
#include "read/row_reader.hpp"
#include "write/scored_format.hpp"

namespace {

using namespace pos;

struct Options {
  cli::CommonOptions common;
  cli::InputOptions input;
  std::string model;
  std::optional<Format> format;
  std::string output = "-";
  pipeline::ScorerSettings scorer;
  bool alerts_only = false;
  bool exit_status = false;
};

// One run over all files; what it counts decides the exit status.
class Run {
 public:
  explicit Run(const Options& options)
      : options_(options),
        zone_(options.input.zone()),
        columns_(options.input.column_names()),
        scorer_(model::parse_model(cli::read_file(options.model), options.model), options.scorer),
        bad_rows_(tool, options.input.on_error, options.input.rejects),
        out_(options.output) {}

  int all() {
    for (const std::string& path : options_.input.inputs()) {
      if (!cli::stop_requested()) score(path);
    }
    out_.close();
    bad_rows_.close();
    tell_summary();
    if (bad_rows_.exit_status() != cli::exit_ok) return bad_rows_.exit_status();
    return options_.exit_status && alerts_ > 0 ? cli::exit_found : cli::exit_ok;
  }

  // Rows that were scored before an error are the user's: they go out.
  void flush() { out_.flush(); }

 private:
  void score(const std::string& path) {
    const std::string name = cli::display_name(path);
    cli::InputFile in(path, [this] { out_.flush(); });
    bad_rows_.begin_file(name);
    const auto rows =
        read::open_rows(in, name, read_options(), zone_, [this](const BadRow& row) { bad_rows_.add(row); });
    const Header& header = rows->header();
    if (header.format == Format::csv && header.line.empty()) return;  // empty input says nothing about a format
    if (!format_) format_ = write::make_scored_format(options_.format.value_or(header.format), options_.scorer.explain);
    format_->header(header, name, out_.buffer());
    while (const Row* row = rows->next()) {
      score(*row, *rows, name);
    }
  }

  void score(const Row& row, read::RowReader& rows, const std::string& name) {
    const Transaction& transaction = row.transaction;
    if (scorer_.is_news(transaction.status) && !options_.common.quiet) {
      cli::say(tool, name + ":" + std::to_string(row.line) + ": status '" + printable(transaction.status) +
                         "' is not in the model; it is scored as one far from all others");
    }
    const Scored scored = scorer_.score(transaction);
    const auto cells = format_->needs_cells(row.format) ? rows.cells() : std::span<const Cell>();
    std::string& out = out_.buffer();
    if (const std::string reason = format_->check_columns(cells, out); !reason.empty()) {
      bad_rows_.add({row.line, reason, row.raw, false, rows.header().line});
      return;
    }
    ++rows_;
    if (scored.decision == Decision::alert) ++alerts_;
    if (options_.alerts_only && scored.decision != Decision::alert) return;
    format_->input_columns(row, cells, out);
    format_->scored_columns(scored, out);
    out_.flush_if_full();
  }

  void tell_summary() const {
    if (!options_.common.verbose) return;
    cli::say(tool, std::to_string(rows_) + " rows scored, " + std::to_string(alerts_) + " alerts, " +
                       std::to_string(bad_rows_.count()) + " bad rows");
  }

  [[nodiscard]] read::ReadOptions read_options() const {
    const std::size_t reserved = options_.scorer.explain ? scored_names.size() : scored_names.size() - 1;
    return {options_.input.format, columns_, read::Labels::ignore, std::span(scored_names).first(reserved)};
  }

  static constexpr const char* tool = "pos-score";
  // Columns that pos-score adds, and so cannot take in.
  static constexpr auto scored_names = [] {
    std::array<std::string_view, scored_columns.size() + 1> names{};
    std::copy(scored_columns.begin(), scored_columns.end(), names.begin());
    names.back() = explain_column;
    return names;
  }();

  const Options& options_;
  read::TimeZone zone_;
  read::ColumnNames columns_;
  pipeline::Scorer scorer_;
  cli::BadRows bad_rows_;
  cli::Output out_;
  std::unique_ptr<write::ScoredFormat> format_;
  std::int64_t rows_ = 0;
  std::int64_t alerts_ = 0;
};

int run(const Options& options) {
  if (options.model.empty()) throw Error(Fault::usage, "no model: give --model FILE or set POS_MODEL");
  Run run(options);
  try {
    return run.all();
  } catch (const Error&) {
    run.flush();
    throw;
  }
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app{"Score transactions: each row comes out with an anomaly score and a decision.", "pos-score"};
  cli::add_input_options(app, options.input);
  cli::add_model_option(app, options.model, "Model made by pos-train");
  cli::add_choice<pipeline::Policy>(
      app, "-p,--policy", options.scorer.policy,
      {{"forest", pipeline::Policy::forest}, {"seed", pipeline::Policy::seed}},
      "What makes an Alert: the forest; the forest, or a denied, failed or reversed status");
  cli::add_number(app, "--threshold", options.scorer.threshold, 0.0, 1.0,
                  "Alert above this anomaly score instead of the model's threshold");
  app.add_flag("-a,--alerts-only", options.alerts_only, "Print Alert rows only");
  app.add_flag("--explain", options.scorer.explain, "Add a column that splits the score over the features");
  cli::add_format_option(app, "-f,--format", options.format, "Format of the output; auto: as the input");
  app.add_option("-o,--output", options.output, "Write to FILE, which takes its place when the run is over")
      ->type_name("FILE");
  app.add_flag("-e,--exit-status", options.exit_status, "Exit 1 if any row is an Alert");
  cli::add_common_options(app, options.common);
  app.footer(
      "Examples:\n"
      "  pos-score -m pos.model today.csv\n"
      "  tail -n +1 -F live.csv | pos-score -m pos.model -a\n"
      "See pos-score(1), pos-formats(5).");
  return cli::run_tool(app, argc, argv, [&] { return run(options); });
}
