// SPDX-License-Identifier: MIT
#include "history_reader.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "base/keys.hpp"
#include "base/local_time.hpp"
#include "cli/input.hpp"
#include "cli/period.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"

namespace pos::tools {
namespace {

void refuse_bins(const std::string& name, const model::Grain& grain) {
  if (grain.step()) throw Error(Fault::bad_data, name + ": " + grain.reason());
}

void tell(const std::string& name, const clock::StepsBack& steps) {
  if (const std::string words = steps.words(); !words.empty()) cli::say(tool, name + ": " + words);
}

}  // namespace

HistoryReader::HistoryReader(const Options& options)
    : zone_(options.input.zone()),
      read_options_{options.input.format, options.input.column_names(), read::Labels::read, {}},
      bad_rows_(tool, options.input.on_error, options.input.rejects),
      common_(options.common) {}

void HistoryReader::read_input(const Options& options, model::History& history) {
  if (options.history.empty()) return read(options.input.inputs(), history);
  const auto asked = cli::parse_period(options.since, options.until, zone_.local(cli::now()), zone_);
  // Where to begin says nothing of the end.
  const LocalSeconds end = options.until.empty() ? INT64_MAX : asked.end.value_or(INT64_MAX);
  history::Reader stored(options.history, options.stream);
  read(stored, options.history, {asked.begin.value_or(INT64_MIN), end}, history);
}

void HistoryReader::read(const std::vector<std::string>& paths, model::History& history) {
  HistoryFiles files(!history.families().empty());
  read_options_.labels = history.families();
  for (const std::string& path : paths) {
    if (!cli::stop_requested()) read(path, files);
  }
  refuse_bins("the files together", grain_);  // files of a few bins each are known by what they are together
  tell_strays(files);
  files.fill(history);
  if (!files.repeats().empty() && !common_.quiet)
    cli::say(tool, files.repeats() + ": as the times have no date, they are learnt as another day");
}

// What was stored: not what was made up, nor rows of minutes that may not be over.
void HistoryReader::read(history::Reader& stored, const std::string& name, const Period& period,
                         model::History& history) {
  HistoryFiles files(!history.families().empty());
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

void HistoryReader::read(const std::string& path, HistoryFiles& files) {
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

void HistoryReader::add(const Row& row, HistoryFiles& files) {
  grain_.see(minute_of(row.transaction.time));
  if (totals_.takes(row.transaction)) {
    files.add(row);
  } else {
    const std::string reason = model::MinuteTotals::reason(row.transaction);
    bad_rows_.add({row.line, reason, row.raw, false, {}});
  }
}

void HistoryReader::tell_strays(const HistoryFiles& files) const {
  if (files.strays() == 0 || common_.quiet) return;
  cli::say(tool,
           fmt::format("{}: no other row confirms this time: nothing is learnt from the row{}", files.first_stray(),
                       files.strays() > 1 ? fmt::format(", and {} others", files.strays() - 1) : ""));
}

void HistoryReader::refuse_nothing(const Options& options) const {
  if (bad_rows_.count() > 0) throw Error(Fault::bad_data, "no transactions to train on");
  if (options.history.empty()) return;
  const auto span = history::Reader(options.history, options.stream).span();
  if (!span) throw Error(Fault::bad_data, options.history + ": no rows to train on");
  throw Error(Fault::bad_data, options.history + ": no rows to train on in this period; it has rows from " +
                                   to_date_time(span->first) + " to " + to_date_time(span->last));
}

int HistoryReader::close() {
  bad_rows_.close();
  return bad_rows_.exit_status();
}

}  // namespace pos::tools
