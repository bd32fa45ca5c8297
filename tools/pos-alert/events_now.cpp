// SPDX-License-Identifier: MIT
#include "events_now.hpp"

#include <string>
#include <system_error>

#include "base/error.hpp"
#include "cli/run_tool.hpp"
#include "history/marks.hpp"

namespace pos::tools {

EventsNow::EventsNow(const Options& options, const read::TimeZone& zone)
    : options_(options), zone_(zone), seen_(print()), of_file_(cli::read_events(options.events, zone)) {}

std::optional<EventsNow::Print> EventsNow::print() const {
  if (options_.events.empty()) return std::nullopt;
  std::error_code failed;
  const auto time = std::filesystem::last_write_time(options_.events, failed);
  const auto size = failed ? 0 : std::filesystem::file_size(options_.events, failed);
  return failed ? std::nullopt : std::optional(Print(time, size));
}

void EventsNow::read_file() {
  const auto now = print();
  if (now == seen_) return;
  seen_ = now;
  try {
    of_file_ = cli::read_events(options_.events, zone_);
  } catch (const Error& error) {
    cli::say(tool, std::string(error.what()) + "; the events read before stay in use");
  }
}

// That a history cannot be read is told by whoever reads its rows.
const std::vector<Event>& EventsNow::known() {
  if (is_fresh_) return known_;
  is_fresh_ = true;
  read_file();
  known_ = of_file_;
  try {
    history::append_marks(options_.history, sqlite::Access::read, known_);
  } catch (const Error&) {
    known_ = of_file_;
  }
  return known_;
}

}  // namespace pos::tools
