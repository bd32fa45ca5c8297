// SPDX-License-Identifier: MIT
// What pos-alert is asked for.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "dispatch/settings.hpp"
#include "incident/grouping.hpp"
#include "incident/silence_wish.hpp"
#include "incident/teller.hpp"

namespace pos::tools {

inline constexpr const char* tool = "pos-alert";

enum class Shape { same, text, csv, ndjson };

enum class Job { filter, test, list, flush, acknowledge, silence, unsilence };

struct Options {
  cli::CommonOptions common;
  cli::InputOptions input;
  std::string db;                    // empty: the default one
  std::string other_db;              // what it would be without -b, where that is another one, there or configured
  std::string history;               // where rows are read without input; empty: the same as db
  std::string stream;                // of that
  dispatch::Places places;           // of db and history
  bool follow = false;               // and read on
  std::optional<std::int32_t> date;  // of the first row of input without dates
  dispatch::Settings channels;       // as typed: settings_of() finds the files
  std::optional<Language> language;
  std::string template_file;
  incident::Settings telling;
  incident::Grouping grouping;
  std::string events;  // file; empty: none
  std::string volume;  // status that measures business; empty: as the history or the input says
  std::string heartbeat;
  bool attach = false;
  bool pass = false;
  bool dry_run = false;
  bool replay = false;
  bool exit_status = false;
  Shape shape = Shape::same;

  // --pass is for input alone.
  [[nodiscard]] bool reads_history_without_input() const { return input.files.empty() && !pass; }

  Job job = Job::filter;
  bool all = false;     // list: what is over, too
  std::int64_t id = 0;  // of an incident or a silence
  std::optional<incident::Verdict> verdict;
  std::string author;
  std::string comment;
  incident::SilenceWish silence;
  std::chrono::seconds silent_for{0};
  std::string silent_from;  // empty: now
};

void add_options(cli::Command& command, Options& options);

// Refuses what does not go together, and fills in what was left open. Errors: pos::Error, Fault::usage and,
// for what stands in the configuration, Fault::config.
void complete(Options& options, const cli::Command& command);

// Makes the folder of the default database. Errors: pos::Error(Fault::cannot_create).
void make_db_folder(const Options& options);

}  // namespace pos::tools
