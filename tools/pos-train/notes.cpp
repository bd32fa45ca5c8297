// SPDX-License-Identifier: MIT
#include "notes.hpp"

#include <string>

#include "base/text.hpp"
#include "cli/run_tool.hpp"
#include "model/knowledge.hpp"

namespace pos::tools {

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

namespace {

// A file of events that covers all of the history.
void tell_what_events_leave(const Options& options, const model::Monitor& monitor) {
  if (options.training.days.empty() || model::knows_curve(monitor)) return;
  cli::say(tool, (options.events.empty() ? options.history : options.events) +
                     ": its closed, holiday and exclude events leave too little to learn from: the model does not know "
                     "yet how a day goes, and learns as it goes");
}

}  // namespace

void tell_what_it_lacks(const Options& options, const model::History& history, const model::Monitor& monitor) {
  constexpr std::int64_t nearly_a_day = 23 * 60;
  if (history.size() == 0)
    return cli::say(tool, "no transactions to train on: the model knows nothing yet and learns as it goes");
  if (options.common.quiet && options.history.empty()) return;
  if (monitor.age() >= nearly_a_day) return tell_what_events_leave(options, monitor);
  cli::say(tool, (options.history.empty() ? "" : options.history + ": ") + "rows from " + to_text(history.first()) +
                     " to " + to_text(history.last()) +
                     " only: the model does not know yet how a day goes, and learns as it goes");
}

void tell_dateless(const Options& options, const model::History& history) {
  if (options.common.quiet || options.training.days.empty() || history.size() == 0 || history.first().dated()) return;
  cli::say(tool, options.events + ": the times have no date, so none of its days is found");
}

}  // namespace pos::tools
