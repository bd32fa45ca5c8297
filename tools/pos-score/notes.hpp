// SPDX-License-Identifier: MIT
// What pos-score tells on stderr beside bad rows.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "cli/run_tool.hpp"
#include "options.hpp"

namespace pos::tools {

// Things that are told once, however often they happen.
class Notes {
 public:
  explicit Notes(bool quiet) : quiet_(quiet) {}

  void late(const std::string& where) {
    if (late_++ == 0)
      say(where +
          ": row is out of time, its minute decided or a day ahead: it passes unjudged, as will others like it");
  }
  void replay(const std::string& where) { say(where + ": begins before the history ends; judged as if it came after"); }
  // The input has been idle and its times are not the clock's.
  void no_clock() {
    if (!std::exchange(told_no_clock_, true)) {
      say("the input waits, and its times are over an hour off the clock: silence cannot be told as it happens (is "
          "--timezone right?)");
    }
  }
  void sum_up() const {
    if (late_ > 1) say(std::to_string(late_) + " rows were out of time and passed unjudged");
  }
  void say(const std::string& message) const {
    if (!quiet_) cli::say(tool, message);
  }

 private:
  bool quiet_;
  bool told_no_clock_ = false;
  std::int64_t late_ = 0;
};

}  // namespace pos::tools
