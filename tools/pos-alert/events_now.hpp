// SPDX-License-Identifier: MIT
// What people know of days and hours, as it stands when a message is made.
#pragma once

#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "base/event.hpp"
#include "options.hpp"
#include "read/time_zone.hpp"

namespace pos::tools {

class EventsNow {
 public:
  // Reads them. Errors: as of cli::read_events.
  EventsNow(const Options& options, const read::TimeZone& zone);

  // Those of the file, and those that are written in the history. A file that has changed is read again; where it is
  // bad then, that is said, and what it had before stays.
  [[nodiscard]] const std::vector<Event>& known();
  // From here on it looks again.
  void may_have_changed() { is_fresh_ = false; }

 private:
  void read_file();

  using Print = std::pair<std::filesystem::file_time_type, std::uintmax_t>;
  [[nodiscard]] std::optional<Print> print() const;

  const Options& options_;
  const read::TimeZone& zone_;
  std::optional<Print> seen_;
  std::vector<Event> of_file_;
  std::vector<Event> known_;
  bool is_fresh_ = false;
};

}  // namespace pos::tools
