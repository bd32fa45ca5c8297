// SPDX-License-Identifier: MIT
// A command of the user's, run by sh with a deadline.
#pragma once

#include <chrono>
#include <string>

#include "notify/stopping.hpp"

namespace pos::notify {

struct ChildResult {
  int status = 0;            // of the shell, as waitpid tells it
  bool timed_out = false;    // it was ended
  bool interrupted = false;  // it was ended, since a signal asked us to end
  bool overflowed = false;
  std::string output;

  [[nodiscard]] bool exited(int code) const;
  // `exit status 3`, `ended by signal 9`, `not done in time`, `interrupted`.
  [[nodiscard]] std::string text() const;
};

enum class ChildOutput { to_stderr, captured };

// `sh -c command` in a process group of its own, with `input` on its standard input; of our other files
// it gets standard error alone. When the time is over, or time_to_stop after `stopped`, the group is ended: asked
// first, then killed.
// Output is captured until the shell has ended, 64 KiB at most.
// Errors: pos::Error(Fault::temporary) where there is no room for another process.
[[nodiscard]] ChildResult run_shell(const std::string& command, const std::string& input, ChildOutput output,
                                    std::chrono::milliseconds timeout, const Stopped& stopped = {});

}  // namespace pos::notify
