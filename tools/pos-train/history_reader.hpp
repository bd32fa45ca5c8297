// SPDX-License-Identifier: MIT
// Reads files, or what is stored, into histories; what it sets aside decides the exit status.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/record.hpp"
#include "cli/bad_rows.hpp"
#include "cli/options.hpp"
#include "clock/steps_back.hpp"
#include "history/reader.hpp"
#include "history_files.hpp"
#include "model/grain.hpp"
#include "model/history.hpp"
#include "model/minute_totals.hpp"
#include "options.hpp"
#include "read/history.hpp"

namespace pos::tools {

// Errors   pos::Error, of files, of the history, and for rows in bins of several minutes.
class HistoryReader {
 public:
  explicit HistoryReader(const Options& options);

  // What the options name.
  void read_input(const Options& options, model::History& history);
  // Files, in order of time, whatever order they are in.
  void read(const std::vector<std::string>& paths, model::History& history);

  // A new shop has no rows yet, and that is no error. Who has some and gave none of them meant something else.
  void refuse_nothing(const Options& options) const;

  int close();

 private:
  void read(history::Reader& stored, const std::string& name, const Period& period, model::History& history);
  void read(const std::string& path, HistoryFiles& files);
  void add(const Row& row, HistoryFiles& files);
  void tell_strays(const HistoryFiles& files) const;

  read::TimeZone zone_;
  read::ReadOptions read_options_;
  model::MinuteTotals totals_;
  model::Grain grain_;  // of all files
  cli::BadRows bad_rows_;
  cli::CommonOptions common_;
};

}  // namespace pos::tools
