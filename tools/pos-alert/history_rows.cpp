// SPDX-License-Identifier: MIT
#include "history_rows.hpp"

#include "cli/period.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"
#include "history/reader.hpp"

namespace pos::tools {

HistoryRows::HistoryRows(const Options& options, const read::TimeZone& zone)
    : zone_(zone), follower_(options.history, options.stream) {
  static_cast<void>(history::Reader(options.history, options.stream));  // refuses a stream that is none
}

void HistoryRows::tell_if_empty(const Options& options) {
  if (options.common.quiet || follower_.has_models()) return;
  cli::say(tool, options.history + ": nothing has stored rows in it so far" + (options.follow ? ", it waits" : "") +
                     " (--history names the file in which pos-score or pos-serve does)");
}

void HistoryRows::wait() { static_cast<void>(cli::wait_readable(-1)); }

bool HistoryRows::give(std::optional<history::Cursor>& cursor, const Take& take) {
  if (!follower_.may_have_news()) return false;
  return follower_.advance(cursor, zone_.local(cli::now()), take);
}

std::string HistoryRows::volume(const OfDatabase&) {
  if (follower_.may_have_news()) volume_ = follower_.volume().value_or(volume_);
  return volume_;
}

}  // namespace pos::tools
