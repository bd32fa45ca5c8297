// SPDX-License-Identifier: MIT
// What pos-score tells on stderr beside bad rows and rows that are not judged.
#pragma once

#include <string>
#include <utility>

#include "cli/run_tool.hpp"
#include "options.hpp"

namespace pos::tools {

// Things that are told once, however often they happen.
class Notes {
 public:
  explicit Notes(bool quiet) : quiet_(quiet) {}

  void replay(const std::string& where) { say(where + ": begins before the history ends; judged as if it came after"); }
  // The input has been idle and its times are not the clock's.
  void no_clock() {
    if (!std::exchange(told_no_clock_, true)) {
      say("the input waits, and its times are over an hour off the clock: silence cannot be told as it happens (is "
          "--timezone right?)");
    }
  }
  void say(const std::string& message) const {
    if (!quiet_) cli::say(tool, message);
  }

 private:
  bool quiet_;
  bool told_no_clock_ = false;
};

}  // namespace pos::tools
